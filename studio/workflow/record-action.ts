import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {useToast} from '@sanity/ui/toast'
import {type DocumentActionComponent, useClient} from 'sanity'
import {useRouter} from 'sanity/router'

import {recordIdOf} from '../article/record-id.ts'
import {faultText} from '../texts/fault-text.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {ensureRecord} from './workflow-request.ts'

/** Opens what the desk knows about an article and readers must not see: holds, notes, the clearance of an embargo. */
export const useRecordAction: DocumentActionComponent = ({id}) => {
  const client = useClient({apiVersion: '2025-02-19'})
  const router = useRouter()
  const toast = useToast()
  const text = useDeskText()

  const open = async () => {
    try {
      await ensureRecord(client, id)
      router.navigateIntent('edit', {id: recordIdOf(id), type: 'articleRecord'})
    } catch (error) {
      toast.push({
        status: 'error',
        title: text('record.fault'),
        description: faultText(error),
      })
    }
  }

  return {label: text('record.label'), icon: ClipboardIcon, onHandle: () => void open()}
}
