import {passageRange} from '../passage.ts'
import {type Block, type Reading, claimRemoval, closeBlock} from '../reading.ts'
import {sayDoubt} from '../say-doubt.ts'
import {BREAKS_OFF, tellsSomething} from './cross-head-text.ts'

const GROUNDS = {
  rule: 'stray-line@2',
  reason:
    'A line without a full stop among sentences: the caption of a picture, or a link to another story',
  confidence: 0.6,
}
const FEWEST_SENTENCES = 4
/** Also with a link behind it: `… a great start. (RELATED: Why the quay was lost)`. */
const SENTENCE = /[.!?…]["”’')\]]{0,3}(?: \([^()]{2,160}\))?$/u
/** No stop of any kind at its end, and no quote: paragraphs end in a quotation more often than captions do. */
const OPEN_END = /[\p{L}\p{N}%)]$/u
const OPENS = /^["“'‘]?[\p{Lu}\p{N}]/u
const SPEECH =
  /[“”"][^]{0,400}\b(?:said|says|told|added|tweeted|wrote)\b|\b(?:said|says|told|added)\b[^]{0,400}[“”"]/u
const INNER_STOP = /[.!?]["”’')\]]{0,2} \p{Lu}/u
/** How captions speak of their pictures. */
const PICTURED = /\b(?:pictured|seen|shown|shows|left|right|[Ss]ource|[Cc]redit)\b/u
const LONGEST_LONE = 120
const SIGNED_QUOTE = /[.!?…]["”’'] ?[—–-]/u

/**
 * Takes out what pages print between the paragraphs without a mark of its own: captions and links, told by the full stop that
 * they lack where every paragraph has one. It may be wrong, so an editor is asked.
 */
export function removeStrayLines(reading: Reading): void {
  const {blocks} = reading
  const stray = findStrayLines(blocks)
  const [first] = stray
  if (first === undefined) return
  const line = excerpt(first.passage.text)
  const number = stray.length - 1
  reading.findings.push({
    code: 'promo-or-prose',
    message:
      number === 0
        ? sayDoubt('stray-line', {line})
        : number === 1
          ? sayDoubt('stray-line-and-another', {line})
          : sayDoubt('stray-line-and-others', {line, number}),
    alternatives: [sayDoubt('is-furniture'), sayDoubt('is-story-put-back')],
    ...passageRange(first.passage),
  })
  for (const block of stray) {
    claimRemoval(reading, block.passage, GROUNDS)
    closeBlock(block)
  }
}

function findStrayLines(blocks: readonly Block[]): readonly Block[] {
  const sentences = blocks.filter(({passage}) => isSentence(passage.text)).length
  // what is hard-wrapped comes from a wire and has no pictures; a line without a stop is part of a table there
  const isWrapped = blocks.some(({passage}) => passage.pieces.some(({op}) => op === 'join'))
  const isList = sentences * 2 < blocks.length
  if (sentences < FEWEST_SENTENCES || isList || isWrapped) return []
  const sure: Block[] = []
  const likely: Block[] = []
  let isItem = false
  for (const [index, block] of blocks.entries()) {
    const {text} = block.passage
    if (isSentence(text)) isItem = false
    if (text.endsWith(':')) isItem = true
    if (index === 0 || isItem || !isStray(text, blocks[index + 1]?.passage.text)) continue
    const isLast = index === blocks.length - 1
    if (isLast || INNER_STOP.test(text)) likely.push(block)
    else sure.push(block)
  }
  const closing = isItem ? undefined : findClosingLine(blocks)
  // a paragraph may have lost its full stop; on a page with more such lines it is a caption too
  const stray =
    sure.length < 2 ? sure.filter(({passage}) => mayStandAlone(passage.text)) : [...sure, ...likely]
  return blocks.filter((block) => block === closing || stray.includes(block))
}

/** No story ends in a short line that is no sentence: it names the page, or is the link to another one. */
function findClosingLine(blocks: readonly Block[]): Block | undefined {
  const last = blocks.at(-1)
  const text = last?.passage.text ?? ''
  // what is all in capitals is cried out by who wrote the story
  const isCry = !/\p{Ll}/u.test(text)
  const isShort = text.length <= 70 && text.includes(' ') && OPEN_END.test(text.slice(-1))
  const before = blocks.at(-2)?.passage.text ?? ''
  return isShort && !isCry && OPENS.test(text) && isSentence(before) && !NUMBERED.test(text)
    ? last
    : undefined
}

/** A page has one long line without a full stop where the copy lost it: that is a paragraph of the story. */
function mayStandAlone(text: string): boolean {
  return text.length <= LONGEST_LONE || PICTURED.test(text)
}

function isSentence(text: string): boolean {
  return SENTENCE.test(text.endsWith(')') ? text.slice(-170) : text.slice(-4))
}

function isStray(text: string, next: string | undefined): boolean {
  if (text.length < 40 || text.length > 320) return false
  if (!OPEN_END.test(text.slice(-1)) || isSentence(text) || !OPENS.test(text)) return false
  if (BREAKS_OFF.test(text.slice(-8))) return false
  if (next !== undefined && !OPENS.test(next)) return false
  if (mayBeCrossHead(text)) return false
  const quotes = text.match(/["“”]/gu)?.length ?? 0
  return quotes % 2 === 0 && !SPEECH.test(text) && !SIGNED_QUOTE.test(text)
}

const NUMBERED = /^(?:\d{1,2}|[IVX]{1,5})[.)] /u

/** A short line may be a cross-head, and so may one that is numbered or has capitals like a title. */
function mayBeCrossHead(text: string): boolean {
  const words = text.split(' ')
  const capitals = words.filter((word) => /^["“'‘]?[\p{Lu}\p{N}]/u.test(word)).length
  const isShort = text.length <= 70 && words.length <= 9
  return (isShort && !tellsSomething(text)) || NUMBERED.test(text) || capitals > words.length * 0.7
}

function excerpt(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
