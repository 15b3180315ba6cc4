import type {BesideTheForm} from '../article/beside-the-form.ts'

/** Where a problem of the whole article is put right: beside its form, or in a field of its private record. */
export type ProblemPlace = BesideTheForm | 'legalHold'

/** The rules that judge no field. */
const places: ReadonlyMap<string, ProblemPlace> = new Map([
  ['noLegalHold', 'legalHold'],
  ['notKilledAtSource', 'updates'],
  ['correctionMerged', 'updates'],
  ['conflictsDecided', 'updates'],
  ['ledgerWhole', 'source'],
  ['spansResolved', 'source'],
  ['littleRemoved', 'source'],
])

/** @returns `undefined` where it is put right in a field */
export function placeOfProblem({
  rule,
  path,
}: {
  readonly rule: string
  readonly path: string
}): ProblemPlace | undefined {
  return path === '' ? places.get(rule) : undefined
}
