import {textOf} from './narrow.ts'
import type {Problem, Verdict} from './problem.ts'

/** A rule's verdict as a list of problems: empty, or the one. */
export function judge(
  severity: Problem['severity'],
  rule: string,
  path: string,
  verdict: Verdict,
): readonly Problem[] {
  return verdict === true ? [] : [{rule, severity, path, message: verdict}]
}

/** The path of an item of an array: by its `_key`, or by its index where it has none. */
export function itemPath(field: string, item: unknown, index: number): string {
  const key = textOf(item, '_key')
  return key === '' ? `${field}[${index}]` : `${field}[_key==${JSON.stringify(key)}]`
}
