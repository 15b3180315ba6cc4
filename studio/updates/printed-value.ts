import {isFields} from '../../ingest/merge-content.ts'
import {bylineText} from '../../queries/print/byline-text.ts'
import {blockText} from '../../schemas/portable-text.ts'
import {referenceOf, textOf} from '../../schemas/rules/narrow.ts'

/**
 * The words of a field's value, for the eye: a paragraph is its text, a byline its printed line, a list a line for each item. `''` for what
 * is not there.
 *
 * @param names - Printed name of a contributor, by id
 */
export function printedValue(value: unknown, names: ReadonlyMap<string, string>): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map((item) => printedValue(item, names)).join('\n')
  if (!isFields(value)) return ''
  if (Array.isArray(value['children'])) return blockText(value)
  if (value['_type'] === 'byline') return bylineText([printedByline(value, names)])
  const text = ['text', 'verbatim', 'nameAsWritten', 'textAsReceived']
    .map((name) => textOf(value, name))
    .find((words) => words !== '')
  return text ?? ''
}

function printedByline(byline: unknown, names: ReadonlyMap<string, string>) {
  return {
    role: textOf(byline, 'role') || 'by',
    name: names.get(referenceOf(byline, 'contributor')) ?? textOf(byline, 'nameAsWritten'),
    jobTitle: textOf(byline, 'jobTitle'),
    locationText: textOf(byline, 'locationText'),
    affiliationText: textOf(byline, 'affiliationText'),
  }
}
