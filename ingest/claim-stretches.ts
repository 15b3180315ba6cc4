import type {Item} from './collect-items.ts'
import type {LedgerSpan} from './ledger.ts'
import {type Piece, passageRange} from './passage.ts'
import type {Claim, ItemDraft, Target} from './reading.ts'

/** Cuts a claim into spans that each come into one text of the snapshot in one way; other claims may share them. */
export function claimStretches(
  claim: Claim,
  items: ReadonlyMap<ItemDraft, Item>,
): readonly LedgerSpan[] {
  const {rule, reason, confidence = 1} = claim
  if (claim.kind !== 'field') {
    const {start, end} = passageRange(claim.passage)
    return [{start, end, kind: claim.kind, targets: [], op: 'copy', rule, reason, confidence}]
  }
  const {leadIn, capitals, text} = readTarget(claim.target, items)
  const {pieces} = claim.passage
  const stretchOf = (
    {start, end, op, text: value}: Piece,
    targets: readonly string[],
  ): LedgerSpan => {
    const kind = 'field'
    return op === 'copy'
      ? {start, end, kind, targets, op, rule, reason, confidence}
      : {start, end, kind, targets, op, value, rule, reason, confidence}
  }
  if (leadIn === 0) return pieces.map((piece) => stretchOf(piece, text))
  const stretches: LedgerSpan[] = []
  let offset = 0
  for (const piece of pieces) {
    const {length} = piece.text
    const cut = leadIn - offset
    if (cut >= length) stretches.push(stretchOf(piece, capitals))
    else if (cut <= 0) stretches.push(stretchOf(piece, text))
    else {
      const [before, after] = cutPiece(piece, cut)
      stretches.push(stretchOf(before, capitals), stretchOf(after, text))
    }
    offset += length
  }
  return stretches
}

/** Where the text of a claim goes: the lead-in of a paragraph is a span of its own in the snapshot. */
interface Paths {
  /** Length of the lead-in; 0 where there is none */
  readonly leadIn: number
  readonly capitals: readonly string[]
  readonly text: readonly string[]
}

function readTarget(target: Target, items: ReadonlyMap<ItemDraft, Item>): Paths {
  if (typeof target === 'string') return {leadIn: 0, capitals: [], text: [target]}
  const {item: draft, property} = target
  const key = items.get(draft)?.key ?? ''
  if (draft.list === 'dateline') return {leadIn: 0, capitals: [], text: [`dateline.${property}`]}
  const path = `${draft.list}[_key=="${key}"]`
  if (draft.list !== 'body') return {leadIn: 0, capitals: [], text: [`${path}.${property}`]}
  const child = (index: number) => [`${path}.children[_key=="${key}s${index}"].text`]
  const {leadIn} = draft
  return leadIn === 0
    ? {leadIn, capitals: [], text: child(0)}
    : {leadIn, capitals: child(0), text: child(1)}
}

function cutPiece({start, end, op, text}: Piece, cut: number): readonly [Piece, Piece] {
  return [
    {start, end: start + cut, op, text: text.slice(0, cut)},
    {start: start + cut, end, op, text: text.slice(cut)},
  ]
}
