import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {useToast} from '@sanity/ui/toast'
import {type DocumentActionComponent, useClient} from 'sanity'
import {useRouter} from 'sanity/router'

import {recordIdOf} from '../article/record-id.ts'
import {ensureRecord} from './workflow-request.ts'

/** Opens what the desk knows about an article and readers must not see: holds, notes, the clearance of an embargo. */
export const useRecordAction: DocumentActionComponent = ({id}) => {
  const client = useClient({apiVersion: '2025-02-19'})
  const router = useRouter()
  const toast = useToast()

  const open = async () => {
    try {
      await ensureRecord(client, id)
      router.navigateIntent('edit', {id: recordIdOf(id), type: 'articleRecord'})
    } catch (error) {
      toast.push({
        status: 'error',
        title: 'Cannot open the desk record',
        description: String(error),
      })
    }
  }

  return {label: 'Desk record', icon: ClipboardIcon, onHandle: () => void open()}
}
