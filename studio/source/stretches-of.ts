import type {LedgerSpan} from '../../ingest/ledger.ts'
import {itemsOf} from '../../schemas/rules/narrow.ts'
import type {OpenFinding} from './open-findings.ts'
import type {ReceivedText} from './received-text.ts'
import type {Destination, Gap, Stretch} from './stretch.ts'

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
    one.destination === other.destination && one.label === other.label && one.rule === other.rule
  )
}

function readStretch(
  span: LedgerSpan,
  text: string,
  source: ReceivedText,
  findings: readonly OpenFinding[],
): Stretch {
  const {start, end, rule, reason} = span
  const doubts = findings
    .filter((finding) => finding.start < end && finding.end > start)
    .map((finding) => finding.message)
  return {type: 'stretch', start, end, text, rule, reason, doubts, ...fateOf(span, source)}
}

function fateOf(
  span: LedgerSpan,
  {snapshot}: ReceivedText,
): Pick<Stretch, 'destination' | 'label' | 'path'> {
  if (span.kind === 'removed') return {destination: 'removed', label: 'Taken out', path: undefined}
  if (span.kind === 'unresolved') {
    return {destination: 'unresolved', label: 'In doubt', path: undefined}
  }
  const target = span.targets[0] ?? ''
  const {field = '', key, part = ''} = TARGET.exec(target)?.groups ?? {}
  const known = fieldFates[field]
  if (!known) return {destination: 'other', label: otherLabels[field] ?? field, path: undefined}
  const {destination} = known
  const path = field === 'body' ? `body[_key=="${key ?? ''}"]` : target
  const ofPart = partLabels[part]
  if (ofPart !== undefined) return {destination, label: ofPart, path}

  const items = itemsOf(snapshot, field)
  const item = items.find((candidate) => candidate['_key'] === key)
  if (!item) return {destination, label: known.label, path}
  const isCrossHead = item['style'] === 'crossHead'
  const alike = items.filter((other) => (other['style'] === 'crossHead') === isCrossHead)
  const label = isCrossHead ? 'Cross-head' : known.label
  const isOnly = alike.length === 1 && known.numbered !== true
  return {destination, label: isOnly ? label : `${label} ${alike.indexOf(item) + 1}`, path}
}

// `bylines[_key=="3f2a-y1"].jobTitle`
const TARGET =
  /^(?<field>[A-Za-z]{1,40})(?:\[_key==["'](?<key>[^"']{1,100})["']\])?(?:\.(?<part>[A-Za-z]{1,40}))?/u

interface FieldFate {
  readonly destination: Destination
  readonly label: string
  /** Counted even where there is only one */
  readonly numbered?: true
}

/** Parts of a byline that are no names. */
const partLabels: Readonly<Record<string, string>> = {
  jobTitle: 'Job title',
  locationText: 'Location',
  affiliationText: 'Affiliation',
}

const fieldFates: Readonly<Record<string, FieldFate>> = {
  headline: {destination: 'headline', label: 'Headline'},
  standfirst: {destination: 'standfirst', label: 'Standfirst'},
  keyPoints: {destination: 'keyPoint', label: 'Key point', numbered: true},
  bylines: {destination: 'byline', label: 'Byline'},
  dateline: {destination: 'dateline', label: 'Dateline'},
  wireCredits: {destination: 'credit', label: 'Wire credit'},
  body: {destination: 'body', label: 'Paragraph', numbered: true},
  kicker: {destination: 'other', label: 'Kicker'},
  slugline: {destination: 'other', label: 'Slugline'},
  authorNote: {destination: 'other', label: 'Author note'},
  copyrightNotice: {destination: 'other', label: 'Copyright'},
}

/** What the article has no field for: it is kept on the record or with the source. */
const otherLabels: Readonly<Record<string, string>> = {
  signOff: 'Sign-off',
  sourceDate: 'Date as printed',
  versionMark: 'Version mark',
  correctionText: 'Correction note',
  embargoText: 'Embargo',
  captions: 'Caption',
}
