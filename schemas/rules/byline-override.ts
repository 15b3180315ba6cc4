import {fieldOf, itemsOf, referenceOf, textOf, isFields} from './narrow.ts'
import type {Verdict} from './problem.ts'
import {say} from './say.ts'

/** A byline typed by hand has its reason on the record. */
export function overrideExplained(article: unknown, record: unknown): Verdict {
  if (overrideText(article) === '' || textOf(record, 'bylineOverrideReason') !== '') return true
  return say('override-unexplained')
}

/**
 * A byline typed by hand names everybody with the role `by`.
 *
 * @param contributors - The linked contributors, so far as they are at hand; others cannot be looked for
 */
export function overrideNamesAll(article: unknown, contributors: readonly unknown[]): Verdict {
  const text = overrideText(article).toLowerCase()
  if (text === '') return true
  const leftOut = itemsOf(article, 'bylines')
    .filter((entry) => textOf(entry, 'role') === 'by')
    .map((entry) => namesOf(entry, contributors))
    .filter((names) => names.length > 0)
    .filter((names) => !names.some((name) => text.includes(name.toLowerCase())))
    .map(([name = '']) => `"${name}"`)
  return leftOut.length === 0 || say('override-leaves-out', {names: leftOut.join(', ')})
}

function overrideText(article: unknown): string {
  return textOf(fieldOf(article, 'bylineOverride'), 'text')
}

function namesOf(entry: unknown, contributors: readonly unknown[]): readonly string[] {
  const id = referenceOf(entry, 'contributor')
  const person = contributors.find((candidate) => isFields(candidate) && candidate['_id'] === id)
  const names = [
    textOf(person, 'bylineName'),
    textOf(person, 'name'),
    textOf(entry, 'nameAsWritten'),
  ]
  return names.filter((name) => name !== '')
}
