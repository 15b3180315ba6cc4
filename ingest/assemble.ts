import {indexAgencies} from './agencies/agency-index.ts'
import type {LedgerSpan} from './ledger.ts'
import {passageRange} from './passage.ts'
import type {BodyDraft, Claim, ItemDraft, Reading, Target, TextField} from './reading.ts'
import type {
  DocumentReference,
  Snapshot,
  SnapshotBlock,
  SnapshotByline,
  SnapshotDateline,
  SnapshotWireCredit,
} from './snapshot.ts'

/** `_key`s are the prefix, a letter for the list and the item's place in the copy. */
const KEY_LETTERS = {
  keyPoints: 'k',
  bylines: 'y',
  wireCredits: 'c',
  captions: 'p',
  body: 'b',
} as const

/**
 * Turns what the stages claimed into the parsed fields and the ledger that bears them out.
 *
 * @param keyPrefix - Start of every `_key`; made from the source's identity, so that the same copy gives the same keys
 */
export function assemble(
  reading: Reading,
  keyPrefix: string,
): {readonly snapshot: Snapshot; readonly spans: readonly LedgerSpan[]} {
  const claims = reading.claims.toSorted((one, other) => startOf(one) - startOf(other))
  const items = groupItems(claims, keyPrefix)
  const snapshot = buildSnapshot(claims, items)
  return {snapshot, spans: buildSpans(reading.raw, claims, items)}
}

interface Item {
  readonly key: string
  readonly draft: ItemDraft
  /** Texts by property */
  readonly texts: Map<string, string>
}

function startOf(claim: Claim): number {
  return passageRange(claim.passage).start
}

function groupItems(claims: readonly Claim[], keyPrefix: string): ReadonlyMap<ItemDraft, Item> {
  const items = new Map<ItemDraft, Item>()
  const ordinals = new Map<string, number>()
  for (const claim of claims) {
    if (claim.kind !== 'field' || typeof claim.target === 'string') continue
    const {item: draft, property} = claim.target
    const known = items.get(draft)
    if (known) {
      known.texts.set(property, (known.texts.get(property) ?? '') + claim.passage.text)
      continue
    }
    const ordinal = (ordinals.get(draft.list) ?? 0) + 1
    ordinals.set(draft.list, ordinal)
    const key = draft.list === 'dateline' ? '' : `${keyPrefix}-${KEY_LETTERS[draft.list]}${ordinal}`
    items.set(draft, {key, draft, texts: new Map([[property, claim.passage.text]])})
  }
  return items
}

function buildSnapshot(claims: readonly Claim[], items: ReadonlyMap<ItemDraft, Item>): Snapshot {
  const texts: Partial<Record<TextField, string>> = {}
  for (const claim of claims) {
    if (claim.kind !== 'field' || typeof claim.target !== 'string') continue
    texts[claim.target] = (texts[claim.target] ?? '') + claim.passage.text
  }
  const keyPoints = []
  const bylines: SnapshotByline[] = []
  const wireCredits: SnapshotWireCredit[] = []
  const captions = []
  const body: SnapshotBlock[] = []
  let dateline: SnapshotDateline | undefined
  for (const {key, draft, texts: itemTexts} of items.values()) {
    const text = itemTexts.get('text') ?? ''
    switch (draft.list) {
      case 'keyPoints':
        keyPoints.push({_key: key, _type: 'keyPoint', text} as const)
        break
      case 'captions':
        captions.push({_key: key, text})
        break
      case 'bylines':
        bylines.push({
          _key: key,
          _type: 'byline',
          role: draft.role,
          ...Object.fromEntries(itemTexts),
        })
        break
      case 'wireCredits': {
        const verbatim = itemTexts.get('verbatim') ?? ''
        wireCredits.push({
          _key: key,
          _type: 'wireCredit',
          ...(draft.agency
            ? {source: wireSourceReference(draft.agency.code)}
            : {nameAsWritten: verbatim}),
          relation: draft.relation,
          verbatim,
          position: draft.position,
        })
        break
      }
      case 'dateline':
        dateline = {
          _type: 'dateline',
          text,
          ...(draft.place !== null && {place: draft.place}),
          ...(draft.date !== undefined && {date: draft.date}),
          ...(draft.agency && {wireSource: wireSourceReference(draft.agency.code)}),
        }
        break
      case 'body':
        body.push(buildBlock(key, draft, text))
        break
    }
  }
  return {
    ...texts,
    ...(keyPoints.length > 0 && {keyPoints}),
    ...(bylines.length > 0 && {bylines}),
    ...(wireCredits.length > 0 && {wireCredits}),
    ...(dateline && {dateline}),
    ...(captions.length > 0 && {captions}),
    body,
  }
}

function wireSourceReference(code: string): DocumentReference {
  return {_type: 'reference', _ref: `wireSource-${code}`}
}

/** In the editor's own normal form: no empty span, and the lead-in a mark on a span of its own. */
function buildBlock(key: string, {style, leadIn}: BodyDraft, text: string): SnapshotBlock {
  const parts =
    leadIn === 0
      ? [{text, marks: []}]
      : [
          {text: text.slice(0, leadIn), marks: ['leadIn']},
          {text: text.slice(leadIn), marks: []},
        ].filter((part) => part.text !== '')
  return {
    _key: key,
    _type: 'block',
    style,
    markDefs: [],
    children: parts.map(({text: part, marks}, index) => ({
      _key: `${key}s${index}`,
      _type: 'span',
      text: part,
      marks,
    })),
  }
}

/** A piece of copy on its way into the ledger: where it goes is said as a path. */
interface Stretch extends Omit<LedgerSpan, 'targets'> {
  readonly targets: string[]
}

function buildSpans(
  raw: string,
  claims: readonly Claim[],
  items: ReadonlyMap<ItemDraft, Item>,
): readonly LedgerSpan[] {
  const stretches = claims
    .flatMap((claim) => claimStretches(claim, items))
    .toSorted((one, other) => one.start - other.start || one.end - other.end)
  const spans: Stretch[] = []
  for (const stretch of splitAtOverlaps(stretches)) {
    const last = spans.at(-1)
    if (last && last.start === stretch.start && last.end === stretch.end) {
      last.targets.push(...stretch.targets.filter((target) => !last.targets.includes(target)))
      continue
    }
    const filled = last?.end ?? 0
    if (stretch.start > filled) spans.push(gap(raw, filled, stretch.start))
    spans.push(stretch)
  }
  const filled = spans.at(-1)?.end ?? 0
  if (filled < raw.length) spans.push(gap(raw, filled, raw.length))
  return mergeCopies(spans)
}

function claimStretches(claim: Claim, items: ReadonlyMap<ItemDraft, Item>): Stretch[] {
  const {rule, reason, confidence = 1} = claim
  if (claim.kind !== 'field') {
    const {start, end} = passageRange(claim.passage)
    return [{start, end, kind: claim.kind, targets: [], op: 'copy', rule, reason, confidence}]
  }
  const stretches: Stretch[] = []
  let offset = 0
  for (const piece of claim.passage.pieces) {
    for (const part of splitAtLeadIn(claim.target, items, offset, piece.text.length)) {
      const isWhole = part.from === 0 && part.to === piece.text.length
      const value = piece.text.slice(part.from, part.to)
      stretches.push({
        start: isWhole ? piece.start : piece.start + part.from,
        end: isWhole ? piece.end : piece.start + part.to,
        kind: 'field',
        targets: [part.path],
        op: piece.op,
        ...(piece.op !== 'copy' && {value}),
        rule,
        reason,
        confidence,
      })
    }
    offset += piece.text.length
  }
  return stretches
}

interface Part {
  readonly from: number
  readonly to: number
  readonly path: string
}

/** A body paragraph with a lead-in has two spans of text; a piece that lies in both is cut in two. */
function splitAtLeadIn(
  target: Target,
  items: ReadonlyMap<ItemDraft, Item>,
  offset: number,
  length: number,
): Part[] {
  if (typeof target === 'string') return [{from: 0, to: length, path: target}]
  const {item: draft, property} = target
  const key = items.get(draft)?.key ?? ''
  if (draft.list === 'dateline') return [{from: 0, to: length, path: `dateline.${property}`}]
  if (draft.list !== 'body') {
    return [{from: 0, to: length, path: `${draft.list}[_key=="${key}"].${property}`}]
  }
  const child = (index: number) => `body[_key=="${key}"].children[_key=="${key}s${index}"].text`
  const cut = draft.leadIn - offset
  if (draft.leadIn === 0 || cut >= length) return [{from: 0, to: length, path: child(0)}]
  if (cut <= 0) return [{from: 0, to: length, path: child(1)}]
  return [
    {from: 0, to: cut, path: child(0)},
    {from: cut, to: length, path: child(1)},
  ]
}

/** Two claims on one stretch (the agency in a dateline) share it: the longer is cut at the edges of the shorter. */
function splitAtOverlaps(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = []
  for (const [index, stretch] of stretches.entries()) {
    const edges = new Set<number>()
    for (const other of near(stretches, index)) {
      for (const edge of [other.start, other.end]) {
        if (edge > stretch.start && edge < stretch.end) edges.add(edge)
      }
    }
    if (edges.size === 0 || stretch.op !== 'copy') {
      result.push({...stretch, targets: [...stretch.targets]})
      continue
    }
    const points = [stretch.start, ...[...edges].toSorted((a, b) => a - b), stretch.end]
    for (const [position, start] of points.slice(0, -1).entries()) {
      const end = points[position + 1] ?? stretch.end
      result.push({...stretch, targets: [...stretch.targets], start, end})
    }
  }
  return result.toSorted((one, other) => one.start - other.start || one.end - other.end)
}

/** The neighbours that may overlap: claims overlap only inside a dateline or a list of names. */
function near(stretches: readonly Stretch[], index: number): readonly Stretch[] {
  return stretches.slice(Math.max(0, index - 6), index + 7)
}

function gap(raw: string, start: number, end: number): Stretch {
  const isWords = /[\p{L}\p{N}]/u.test(raw.slice(start, end))
  return {
    start,
    end,
    kind: isWords ? 'unresolved' : 'separator',
    targets: [],
    op: 'copy',
    rule: isWords ? 'unclaimed@1' : 'white-space@1',
    reason: isWords
      ? 'Words that no rule claimed: an editor must place them'
      : 'Between the parts of the copy',
    confidence: isWords ? 0 : 1,
  }
}

function mergeCopies(spans: readonly Stretch[]): readonly LedgerSpan[] {
  const merged: LedgerSpan[] = []
  for (const span of spans) {
    const last = merged.at(-1)
    const continues =
      last?.op === 'copy' &&
      span.op === 'copy' &&
      last.kind === 'field' &&
      span.kind === 'field' &&
      last.rule === span.rule &&
      last.targets.join('\n') === span.targets.join('\n')
    if (last && continues) merged[merged.length - 1] = {...last, end: span.end}
    else merged.push(span)
  }
  return merged
}

/** The agency's name a credit stands for, as the registry has it, or as printed. */
export function creditSource(credit: SnapshotWireCredit, agencies: Reading['agencies']): string {
  const code = credit.source?._ref.replace('wireSource-', '')
  const agency = agencies.find((known) => known.code === code)
  return agency?.name ?? indexAgencies(agencies).find(credit.verbatim)?.name ?? credit.verbatim
}
