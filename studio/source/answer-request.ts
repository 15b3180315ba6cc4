import type {Mutation} from '@sanity/client'

import {type Fields, textOf} from '../../schemas/rules/narrow.ts'
import {recordIdOf} from '../article/record-id.ts'
import {draftFirst} from './draft-first.ts'
import type {FindingEdit} from './finding-edits/finding-edit.ts'
import type {OpenFinding} from './open-findings.ts'
import {settleFinding, type Settlement} from './settle-finding.ts'

/** An editor's word on a doubt, and what it does to the article. */
export interface Answer extends Settlement {
  /** As the form shows it */
  readonly article: Fields
  readonly finding: OpenFinding
  readonly edit: FindingEdit | undefined
}

/** Settles a doubt on the record, together with the edit that the answer stands for. */
export function answerRequest(answer: Answer): Mutation[] {
  const {article, finding, edit} = answer
  const [draftId, draft] = draftFirst(article)
  const {set, unset} = edit ?? {}
  return [
    ...(set || unset
      ? [draft, {patch: {id: draftId, ...(set && {set}), ...(unset && {unset: [...unset]})}}]
      : []),
    {patch: {id: recordIdOf(textOf(article, '_id')), ...settleFinding(finding, answer)}},
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
