import {itemsOf, textOf} from '../../../schemas/rules/narrow.ts'
import type {OpenFinding} from '../open-findings.ts'
import {putBackKey} from '../put-back-place.ts'
import type {FindingEdit, FindingPlace} from './finding-edit.ts'

export function headlineToKeyPoints(
  finding: OpenFinding,
  {article, source}: FindingPlace,
): FindingEdit | undefined {
  const heads = ['headline', 'standfirst'].filter((field) => textOf(source.snapshot, field) !== '')
  const isAsReceived = (field: string) => textOf(article, field) === textOf(source.snapshot, field)
  if (!heads.every(isAsReceived)) return undefined
  const key = putBackKey(source.id, finding.start)
  const points = heads.map((field, index) => ({
    _key: `${key}k${index + 1}`,
    _type: 'keyPoint',
    text: textOf(article, field),
  }))
  return {
    does: {key: points.length === 1 ? 'headline-to-key-point' : 'heads-to-key-points'},
    unset: heads,
    set: {keyPoints: [...points, ...itemsOf(article, 'keyPoints')]},
  }
}
