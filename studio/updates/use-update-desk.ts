import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {useClient, useCurrentUser, useSyncState} from 'sanity'

import {faultText} from '../texts/fault-text.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {decideChanges, type UpdateDecision} from './decide-changes.ts'

/** What an editor can do in the comparison of two versions. */
export interface UpdateDesk {
  /** While keystrokes or a decision are being saved, and where the article may not be edited */
  readonly isBusy: boolean
  /** @returns Whether it was written; if not, a toast says why */
  readonly decide: (decision: Pick<UpdateDecision, 'changes' | 'side'>) => Promise<boolean>
}

export function useUpdateDesk({
  articleId,
  versions,
  sourceId,
  isReadOnly,
}: Pick<UpdateDecision, 'articleId' | 'versions' | 'sourceId'> & {
  readonly isReadOnly: boolean
}): UpdateDesk {
  const text = useDeskText()
  const client = useClient({apiVersion: '2025-02-19'})
  const user = useCurrentUser()
  const toast = useToast()
  const {isSyncing} = useSyncState(articleId.replace(/^drafts\./u, ''), 'article')
  const [isWriting, setIsWriting] = useState(false)

  const decide: UpdateDesk['decide'] = async (decision) => {
    setIsWriting(true)
    try {
      const isDone = await decideChanges(client, {
        ...decision,
        articleId,
        versions,
        sourceId,
        by: user?.name ?? user?.id ?? '',
        at: new Date().toISOString(),
      })
      if (!isDone) {
        toast.push({
          status: 'warning',
          title: text('updates.stale'),
          description: text('updates.stale-hint'),
        })
      }
      return isDone
    } catch (error) {
      toast.push({status: 'error', title: text('updates.fault'), description: faultText(error)})
      return false
    } finally {
      setIsWriting(false)
    }
  }
  return {isBusy: isWriting || isSyncing || isReadOnly, decide}
}
