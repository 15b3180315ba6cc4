import type {Mutation} from '@sanity/client'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {useClient, useCurrentUser} from 'sanity'
import {useRouter} from 'sanity/router'

import {type Fields, textOf} from '../../schemas/rules/narrow.ts'
import {recordIdOf} from '../article/record-id.ts'
import {useDeskAgencies} from '../credits/use-desk-agencies.ts'
import {faultText} from '../texts/fault-text.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {useSentence} from '../texts/use-sentence.ts'
import {joinStory} from '../updates/join-story.ts'
import {answerRequest, askAgainRequest} from './answer-request.ts'
import {editForFinding} from './edit-for-finding.ts'
import type {FindingEdit} from './finding-edits/finding-edit.ts'
import {findingStateIn, type OpenFinding} from './open-findings.ts'
import {leaveOutRequest, putBackRequest, ruleId, undoRequest} from './put-back-request.ts'
import type {ReceivedText} from './received-text.ts'
import {sendDecision} from './send-decision.ts'
import {decisionOn} from './source-decisions.ts'
import type {Stretch} from './stretch.ts'

/** What an editor can do in the source view; each writes one transaction and says in a toast how it went. */
export interface SourceDesk {
  /** While a decision is on its way, and where the article may not be edited */
  readonly isBusy: boolean
  readonly putBack: (stretch: Stretch) => Promise<void>
  readonly leaveOut: (stretch: Stretch) => Promise<void>
  readonly undo: (stretch: Stretch) => Promise<void>
  /** @param choice - Index in the alternatives; `undefined` leaves the text as it was read. One that opens a field settles nothing yet */
  readonly answer: (finding: OpenFinding, choice: number | undefined) => Promise<void>
  readonly askAgain: (findingKey: string) => Promise<void>
  readonly editOf: (finding: OpenFinding, choice: number) => FindingEdit | undefined
}

export function useSourceDesk({
  article,
  source,
  isReadOnly,
  onOpenField,
}: {
  /** As the form shows it */
  readonly article: Fields
  readonly source: ReceivedText
  readonly isReadOnly: boolean
  readonly onOpenField: (path: string) => void
}): SourceDesk {
  const client = useClient({apiVersion: '2025-02-19'})
  const user = useCurrentUser()
  const toast = useToast()
  const text = useDeskText()
  const sentence = useSentence()
  const agencies = useDeskAgencies()
  const router = useRouter()
  const [isWriting, setIsWriting] = useState(false)
  const by = user?.name ?? user?.email ?? user?.id ?? ''
  const recordId = recordIdOf(textOf(article, '_id'))
  const place = {article, source, agencies}

  const warn = (why: 'edited' | 'decided') =>
    toast.push({
      status: 'warning',
      title: text(`stale.${why}`),
      description: text(`stale.${why}-hint`),
    })
  const write = async (
    title: string,
    isOpen: (record: unknown) => boolean,
    build: () => Promise<Mutation[] | undefined>,
    onWritten?: () => void,
  ) => {
    setIsWriting(true)
    try {
      const mutations = await build()
      if (!mutations) {
        warn('edited')
      } else if (await sendDecision(client, recordId, isOpen, mutations)) {
        toast.push({status: 'success', title})
        onWritten?.()
      } else {
        warn('decided')
      }
    } catch (error) {
      toast.push({
        status: 'error',
        title: text('source.fault'),
        description: sentence(faultText(error)),
      })
    } finally {
      setIsWriting(false)
    }
  }
  const contextOf = async (stretch: Stretch) => ({
    ...place,
    stretch,
    by,
    at: new Date().toISOString(),
    hasRule:
      stretch.destination === 'removed' &&
      (await client.fetch<boolean>('defined(*[_id == $id][0]._id)', {id: ruleId(stretch.rule)})),
  })
  const isUndecided = (stretch: Stretch) => (record: unknown) =>
    decisionOn(stretch, record, source.id) === undefined
  const editOf = (finding: OpenFinding, choice: number) => editForFinding(finding, choice, place)

  return {
    isBusy: isWriting || isReadOnly,
    editOf,
    putBack: (stretch) =>
      write(text('source.done-back'), isUndecided(stretch), async () =>
        putBackRequest(await contextOf(stretch)),
      ),
    leaveOut: (stretch) =>
      write(text('source.is-out'), isUndecided(stretch), async () =>
        leaveOutRequest(await contextOf(stretch)),
      ),
    undo: (stretch) =>
      write(
        text('source.undone'),
        (record) => !isUndecided(stretch)(record),
        async () => undoRequest(await contextOf(stretch)),
      ),
    answer: async (finding, choice) => {
      const edit = choice === undefined ? undefined : editOf(finding, choice)
      if (edit?.opens !== undefined) {
        onOpenField(edit.opens)
        return
      }
      const chosen = choice === undefined ? undefined : finding.alternatives[choice]
      const at = new Date().toISOString()
      const isAsked = (record: unknown) => findingStateIn(record, finding.key) === 'open'
      const {articleId: otherId} = finding
      if (otherId !== undefined && chosen !== undefined) {
        await write(
          text('source.joined'),
          isAsked,
          () => joinStory(client, {articleId: textOf(article, '_id'), otherId, at}),
          () => router.navigateIntent('edit', {id: otherId, type: 'article'}),
        )
        return
      }
      const left = otherId === undefined ? 'source.left' : 'source.kept-apart'
      await write(
        chosen === undefined ? text(left) : text('source.chosen', {chosen: sentence(chosen)}),
        isAsked,
        () => {
          const answer = {article, sourceId: source.id, finding, chosen, edit, by, at}
          const back = edit?.putsBack
            ? putBackRequest({article, source, stretch: edit.putsBack, by, at, hasRule: false})
            : []
          return Promise.resolve([...back, ...answerRequest(answer)])
        },
      )
    },
    askAgain: (findingKey) =>
      write(
        text('source.open-again'),
        (record) => findingStateIn(record, findingKey) !== 'open',
        () => Promise.resolve(askAgainRequest(article, findingKey)),
      ),
  }
}
