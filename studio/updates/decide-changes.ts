import {ClientError, type Mutation, type SanityClient} from '@sanity/client'

import {type Fields, isSame} from '../../ingest/merge-content.ts'
import {type Patch, patchBetween} from '../../ingest/merge-patch.ts'
import {itemsOf, textOf} from '../../schemas/rules/narrow.ts'
import {recordIdOf} from '../article/record-id.ts'
import {readStoredArticle, type StoredArticle} from '../decisions/decision.ts'
import type {Conflict} from './conflicts.ts'
import {decidedArticle} from './decided-article.ts'
import {type DeskChange, deskChanges, type VersionPair} from './desk-changes.ts'
import {valueAt} from './field-place.ts'

/** What an editor decided in the comparison of two versions. */
export interface UpdateDecision {
  /** With or without `drafts.` */
  readonly articleId: string
  readonly versions: VersionPair
  /** Id of the newer text */
  readonly sourceId: string
  /** As the editor saw them */
  readonly changes: readonly DeskChange[]
  /** The wire's words, or those of the desk: where the import has taken the wire's by itself, what stood there before */
  readonly side: 'theirs' | 'ours'
  readonly by: string
  /** ISO 8601 */
  readonly at: string
}

/**
 * Writes a decision into the draft and on the record, in one transaction. A published article gets a draft for it.
 *
 * @returns `false`, and nothing is written, when what is stored is no longer what the editor saw
 */
export async function decideChanges(
  client: SanityClient,
  decision: UpdateDecision,
): Promise<boolean> {
  const {articleId, versions, changes} = decision
  const stored = await readStoredArticle(client, articleId)
  const record: unknown = await client.getDocument(recordIdOf(articleId))
  const article = stored.draft ?? stored.published
  if (article === undefined || record === undefined) return false
  const fresh = deskChanges(versions, article, record)
  if (!changes.every((change) => fresh.some((other) => isSame(other, change)))) return false
  try {
    await client.mutate(
      [...articleMutations(stored, article, decision), recordMutation(record, article, decision)],
      {tag: 'desk.update', returnDocuments: false},
    )
    return true
  } catch (error) {
    if (error instanceof ClientError && error.statusCode === 409) return false
    throw error
  }
}

function articleMutations(
  {draftId, draft}: StoredArticle,
  article: Fields,
  {changes, side, versions}: UpdateDecision,
): readonly Mutation[] {
  const wanted = decidedArticle(article, changes, side, versions)
  const patches = patchBetween(article, wanted)
  if (patches.length === 0) return []
  const {_rev, _createdAt, _updatedAt, ...content} = article
  return [
    ...(draft ? [] : [{create: {...content, _id: draftId, _type: 'article'}}]),
    ...patches.map((patch, index) => ({
      patch: {
        id: draftId,
        ...(draft && index === 0 && {ifRevisionID: String(_rev)}),
        ...unlocked(patch),
      },
    })),
  ]
}

/** The client's types want lists that may be written to. */
function unlocked({set, unset, insert}: Patch) {
  return {
    ...(set && {set}),
    ...(unset && {unset: [...unset]}),
    ...(insert && {insert: {...insert, items: [...insert.items]}}),
  }
}

/** Each conflict with who decided how; one that the record did not know is added, so that the decision can be read and taken back. */
function recordMutation(
  record: unknown,
  article: Fields,
  {articleId, changes, side, sourceId, by, at}: UpdateDecision,
): Mutation {
  const outcome = {state: side === 'theirs' ? 'tookTheirs' : 'keptOurs', by, at}
  const conflicts = changes.flatMap((change) => change.conflicts)
  const added = conflicts.filter(({key}) => key === undefined)
  const set = conflicts.flatMap(({key, field, theirs}) => {
    if (key === undefined) return []
    const ours = valueAt(article, field)
    // What is given up now may be wanted back
    const given = side === 'theirs' && !isSame(ours, theirs) ? jsonOf({ours}) : {}
    return Object.entries({...outcome, ...given}).map(([name, value]) => [
      `conflicts[_key=="${key}"].${name}`,
      value,
    ])
  })
  return {
    patch: {
      id: recordIdOf(articleId),
      ifRevisionID: textOf(record, '_rev'),
      set: Object.fromEntries(set),
      ...(added.length > 0 && {
        setIfMissing: {conflicts: []},
        insert: {
          after: 'conflicts[-1]',
          items: added.map((conflict) => {
            const _key = freeKey(record, `${sourceId}-${conflict.field}`)
            return conflictItem(_key, conflict, outcome)
          }),
        },
      }),
    },
  }
}

function conflictItem(_key: string, {field, base, theirs, ours}: Conflict, outcome: Fields) {
  return {_key, _type: 'conflict', field, ...jsonOf({base, theirs, ours}), ...outcome}
}

/** A value that is absent stays absent. */
function jsonOf(values: Fields): Fields {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, JSON.stringify(value)]),
  )
}

function freeKey(record: unknown, name: string): string {
  const key = name.replaceAll(/[^\w]{1,100}/gu, '-')
  const taken = new Set(itemsOf(record, 'conflicts').map((conflict) => textOf(conflict, '_key')))
  let number = 1
  while (taken.has(`${key}-${number}`)) number += 1
  return `${key}-${number}`
}
