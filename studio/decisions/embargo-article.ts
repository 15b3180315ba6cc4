import type {SanityClient, Transaction} from '@sanity/client'

import {type Fields, fieldOf, instantOf, textOf} from '../../schemas/rules/narrow.ts'
import {recordIdOf} from '../article/record-id.ts'
import {openFindings} from '../source/open-findings.ts'
import {settleFinding} from '../source/settle-finding.ts'
import {sayRefusal} from '../texts/say-refusal.ts'
import {
  type Decision,
  noteDecision,
  readStoredArticle,
  startDraft,
  type StoredArticle,
} from './decision.ts'

/** Whether a new end takes time off an embargo that holds: one without an end holds until someone clears it. */
export function shortensEmbargo(embargo: unknown, until: string): boolean {
  if (fieldOf(embargo, 'active') !== true) return false
  const before = instantOf(embargo, 'until')
  return before === undefined || Date.parse(until) < before
}

/**
 * Sets the time until which an article may not go out. A clearance given before counts no more.
 *
 * @param until - ISO 8601
 * @param timeZone - The zone the time was given in, by its IANA name
 * @throws Error when it would shorten an embargo and gives no reason
 */
export async function setEmbargo(
  client: SanityClient,
  articleId: string,
  {until, timeZone, ...decision}: Decision & {readonly until: string; readonly timeZone: string},
): Promise<void> {
  const stored = await readStoredArticle(client, articleId)
  const {embargo} = stored.draft ?? stored.published ?? {}
  if (shortensEmbargo(embargo, until) && decision.reason.trim() === '') {
    throw new Error(sayRefusal('embargo-shortened-unexplained', {id: stored.id}))
  }
  const transaction = patchEmbargo(client, stored, {active: true, until, timeZone})
  await settleDoubt(transaction, client, stored.id, {...decision, alternative: 0})
  noteDecision(
    transaction,
    stored.id,
    {kind: 'embargoSet', ...decision},
    {unset: ['embargoClearance']},
  )
  await transaction.commit({tag: 'desk.embargo'})
}

/**
 * Ends an embargo before its time, or one that has none: the article loses it and the record says who decided it and why.
 *
 * @throws Error without a reason
 */
export async function clearEmbargo(
  client: SanityClient,
  articleId: string,
  decision: Decision,
): Promise<void> {
  const stored = await readStoredArticle(client, articleId)
  if (decision.reason.trim() === '') {
    throw new Error(sayRefusal('embargo-cleared-unexplained', {id: stored.id}))
  }
  const transaction = patchEmbargo(client, stored, {active: false})
  await settleDoubt(transaction, client, stored.id, {...decision, alternative: 1})
  noteDecision(
    transaction,
    stored.id,
    {kind: 'embargoCleared', ...decision},
    {set: {embargoClearance: {...decision}}},
  )
  await transaction.commit({tag: 'desk.clear-embargo'})
}

/** Whoever sets the end of an embargo, or clears it, answers the doubt of the reader of copy about it. */
async function settleDoubt(
  transaction: Transaction,
  client: SanityClient,
  articleId: string,
  {alternative, by, at}: Decision & {readonly alternative: 0 | 1},
): Promise<void> {
  const recordId = recordIdOf(articleId)
  const record: unknown = await client.getDocument(recordId)
  const doubts = openFindings(record).filter(({code}) => code === 'embargo-not-understood')
  for (const [index, doubt] of doubts.entries()) {
    const chosen = doubt.alternatives[alternative]
    transaction.patch(recordId, {
      ...settleFinding(doubt, {chosen, by, at}),
      // Once: the first patch makes a new revision
      ...(index === 0 && {ifRevisionID: textOf(record, '_rev')}),
    })
  }
}

/** The draft was read before: one that changed since is refused by its revision. */
function patchEmbargo(client: SanityClient, stored: StoredArticle, embargo: Fields): Transaction {
  const revision = textOf(stored.draft, '_rev')
  const paths = Object.entries(embargo).map(([name, value]) => [`embargo.${name}`, value])
  return (
    startDraft(client.transaction(), stored)
      .patch(stored.draftId, (patch) => {
        const complete = patch.setIfMissing({embargo: {_type: 'embargo'}})
        return revision === '' ? complete : complete.ifRevisionId(revision)
      })
      // A patch of its own: within one, `set` runs before `setIfMissing`
      .patch(stored.draftId, (patch) => patch.set(Object.fromEntries(paths)))
  )
}
