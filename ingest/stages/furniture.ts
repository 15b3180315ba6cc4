import {indexAgencies} from '../agencies/agency-index.ts'
import {matchesOf} from '../matches-of.ts'
import {type Passage, slicePassage, trimPassage} from '../passage.ts'
import {type CompiledRule, compileRules, likelyRules} from '../publications/compile-rules.ts'
import {
  type Block,
  type CreditDraft,
  type Reading,
  claimField,
  claimRemoval,
  hasField,
  leaveBlock,
} from '../reading.ts'
import {readCreditNames} from './credit-names.ts'
import {removeInside, removeLinkAtEnd} from './inside.ts'

/** Longer paragraphs are no furniture; it also bounds what a rule of an editor's own can cost. */
const LONGEST = 700

/** Takes out the paragraphs that a rule allows anywhere, and promos glued to the front of the story. */
export function removeFurniture(reading: Reading): void {
  removeHead(reading)
  const rules = rulesOf(reading, 'any')
  for (const [index, block] of reading.blocks.entries()) {
    const {text} = block.passage
    const match = removeWhole(reading, block, rules)
    if (match === undefined) {
      removeInside(reading, block)
      removeLinkAtEnd(reading, block, reading.blocks[index + 1])
      continue
    }
    const following = reading.blocks.slice(index + 1, index + 1 + MOST_LINKS)
    if (match.compiled.rule.class === 'relatedLink' && LIST_LABEL.test(text)) {
      removeLinks(reading, following, match)
    }
    const [next] = following
    if (match.compiled.rule.class === 'copyright' && next)
      removeRestOfNotice(reading, text, next, match)
  }
}

const MOST_LINKS = 8
// `RELATED:`, `You might also like...`: a list follows
const LIST_LABEL =
  /(?::|\.{2,5}|…|^Learn more|\b(?:like|interested in|enjoy|articles?|content|posts?|links?|stories|you|miss|read|popular))$/iu

/** Takes out the titles of other stories that stand under a label such as `RELATED:`. */
function removeLinks(reading: Reading, blocks: readonly Block[], match: Match): void {
  const areCapitals = isCapitals(blocks[0]?.passage.text ?? '')
  for (const block of blocks) {
    const {text} = block.passage
    // titles in small letters do not go on in capitals: that is the next cross-head
    if (isCapitals(text) && !areCapitals) return
    if (text.length > 120 || /(?:[.,;:]|[a-z]!)["”’')]?$/u.test(text)) return
    remove(reading, block.passage, match)
    leaveBlock(block, slicePassage(block.passage, 0, 0))
  }
}

function isCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text)
}

/** A notice in capitals that the source broke in two goes on until its full stop. */
function removeRestOfNotice(reading: Reading, notice: string, next: Block, match: Match): void {
  const {text} = next.passage
  if (
    /[.!?)]$/u.test(notice) ||
    /\p{Ll}/u.test(notice + text) ||
    !/^[^.]{2,200}\p{L}{2}\.$/u.test(text)
  )
    return
  remove(reading, next.passage, match)
  leaveBlock(next, slicePassage(next.passage, 0, 0))
}

/**
 * Takes out the furniture at the end of the last block: the whole of it, or its last sentences.
 *
 * @returns Whether anything was taken
 */
export function removeTailFurniture(reading: Reading, last: Block): boolean {
  const rules = rulesOf(reading, 'tail')
  if (removeWhole(reading, last, rules) !== undefined) return true
  for (const start of sentenceStarts(reading, last.passage.text)) {
    const sentence = trimPassage(slicePassage(last.passage, start))
    const match = matchRule(sentence.text, rules)
    if (match === undefined) continue
    remove(reading, sentence, match)
    leaveBlock(last, trimPassage(slicePassage(last.passage, 0, start)))
    return true
  }
  return false
}

/** A promo that runs on into the story: `… with our partners PORTHAVEN: A small …`. */
function removeHead(reading: Reading): void {
  const [first] = reading.blocks
  if (first === undefined) return
  for (const {rule, opening} of compileRules(reading.rules, reading.publication)) {
    if (rule.where !== 'head' || rule.scope !== 'sentence') continue
    const length = opening.exec(first.passage.text.slice(0, LONGEST))?.[0].trimEnd().length
    if (length === undefined) continue
    claimRemoval(reading, slicePassage(first.passage, 0, length), {
      rule: `${rule.name}@${rule.version}`,
      reason: rule.reason,
    })
    leaveBlock(first, trimPassage(slicePassage(first.passage, length)))
    return
  }
}

const byPlace = new WeakMap<
  readonly CompiledRule[],
  Record<'any' | 'tail', readonly CompiledRule[]>
>()

/** The rules that hold between paragraphs, or at the end of the story; the same list each time it is asked for. */
function rulesOf(reading: Reading, place: 'any' | 'tail'): readonly CompiledRule[] {
  const rules = compileRules(reading.rules, reading.publication)
  const known = byPlace.get(rules) ?? {
    any: rules.filter(({rule}) => rule.where === 'any'),
    tail: rules.filter(({rule}) => rule.where !== 'head'),
  }
  byPlace.set(rules, known)
  return known[place]
}

interface Match {
  readonly compiled: CompiledRule
  readonly isTruncated: boolean
}

function removeWhole(
  reading: Reading,
  block: Block,
  rules: readonly CompiledRule[],
): Match | undefined {
  const match = matchRule(block.passage.text, rules)
  if (match === undefined) return undefined
  remove(reading, block.passage, match)
  leaveBlock(block, slicePassage(block.passage, 0, 0))
  return match
}

function matchRule(text: string, rules: readonly CompiledRule[]): Match | undefined {
  if (text === '' || text.length > LONGEST) return undefined
  for (const compiled of likelyRules(rules, text)) {
    const groups = compiled.pattern.exec(text)
    if (groups === null) continue
    const hasLink = compiled.rule.pattern.includes('(?<link>')
    return {compiled, isTruncated: hasLink && lostItsLink(text, groups.groups?.['link'])}
  }
  return undefined
}

/** `… Join` with nothing behind it: the link's text is gone. */
function lostItsLink(text: string, link: string | undefined): boolean {
  return link === undefined && /\p{L}$/u.test(text)
}

function remove(reading: Reading, passage: Passage, {compiled, isTruncated}: Match): void {
  const {name, version, reason} = compiled.rule
  if (
    compiled.rule.class === 'copyright' &&
    claimCopyright(reading, passage, `${name}@${version}`, reason)
  )
    return
  claimRemoval(reading, passage, {
    rule: `${name}@${version}`,
    reason: isTruncated ? `${reason} (truncated: its link text is lost)` : reason,
  })
}

/** The first copyright line is the notice of the article, and the agency it names is a source of it. */
function claimCopyright(reading: Reading, passage: Passage, rule: string, reason: string): boolean {
  if (hasField(reading, 'copyrightNotice')) return false
  claimField(reading, passage, 'copyrightNotice', {rule, reason})
  claimSource(reading, passage, rule, {
    name: HOLDER.exec(passage.text)?.groups?.['holder'],
    relation: 'sole',
    reason: 'Agency that holds the copyright',
  })
  claimSource(reading, passage, rule, {
    name: DISTRIBUTOR.exec(passage.text)?.groups?.['distributor'],
    relation: 'distributedBy',
    reason: 'Service that distributed the story',
  })
  return true
}

interface NamedSource {
  readonly name: string | undefined
  readonly relation: CreditDraft['relation']
  readonly reason: string
}

/** A notice also says whose copy it is, when it names a service; a paper's own notice credits nobody. */
function claimSource(
  reading: Reading,
  passage: Passage,
  rule: string,
  {name, relation, reason}: NamedSource,
): void {
  const agency = name === undefined ? undefined : indexAgencies(reading.agencies).find(name)
  const isService = agency?.kind === 'wire' || relation === 'distributedBy'
  if (name === undefined || !agency || !isService) return
  const start = passage.text.indexOf(name)
  const item: CreditDraft = {list: 'wireCredits', relation, position: 'ownLine', agency}
  const printed = slicePassage(passage, start, start + name.length)
  claimField(reading, printed, {item, property: 'verbatim'}, {rule, reason})
}

// `Copyright 2026 The Associated Press. All rights reserved`, `©2026 Bloomberg L.P.`
const HOLDER =
  /^(?:Copyright|COPYRIGHT|©|\([cC]\))(?: ?(?:©|\([cC]\)|Copyright))? ?(?:\d{4},? ?)?(?:by |BY )?(?<holder>[^.,]{2,50}?)(?: \d{4})?(?:[.,]|$| (?:L\.?P|Ltd|Inc|LLC|S\.A)\b)/u
// `Distributed by Tribune Content Agency, LLC.`
const DISTRIBUTOR = /\b[Dd]istributed by (?<distributor>\p{Lu}[^.,]{2,50}?)(?:[.,]|$)/u
const SENTENCE_START =
  /(?:[.!?…]["”’')\]]{0,3}\s*|\)\s+|https?:\/\/\S{1,200}\s+)(?=[\p{Lu}“"'(©])/gu
/** `REUTERSThe Herald is …`: capitals run into the next sentence. */
const GLUED_START =
  /[.!?…]["”’')\]]{0,3}\s{0,3}(?<credit>\p{Lu}[\p{Lu} ,/&]{1,60})(?=\p{Lu}\p{Ll})/gu

/** Where the last eight sentences of a paragraph begin, in their order: what a rule takes, it takes whole. */
function sentenceStarts(reading: Reading, text: string): number[] {
  const from = Math.max(0, text.length - LONGEST)
  const tail = text.slice(from)
  const starts = matchesOf(tail, SENTENCE_START).map((match) => match.index + match[0].length)
  for (const match of matchesOf(tail, GLUED_START)) {
    const {credit = ''} = match.groups ?? {}
    if (!readCreditNames(credit, reading)) continue
    const end = match.index + match[0].length
    const begun = starts.indexOf(end - credit.length)
    if (begun !== -1) starts.splice(begun, 1)
    starts.push(end)
  }
  return starts
    .map((start) => from + start)
    .toSorted((one, other) => other - one)
    .slice(0, 8)
    .toReversed()
}
