import {fieldOf} from './rules/narrow.ts'
import type {Verdict} from './rules/problem.ts'

/**
 * Makes a rule a validator of a field of `article`. Nothing more is asked of a killed story: its tombstone must go out
 * whatever else is missing.
 *
 * @param rule - Gets the field's value and the whole article, both as stored
 */
export function unlessKilled(
  rule: (value: unknown, article: unknown) => Verdict,
): (value: unknown, context: {readonly document?: unknown}) => Verdict {
  return (value, context) =>
    fieldOf(context.document, 'pubStatus') === 'canceled' ? true : rule(value, context.document)
}
