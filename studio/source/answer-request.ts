import type {Mutation} from '@sanity/client'

import {type Fields, textOf} from '../../schemas/rules/narrow.ts'
import {recordIdOf} from '../article/record-id.ts'
import {draftFirst} from './draft-first.ts'
import type {FindingEdit} from './finding-edit.ts'
import type {OpenFinding} from './open-findings.ts'

/** What an editor says to a doubt: one of its readings, or that the text stays as it was read. */
export interface Answer {
  /** As the form shows it */
  readonly article: Fields
  readonly sourceId: string
  readonly finding: OpenFinding
  /** One of the finding's alternatives; `undefined`: left as it was read */
  readonly chosen: string | undefined
  readonly edit: FindingEdit | undefined
  /** Who decides, as the record names them */
  readonly by: string
  /** ISO 8601 */
  readonly at: string
}

/** Settles a doubt on the record, together with the edit that the answer stands for. */
export function answerRequest(answer: Answer): Mutation[] {
  const {article, sourceId, finding, chosen, edit, by, at} = answer
  const state = chosen === undefined ? 'dismissed' : 'resolved'
  const [draftId, draft] = draftFirst(article)
  const {set, unset} = edit ?? {}
  return [
    ...(set || unset
      ? [draft, {patch: {id: draftId, ...(set && {set}), ...(unset && {unset: [...unset]})}}]
      : []),
    {
      patch: {
        id: recordIdOf(textOf(article, '_id')),
        set: {[`findings[_key=="${finding.key}"].state`]: state},
        setIfMissing: {resolutions: []},
        insert: {
          after: 'resolutions[-1]',
          items: [
            {
              _key: `${finding.key}-answer`,
              _type: 'resolution',
              kind: chosen === undefined ? 'dismissed' : 'accepted',
              source: {_type: 'reference', _ref: sourceId, _weak: true},
              start: finding.start,
              end: finding.end,
              by,
              at,
              ...(chosen !== undefined && {note: chosen}),
            },
          ],
        },
      },
    },
  ]
}

/** Opens a settled doubt again. What its answer wrote into the article stays: it may have been edited since. */
export function askAgainRequest(article: Fields, findingKey: string): Mutation[] {
  const id = recordIdOf(textOf(article, '_id'))
  return [
    {
      patch: {
        id,
        set: {[`findings[_key=="${findingKey}"].state`]: 'open'},
        unset: [`resolutions[_key=="${findingKey}-answer"]`],
      },
    },
  ]
}
