import {claimStretches} from './claim-stretches.ts'
import type {Item} from './collect-items.ts'
import type {LedgerSpan} from './ledger.ts'
import {passageRange} from './passage.ts'
import type {Claim, ItemDraft} from './reading.ts'

/**
 * Lays the claims side by side and accounts for what is between them, so that the spans tile the copy.
 *
 * @param claims - In the order of the copy
 */
export function buildSpans(
  raw: string,
  claims: readonly Claim[],
  items: ReadonlyMap<ItemDraft, Item>,
): readonly LedgerSpan[] {
  const spans: LedgerSpan[] = []
  let filled = 0
  for (const group of groupOverlapping(claims)) {
    for (const stretch of groupStretches(group, items)) {
      if (stretch.start > filled) spans.push(gap(raw, filled, stretch.start))
      append(spans, stretch)
      filled = stretch.end
    }
  }
  if (filled < raw.length) spans.push(gap(raw, filled, raw.length))
  return spans
}

/** Claims overlap only inside a dateline, a list of names or a text that something was taken out of: most stand alone. */
function groupOverlapping(claims: readonly Claim[]): readonly (readonly Claim[])[] {
  const groups: Claim[][] = []
  let reached = -1
  for (const claim of claims) {
    const {start, end} = passageRange(claim.passage)
    if (start < reached) groups.at(-1)?.push(claim)
    else groups.push([claim])
    reached = Math.max(reached, end)
  }
  return groups
}

function groupStretches(
  group: readonly Claim[],
  items: ReadonlyMap<ItemDraft, Item>,
): readonly LedgerSpan[] {
  const [first, second] = group
  if (first !== undefined && second === undefined) return claimStretches(first, items)
  const stretches: LedgerSpan[] = []
  for (const claim of group) stretches.push(...claimStretches(claim, items))
  return shareStretches(stretches.toSorted(byPlace))
}

/**
 * Two claims on one stretch (the agency in a dateline) share it: the longer is cut at the edges of the shorter.
 *
 * @param stretches - In the order of the copy
 */
function shareStretches(stretches: readonly LedgerSpan[]): readonly LedgerSpan[] {
  const shared: LedgerSpan[] = []
  for (const stretch of cutAtEdges(stretches).toSorted(byPlace)) {
    const last = shared.at(-1)
    if (last?.start !== stretch.start || last.end !== stretch.end) {
      shared.push(stretch)
      continue
    }
    const targets = new Set([...last.targets, ...stretch.targets])
    shared[shared.length - 1] = {...last, targets: [...targets]}
  }
  return shared
}

function byPlace(one: LedgerSpan, other: LedgerSpan): number {
  return one.start - other.start || one.end - other.end
}

function cutAtEdges(stretches: readonly LedgerSpan[]): readonly LedgerSpan[] {
  const parts: LedgerSpan[] = []
  for (const [index, stretch] of stretches.entries()) {
    if (stretch.op !== 'copy') {
      parts.push(stretch)
      continue
    }
    const edges = new Set<number>()
    for (const other of near(stretches, index)) {
      if (other.start > stretch.start && other.start < stretch.end) edges.add(other.start)
      if (other.end > stretch.start && other.end < stretch.end) edges.add(other.end)
    }
    let {start} = stretch
    for (const end of [...edges].toSorted((a, b) => a - b)) {
      parts.push({...stretch, start, end})
      start = end
    }
    parts.push(start === stretch.start ? stretch : {...stretch, start})
  }
  return parts
}

/** The neighbours that may share a stretch; the bound keeps hostile copy cheap. */
function near(stretches: readonly LedgerSpan[], index: number): readonly LedgerSpan[] {
  return stretches.slice(Math.max(0, index - 6), index + 7)
}

/** What goes on as the span before does is part of it. */
function append(spans: LedgerSpan[], span: LedgerSpan): void {
  const last = spans.at(-1)
  const continues =
    last?.end === span.start &&
    last.op === 'copy' &&
    span.op === 'copy' &&
    last.kind === 'field' &&
    span.kind === 'field' &&
    last.rule === span.rule &&
    areEqual(last.targets, span.targets)
  if (continues) spans[spans.length - 1] = {...last, end: span.end}
  else spans.push(span)
}

function areEqual(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((target, index) => target === other[index])
}

function gap(raw: string, start: number, end: number): LedgerSpan {
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
