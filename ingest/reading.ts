import type {Agency} from './agencies/agency.ts'
import {type Passage, passageBetween, passageOf, passageRange, trimPassage} from './passage.ts'
import type {BoilerplateRule} from './publications/boilerplate-rule.ts'
import type {Publication} from './publications/publication.ts'
import type {CreditPosition, CreditRelation} from './story.ts'

/** A paragraph as printed, and what no stage has claimed of it yet. */
export interface Block {
  passage: Passage
  /** Empty lines between this block and the one before */
  readonly blankLinesBefore: number
  /** Bits of `SIGN`: no other marks stand in the passage */
  signs: number
}

/** One thing an editor should look at. `start` and `end` are offsets in `raw`. */
export interface Finding {
  readonly code: FindingCode
  readonly message: string
  readonly alternatives: readonly string[]
  readonly start: number
  readonly end: number
}

export type FindingCode =
  | 'credit-or-prose'
  | 'dateline-or-prose'
  | 'embargo-not-understood'
  | 'headline-or-key-point'
  | 'lead-in-case'
  | 'promo-or-prose'

/** Fields of the snapshot that hold one text. */
export type TextField =
  | 'headline'
  | 'standfirst'
  | 'slugline'
  | 'versionMark'
  | 'correctionText'
  | 'embargoText'
  | 'authorNote'
  | 'signOff'
  | 'copyrightNotice'
  | 'sourceDate'

export type BylineRole =
  | 'by'
  | 'reporting'
  | 'additionalReporting'
  | 'contributed'
  | 'writing'
  | 'editing'

/** Items of the snapshot's lists, before they have keys. */
export interface KeyPointDraft {
  readonly list: 'keyPoints'
}
export interface CaptionDraft {
  readonly list: 'captions'
}
export interface BylineDraft {
  readonly list: 'bylines'
  readonly role: BylineRole
  readonly email?: string
}
export interface CreditDraft {
  readonly list: 'wireCredits'
  readonly relation: CreditRelation
  readonly position: CreditPosition
  readonly agency?: Agency
}
export interface DatelineDraft {
  readonly list: 'dateline'
  readonly place: string | null
  readonly date?: string
  readonly agency?: Agency
  /** The agency as printed, when the registry does not know it */
  readonly agencyAsWritten?: string
}
export interface BodyDraft {
  readonly list: 'body'
  readonly style: 'normal' | 'crossHead'
  /** Length of the lead-in at the start of the text, in UTF-16 code units */
  readonly leadIn: number
}
export type ItemDraft =
  | KeyPointDraft
  | CaptionDraft
  | BylineDraft
  | CreditDraft
  | DatelineDraft
  | BodyDraft

/** Where a claimed stretch goes: a field of its own, or a property of an item. */
export type Target = TextField | {readonly item: ItemDraft; readonly property: string}

/** Why a stretch went where it went. `rule` is `id@version`. */
export interface Grounds {
  readonly rule: string
  readonly reason: string
  /** 0 to 1; 1 where nothing else could be meant */
  readonly confidence?: number
}

export type Claim = Grounds & {readonly passage: Passage} & (
    | {readonly kind: 'field'; readonly target: Target}
    | {readonly kind: 'removed'}
    | {readonly kind: 'separator'}
  )

/** What the stages share: the text nobody has claimed, and what was claimed so far. */
export interface Reading {
  readonly raw: string
  readonly agencies: readonly Agency[]
  readonly rules: readonly BoilerplateRule[]
  readonly publication: Publication | undefined
  blocks: Block[]
  readonly claims: Claim[]
  readonly findings: Finding[]
  /** What `findDateline` found at the start of the texts it was asked about: the head asks it several times of each */
  readonly datelines: Map<string, FoundDateline | undefined>
}

/** A dateline as it was found at the start of a text. */
export interface FoundDateline {
  /** Length of the dateline with its closing mark */
  readonly length: number
  readonly place: string | null
  readonly date?: string
  readonly agencyNames: readonly string[]
}

/** Claims a stretch for a field. */
export function claimField(
  reading: Reading,
  passage: Passage,
  target: Target,
  grounds: Grounds,
): void {
  if (passage.text === '') return
  reading.claims.push({...grounds, kind: 'field', passage, target})
}

/** Whether something was claimed for a field that holds one text. */
export function hasField({claims}: Pick<Reading, 'claims'>, field: TextField): boolean {
  return claims.some((claim) => claim.kind === 'field' && claim.target === field)
}

/** Takes a stretch out of the copy, with its reason. */
export function claimRemoval(reading: Reading, passage: Passage, grounds: Grounds): void {
  if (passage.text === '') return
  reading.claims.push({...grounds, kind: 'removed', passage})
}

/** Claims marks and little words that carry no text of their own: dashes, brackets, `By`. */
export function claimSeparator(reading: Reading, passage: Passage, grounds: Grounds): void {
  if (passage.text === '') return
  reading.claims.push({...grounds, kind: 'separator', passage})
}

/** Takes a block out of the unclaimed text; the caller has claimed what it holds. */
export function closeBlock(block: Block): void {
  block.passage = {text: '', pieces: []}
}

/** Leaves `passage` as the unclaimed rest of a block; an empty rest closes the block. */
export function leaveBlock(block: Block, passage: Passage): void {
  if (passage.text.trim() === '') closeBlock(block)
  else block.passage = passage
}

/** Makes one block of two that the copy printed on lines of their own; the second is closed. */
export function joinBlocks(block: Block, next: Block): void {
  const {end} = passageRange(block.passage)
  const {start} = passageRange(next.passage)
  const lineBreak = {start: end, end: start, op: 'join', text: ' '} as const
  block.passage = passageOf([...block.passage.pieces, lineBreak, ...next.passage.pieces])
  block.signs |= next.signs
  closeBlock(next)
}

/**
 * Claims a construct whose parts go to fields and whose little words (`By`, `and`, `in`) go nowhere.
 *
 * @param passage - The whole construct as printed
 * @param claimParts - Claims the parts; what it leaves of the passage becomes separators
 */
export function claimConstruct(
  reading: Reading,
  passage: Passage,
  grounds: Grounds,
  claimParts: () => void,
): void {
  const before = reading.claims.length
  claimParts()
  const claimed = reading.claims
    .slice(before)
    .map((claim) => passageRange(claim.passage))
    .toSorted((one, other) => one.start - other.start)
  let {start} = passageRange(passage)
  for (const part of [...claimed, {start: passageRange(passage).end, end: 0}]) {
    const rest = trimPassage(passageBetween(passage, start, part.start))
    claimSeparator(reading, rest, grounds)
    start = Math.max(start, part.end)
  }
}
