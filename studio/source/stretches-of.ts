import type {LedgerSpan} from '../../ingest/ledger.ts'
import {itemsOf} from '../../schemas/rules/narrow.ts'
import {newsroomText} from '../texts/newsroom-text.ts'
import type {OpenFinding} from './open-findings.ts'
import type {ReceivedText} from './received-text.ts'
import type {Destination, Gap, Stretch, StretchName} from './stretch.ts'

/**
 * Tiles a received text with what its ledger says, for the source view: the spans of one field stand together
 * (a lead-in and the rest of its paragraph, the lines of a wrapped one), with the separators inside them.
 */
export function stretchesOf(
  source: ReceivedText,
  findings: readonly OpenFinding[],
): readonly (Stretch | Gap)[] {
  const tiles: (Stretch | Gap)[] = []
  for (const span of source.spans) {
    const text = source.raw.slice(span.start, span.end)
    if (span.kind === 'separator') {
      tiles.push({type: 'gap', start: span.start, text})
      continue
    }
    const next = readStretch(span, text, source, findings)
    const before = tiles.at(-1)
    const [joined, gap] = before?.type === 'gap' ? [tiles.at(-2), before] : [before, undefined]
    if (joined?.type === 'stretch' && isSameFate(joined, next)) {
      if (gap) tiles.pop()
      tiles.pop()
      tiles.push({
        ...joined,
        end: next.end,
        text: joined.text + (gap?.text ?? '') + next.text,
        doubts: [...new Set([...joined.doubts, ...next.doubts])],
      })
    } else tiles.push(next)
  }
  return tiles
}

function isSameFate(one: Stretch, other: Stretch): boolean {
  return (
    one.destination === other.destination &&
    one.name === other.name &&
    one.number === other.number &&
    one.rule === other.rule
  )
}

function readStretch(
  span: LedgerSpan,
  text: string,
  source: ReceivedText,
  findings: readonly OpenFinding[],
): Stretch {
  const {start, end, rule} = span
  const reason = newsroomText(span.reason)
  const doubts = findings
    .filter((finding) => finding.start < end && finding.end > start)
    .map((finding) => finding.message)
  return {type: 'stretch', start, end, text, rule, reason, doubts, ...fateOf(span, source)}
}

function fateOf(
  span: LedgerSpan,
  {snapshot}: ReceivedText,
): Pick<Stretch, 'destination' | 'name' | 'number' | 'path'> {
  if (span.kind === 'removed') return {destination: 'removed', name: 'removed', path: undefined}
  if (span.kind === 'unresolved') {
    return {destination: 'unresolved', name: 'unresolved', path: undefined}
  }
  const target = span.targets[0] ?? ''
  const {field = '', key, part = ''} = TARGET.exec(target)?.groups ?? {}
  const known = fieldFates[field]
  if (!known) return {destination: 'other', name: otherNames[field] ?? 'elsewhere', path: undefined}
  const {destination} = known
  const path = field === 'body' ? `body[_key=="${key ?? ''}"]` : target
  const ofPart = partNames[part]
  if (ofPart !== undefined) return {destination, name: ofPart, path}

  const items = itemsOf(snapshot, field)
  const item = items.find((candidate) => candidate['_key'] === key)
  if (!item) return {destination, name: known.name, path}
  const isCrossHead = item['style'] === 'crossHead'
  const alike = items.filter((other) => (other['style'] === 'crossHead') === isCrossHead)
  const name = isCrossHead ? 'crossHead' : known.name
  const isOnly = alike.length === 1 && known.numbered !== true
  return {destination, name, ...(!isOnly && {number: alike.indexOf(item) + 1}), path}
}

// `bylines[_key=="3f2a-y1"].jobTitle`
const TARGET =
  /^(?<field>[A-Za-z]{1,40})(?:\[_key==["'](?<key>[^"']{1,100})["']\])?(?:\.(?<part>[A-Za-z]{1,40}))?/u

interface FieldFate {
  readonly destination: Destination
  readonly name: StretchName
  /** Counted even where there is only one */
  readonly numbered?: true
}

/** Parts of a byline that are no names. */
const partNames: Readonly<Record<string, StretchName>> = {
  jobTitle: 'jobTitle',
  locationText: 'locationText',
  affiliationText: 'affiliationText',
}

const fieldFates: Readonly<Record<string, FieldFate>> = {
  headline: {destination: 'headline', name: 'headline'},
  standfirst: {destination: 'standfirst', name: 'standfirst'},
  keyPoints: {destination: 'keyPoint', name: 'keyPoint', numbered: true},
  bylines: {destination: 'byline', name: 'byline'},
  dateline: {destination: 'dateline', name: 'dateline'},
  wireCredits: {destination: 'credit', name: 'credit'},
  body: {destination: 'body', name: 'paragraph', numbered: true},
  kicker: {destination: 'other', name: 'kicker'},
  slugline: {destination: 'other', name: 'slugline'},
  authorNote: {destination: 'other', name: 'authorNote'},
  copyrightNotice: {destination: 'other', name: 'copyrightNotice'},
}

/** What the article has no field for: it is kept on the record or with the source. */
const otherNames: Readonly<Record<string, StretchName>> = {
  signOff: 'signOff',
  sourceDate: 'sourceDate',
  versionMark: 'versionMark',
  correctionText: 'correctionText',
  embargoText: 'embargoText',
  captions: 'captions',
}
