import type {Mutation} from '@sanity/client'

import {type Fields, textOf} from '../../schemas/rules/narrow.ts'
import {existingPath} from '../article/existing-path.ts'
import {recordIdOf} from '../article/record-id.ts'
import {draftFirst} from '../source/draft-first.ts'
import type {OpenConflict} from './open-conflicts.ts'

/** Who decides on conflicts, and when. */
export interface ConflictDecision {
  /** As the form shows it */
  readonly article: Fields
  readonly by: string
  /** ISO 8601 */
  readonly at: string
}

/** Takes the wire's words for the fields, and writes on the record that it was decided: one transaction. */
export function takeTheirsRequest(
  conflicts: readonly OpenConflict[],
  decision: ConflictDecision,
): Mutation[] {
  const [draftId, draft] = draftFirst(decision.article)
  return [
    draft,
    ...conflicts.map((conflict) => ({
      patch: {id: draftId, ...replacement(conflict, decision.article)},
    })),
    decide('tookTheirs', conflicts, decision),
  ]
}

/** Keeps the editor's words: only the decision is written. */
export function keepOursRequest(
  conflicts: readonly OpenConflict[],
  decision: ConflictDecision,
): Mutation[] {
  return [decide('keptOurs', conflicts, decision)]
}

// `body[_key=="3f2a-b1"]`: the list that an item belongs to
const ITEM = /^(?<list>[A-Za-z]{1,40})\[_key==/u

function replacement({field, theirs}: OpenConflict, article: Fields) {
  if (theirs === undefined) return {unset: [field]}
  const list = ITEM.exec(field)?.groups?.['list']
  if (list === undefined || existingPath(article, field).length > 1) return {set: {[field]: theirs}}
  // The editor had taken the item out: it comes back at the end, in sight
  return {setIfMissing: {[list]: []}, insert: {after: `${list}[-1]`, items: [theirs]}}
}

function decide(
  state: 'tookTheirs' | 'keptOurs',
  conflicts: readonly OpenConflict[],
  {article, by, at}: ConflictDecision,
): Mutation {
  const set = Object.fromEntries(
    conflicts.flatMap(({key}) => {
      const path = `conflicts[_key=="${key}"]`
      return [
        [`${path}.state`, state],
        [`${path}.by`, by],
        [`${path}.at`, at],
      ]
    }),
  )
  return {patch: {id: recordIdOf(textOf(article, '_id')), set}}
}
