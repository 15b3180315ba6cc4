import {fieldOf, textOf} from '../../../schemas/rules/narrow.ts'
import type {OpenFinding} from '../open-findings.ts'
import type {FindingEdit, FindingPlace} from './finding-edit.ts'
import {childText, isChild, wordsInBody} from './words-in-body.ts'

/** What was read as a dateline begins the first sentence, with the mark behind it. */
export function datelineToProse(
  {start}: OpenFinding,
  {article, source}: FindingPlace,
): FindingEdit | undefined {
  const {raw, spans, snapshot} = source
  const first = spans.find((span) => span.start > start && span.targets.some(isChild))
  const path = first?.targets.find(isChild)
  if (!first || path === undefined) return undefined
  const text = childText(article, path)
  const received = first.value ?? raw.slice(first.start, first.end)
  const dateline = textOf(fieldOf(article, 'dateline'), 'text')
  const isAsReceived = dateline === textOf(fieldOf(snapshot, 'dateline'), 'text')
  if (!isAsReceived || dateline === '' || text?.startsWith(received) !== true) return undefined
  const words = raw.slice(start, first.start).replaceAll(/\s{1,100}/gu, ' ')
  return {does: {key: 'dateline-to-text'}, set: {[path]: words + text}, unset: ['dateline']}
}

export function proseToDateline(
  finding: OpenFinding,
  chosen: string,
  place: FindingPlace,
): FindingEdit | undefined {
  const stand = wordsInBody(finding, place)
  if (!stand || stand.before !== '' || textOf(fieldOf(place.article, 'dateline'), 'text') !== '') {
    return undefined
  }
  const name = chosen.replace(/^dateline: /u, '')
  return {
    does: {key: 'to-dateline'},
    set: {
      [stand.path]: stand.behind.replace(/^[\s:–—-]{1,6}/u, ''),
      dateline: {
        ...(isObject(place.article['dateline']) && place.article['dateline']),
        _type: 'dateline',
        text: stand.words.replace(/[\s:–—-]{1,6}$/u, ''),
        place: name,
      },
    },
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
