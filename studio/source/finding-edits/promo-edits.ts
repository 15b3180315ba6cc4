import {itemsOf} from '../../../schemas/rules/narrow.ts'
import type {OpenFinding} from '../open-findings.ts'
import {putBackKey} from '../put-back-place.ts'
import type {FindingEdit, FindingPlace} from './finding-edit.ts'
import {wordsInBody} from './words-in-body.ts'

/** A promo that was left in the text: a paragraph of its own, or the last sentences of one. */
export function takePromoOut(finding: OpenFinding, place: FindingPlace): FindingEdit | undefined {
  const stand = wordsInBody(finding, place)
  if (!stand || stand.behind !== '') return undefined
  const does = {key: 'takes-out'} as const
  const block = /^body\[[^\]]{1,110}\]/u.exec(stand.path)?.[0]
  if (stand.before === '' && block !== undefined) return {does, unset: [block]}
  return {does, set: {[stand.path]: stand.before.trimEnd()}}
}

/** A line that was taken out in doubt, unless it is in the text again. */
export function putPromoBack(
  {start, end}: OpenFinding,
  {article, source}: FindingPlace,
): FindingEdit | undefined {
  const span = source.spans.find((candidate) => candidate.start === start)
  const key = putBackKey(source.id, start)
  const isBack = itemsOf(article, 'body').some((block) => block['_key'] === key)
  if (span?.kind !== 'removed' || isBack) return undefined
  return {does: {key: 'puts-back'}, putsBack: {start, end, rule: span.rule}}
}
