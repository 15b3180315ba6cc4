import {readCreditNames} from '../../ingest/stages/credit-names.ts'
import {type Fields, fieldOf, instantOf, itemsOf, textOf} from '../../schemas/rules/narrow.ts'
import {zonedText} from '../../schemas/rules/zoned-text.ts'
import type {DeskAgency} from '../credits/desk-agency.ts'
import type {OpenFinding} from './open-findings.ts'
import {putBackKey} from './put-back-place.ts'
import type {ReceivedText} from './received-text.ts'

/** What an answer does to the article, beyond being kept on the record. */
export interface FindingEdit {
  /** For the editor, before the answer is given: `answer.…` in the desk's texts */
  readonly does: AnswerText
  readonly set?: Readonly<Record<string, unknown>>
  readonly unset?: readonly string[]
  /** A stretch that was taken out, to be put back as an editor does it by hand */
  readonly putsBack?: {readonly start: number; readonly end: number; readonly rule: string}
  /** Field to open for what only a person can write: the doubt stays until it is answered with that in place */
  readonly opens?: string
}

export type AnswerText =
  | {
      readonly key:
        | 'joins-story'
        | 'opens-embargo'
        | 'opens-clearance'
        | 'to-credits'
        | 'to-dateline'
        | 'dateline-to-text'
        | 'takes-out'
        | 'puts-back'
        | 'headline-to-key-point'
        | 'heads-to-key-points'
    }
  | {readonly key: 'writes'; readonly word: string}
  | {readonly key: 'embargo-ends'; readonly time: string}

export interface FindingPlace {
  readonly article: Fields
  readonly source: ReceivedText
  readonly agencies: readonly DeskAgency[]
}

/**
 * The edit that an answer stands for. Only where the words in question still stand as they were received: an editor's own words are
 * never changed by an answer.
 *
 * @param choice - Index in the finding's alternatives
 * @returns `undefined` where the answer changes nothing in the article, or cannot safely
 */
export function findingEdit(
  finding: OpenFinding,
  choice: number,
  place: FindingPlace,
): FindingEdit | undefined {
  const chosen = finding.alternatives[choice]
  if (chosen === undefined) return undefined
  switch (finding.code) {
    case 'lead-in-case':
      return setWord(finding, chosen, place)
    case 'headline-or-key-point':
      return choice === 1 ? headlineToKeyPoints(finding, place) : undefined
    case 'credit-or-prose':
      return choice === 0 ? proseToCredit(finding, place) : undefined
    case 'dateline-or-prose':
      return choice === 0
        ? proseToDateline(finding, chosen, place)
        : datelineToProse(finding, place)
    case 'near-duplicate':
      return {does: {key: 'joins-story'}}
    case 'promo-or-prose':
      return choice === 0 ? takePromoOut(finding, place) : putPromoBack(finding, place)
    case 'embargo-not-understood':
      return choice === 0
        ? keepEnd(place)
        : {does: {key: 'opens-clearance'}, opens: 'embargo.until'}
    default:
      return undefined
  }
}

/** The end that an editor has set. To clear the embargo takes a reason, for which its own action asks. */
function keepEnd({article: {embargo}}: FindingPlace): FindingEdit {
  if (instantOf(embargo, 'until') === undefined) {
    return {does: {key: 'opens-embargo'}, opens: 'embargo.until'}
  }
  const time = zonedText(textOf(embargo, 'until'), textOf(embargo, 'timeZone'))
  return {does: {key: 'embargo-ends', time}}
}

function setWord(finding: OpenFinding, word: string, place: FindingPlace): FindingEdit | undefined {
  const stand = standIn(finding, place)
  if (!stand || stand.words.toLowerCase() !== word.toLowerCase() || stand.words === word) {
    return undefined
  }
  return {
    does: {key: 'writes', word},
    set: {[stand.path]: stand.before + word + stand.behind},
  }
}

function proseToCredit(finding: OpenFinding, place: FindingPlace): FindingEdit | undefined {
  const {article, source, agencies} = place
  const stand = standIn(finding, place)
  if (!stand || !/^[)\].”"’]{0,3}$/u.test(stand.behind)) return undefined
  const names = readCreditNames(stand.words, {agencies})
  if (!names) return undefined
  const credits = names.map(({start, end, relation, agency}, index) => {
    const verbatim = stand.words.slice(start, end)
    const key = `${putBackKey(source.id, finding.start)}c${index + 1}`
    const known = agencies.find(({code}) => code === agency?.code)
    const credit = {_key: key, _type: 'wireCredit', relation, verbatim, position: 'end'}
    return Object.assign(
      credit,
      known ? {source: {_type: 'reference', _ref: known.id}} : {nameAsWritten: verbatim},
    )
  })
  const closing = stand.before.endsWith('(') ? /^[)\]]/u : /^(?!)/u
  return {
    does: {key: 'to-credits'},
    set: {
      [stand.path]: stand.before.replace(/\s{0,5}[([]?$/u, '') + stand.behind.replace(closing, ''),
      wireCredits: [...itemsOf(article, 'wireCredits'), ...credits],
    },
  }
}

/** A promo that was left in the text: a paragraph of its own, or the last sentences of one. */
function takePromoOut(finding: OpenFinding, place: FindingPlace): FindingEdit | undefined {
  const stand = standIn(finding, place)
  if (!stand || stand.behind !== '') return undefined
  const does = {key: 'takes-out'} as const
  const block = /^body\[[^\]]{1,110}\]/u.exec(stand.path)?.[0]
  if (stand.before === '' && block !== undefined) return {does, unset: [block]}
  return {does, set: {[stand.path]: stand.before.trimEnd()}}
}

/** A line that was taken out in doubt, unless it is in the text again. */
function putPromoBack(
  {start, end}: OpenFinding,
  {article, source}: FindingPlace,
): FindingEdit | undefined {
  const span = source.spans.find((candidate) => candidate.start === start)
  const key = putBackKey(source.id, start)
  const isBack = itemsOf(article, 'body').some((block) => block['_key'] === key)
  if (span?.kind !== 'removed' || isBack) return undefined
  return {does: {key: 'puts-back'}, putsBack: {start, end, rule: span.rule}}
}

/** What was read as a dateline begins the first sentence, with the mark behind it. */
function datelineToProse(
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

function proseToDateline(
  finding: OpenFinding,
  chosen: string,
  place: FindingPlace,
): FindingEdit | undefined {
  const stand = standIn(finding, place)
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

function headlineToKeyPoints(
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

/** Where the words of a finding stand in the body, as long as what was received up to them is unchanged. */
function standIn(
  {start, end}: OpenFinding,
  {article, source: {raw, spans}}: FindingPlace,
):
  | {
      readonly path: string
      readonly before: string
      readonly words: string
      readonly behind: string
    }
  | undefined {
  const span = spans.find((candidate) => candidate.start <= start && candidate.end > start)
  const path = span?.targets.find(isChild)
  if (!span || path === undefined) return undefined
  const read = (from: number, to: number) =>
    spans
      .filter((part) => part.targets.includes(path) && part.start < to && part.end > from)
      .map((part) => {
        const text = part.value ?? raw.slice(part.start, part.end)
        return text.slice(Math.max(0, from - part.start), Math.max(0, to - part.start))
      })
      .join('')
  const before = read(0, start)
  const words = read(start, end).trimEnd()
  const text = childText(article, path)
  if (text === undefined || words === '') return undefined
  const there = text.slice(before.length, before.length + words.length)
  if (!text.startsWith(before) || there.toLowerCase() !== words.toLowerCase()) return undefined
  return {path, before, words: there, behind: text.slice(before.length + words.length)}
}

function childText(article: Fields, path: string): string | undefined {
  const {key, child} = CHILD.exec(path)?.groups ?? {}
  const block = itemsOf(article, 'body').find((candidate) => candidate['_key'] === key)
  const span = itemsOf(block, 'children').find((candidate) => candidate['_key'] === child)
  const text = fieldOf(span, 'text')
  return typeof text === 'string' ? text : undefined
}

function isChild(target: string): boolean {
  return CHILD.test(target)
}

const CHILD =
  /^body\[_key=="(?<key>[^"]{1,100})"\]\.children\[_key=="(?<child>[^"]{1,100})"\]\.text$/u
