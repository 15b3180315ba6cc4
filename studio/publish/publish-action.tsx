import {PublishIcon} from '@sanity/icons/Publish'
import {Button, Flex} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useCallback, useEffect, useState} from 'react'
import {
  type DocumentActionComponent,
  type DocumentActionDialogProps,
  useClient,
  useDocumentPairPermissions,
  useSyncState,
} from 'sanity'

import type {Problem} from '../../schemas/rules/problem.ts'
import {faultText} from '../texts/fault-text.ts'
import {type DeskText, useDeskText} from '../texts/use-desk-text.ts'
import {leaveWorkflow} from '../workflow/workflow-request.ts'
import {type ArticleAtTheGate, readArticleAtTheGate} from './article-at-the-gate.ts'
import {ProblemList} from './problem-list.tsx'
import {buildPublishRequest} from './publish-request.ts'
import {useOpenProblem} from './use-open-problem.ts'

type Phase =
  | {readonly type: 'idle'}
  /**
   * Waits for the last keystrokes to be saved, then reads and checks what is stored. `accepted` are the sentences of the warnings
   * that the editor has seen and publishes with
   */
  | {readonly type: 'checking'; readonly accepted: readonly string[]}
  | {readonly type: 'stopped'; readonly article: ArticleAtTheGate}
  | {readonly type: 'publishing'}

/**
 * Publishes an article that the rules let out. Errors stop it and are listed, each leading to its field; warnings ask once.
 * The rules run on what is stored and at this minute: an embargo may have lifted since the form was last changed.
 */
export const usePublishAction: DocumentActionComponent = ({id, type, draft, liveEdit, version}) => {
  const [phase, setPhase] = useState<Phase>({type: 'idle'})
  const text = useDeskText()
  const client = useClient({apiVersion: '2025-02-19'})
  const toast = useToast()
  const {isSyncing} = useSyncState(id, type)
  const openProblem = useOpenProblem(id)
  const [permissions] = useDocumentPairPermissions({id, type, permission: 'publish'})

  const publish = useCallback(
    async (article: ArticleAtTheGate) => {
      setPhase({type: 'publishing'})
      const request = buildPublishRequest(article.draft, article.published, now())
      await client.action(request, {tag: 'desk.publish'})
      setPhase({type: 'idle'})
      toast.push({status: 'success', title: text('publish.done')})
      if (!article.hasRecord) return
      await leaveWorkflow(client, id).catch((error: unknown) =>
        toast.push({
          status: 'warning',
          title: text('publish.still-listed'),
          description: faultText(error),
        }),
      )
    },
    [client, id, toast, text],
  )

  const report = useCallback(
    (error: unknown) => {
      setPhase({type: 'idle'})
      toast.push({status: 'error', title: text('publish.fault'), description: faultText(error)})
    },
    [toast, text],
  )

  useEffect(() => {
    if (phase.type !== 'checking' || isSyncing) return undefined
    const {accepted} = phase
    let isCurrent = true
    const check = async () => {
      const article = await readArticleAtTheGate(client, id, now())
      if (!isCurrent) return
      if (!article) throw new Error(text('publish.no-draft'))
      const stops = article.problems.some(
        ({severity, message}) =>
          severity === 'error' || (severity === 'warning' && !accepted.includes(message)),
      )
      if (stops) setPhase({type: 'stopped', article})
      else await publish(article)
    }
    check().catch(report)
    return () => {
      isCurrent = false
    }
  }, [phase, isSyncing, client, id, publish, report, text])

  if (liveEdit || version) return null
  return {
    label: text(`publish.${phase.type}`),
    icon: PublishIcon,
    tone: 'default',
    // No `shortcut`: Sanity opens the dialog of the first action twice then, and neither lets Tab in
    disabled: !draft || phase.type !== 'idle' || permissions?.granted === false,
    ...(!draft && {title: text('publish.unchanged')}),
    onHandle: () => setPhase({type: 'checking', accepted: []}),
    dialog:
      phase.type === 'stopped' &&
      dialog({
        article: phase.article,
        text,
        onClose: () => setPhase({type: 'idle'}),
        onOpen: (problem) => {
          setPhase({type: 'idle'})
          openProblem(problem)
        },
        onPublish: () =>
          setPhase({
            type: 'checking',
            accepted: phase.article.problems.map(({message}) => message),
          }),
      }),
  }
}
usePublishAction.action = 'publish'

interface DialogOptions {
  readonly article: ArticleAtTheGate
  readonly text: DeskText
  readonly onClose: () => void
  readonly onOpen: (problem: Problem) => void
  readonly onPublish: () => void
}

function dialog({
  article,
  text,
  onClose,
  onOpen,
  onPublish,
}: DialogOptions): DocumentActionDialogProps {
  const isRefused = article.problems.some(({severity}) => severity === 'error')
  return {
    type: 'dialog',
    width: 'medium',
    header: isRefused ? text('publish.refused') : text('publish.warned'),
    onClose,
    content: <ProblemList problems={article.problems} onOpen={onOpen} />,
    ...(!isRefused && {
      footer: (
        <Flex gap={2} justify="flex-end">
          <Button mode="bleed" text={text('publish.back')} onClick={onClose} />
          <Button tone="positive" text={text('publish.confirm')} onClick={onPublish} />
        </Flex>
      ),
    }),
  }
}

function now(): string {
  return new Date().toISOString()
}
