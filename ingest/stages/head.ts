import {slicePassage, trimPassage} from '../passage.ts'
import {
  type Block,
  type Reading,
  claimRemoval,
  claimSeparator,
  closeBlock,
  leaveBlock,
} from '../reading.ts'
import {readAuthorAbove} from './author-line.ts'
import {readBareName, readNameWithJob} from './bare-name.ts'
import {readByline} from './byline.ts'
import {SHORT_TITLE, readCaptionBeforeTitle, readCaptionsAboveDateline} from './captions.ts'
import {readTopCredit} from './credit.ts'
import {findDateline, readDateline} from './dateline.ts'
import {LONGEST_TITLE, isTitle, opensStory} from './head-lines.ts'
import {bulletsOnTop, setApart} from './key-points.ts'
import {readGluedCorrection, readKillNotices, readNote, readVersionMark} from './notes.ts'
import {readPageHead} from './page-head.ts'
import {isDeck, readDeckAboveDateline, readGluedSummary, readRepeatedLead} from './standfirst.ts'
import {readTitles} from './titles.ts'

/** Blocks above the story */
const LONGEST_HEAD = 14

/** Reads what stands above the story: notes, byline, headline, standfirst, key points, and the dateline that opens it. */
export function readHead(reading: Reading): void {
  const apart = setApart(reading.blocks)
  const [first] = reading.blocks
  if (first) readGluedCorrection(reading, first)
  readKillNotices(reading, reading.blocks.slice(0, LONGEST_HEAD))
  readCaptionsAboveDateline(reading, apart)
  dropEmptied(reading)
  const titles = collectTitles(reading, apart)
  for (const block of reading.blocks.slice(0, LONGEST_HEAD)) readByline(reading, block)
  dropEmptied(reading)
  readTitles(reading, titles, apart)
  dropEmptied(reading)
  readRepeatedLead(reading)
  readDeckAboveDateline(reading)
  const [opening] = reading.blocks
  if (opening) readGluedSummary(reading, opening)
  if (opening && opensStory(reading, opening)) readDateline(reading, opening)
}

function dropEmptied(reading: Reading): void {
  reading.blocks = reading.blocks.filter((block) => block.passage.text !== '')
}

/** The lines above the story that are titles or points; notes, names and marks among them are read on the way. */
function collectTitles(reading: Reading, apart: ReadonlySet<Block>): readonly Block[] {
  const bullets = bulletsOnTop(reading.blocks)
  const titles: Block[] = []
  for (const block of reading.blocks.slice(0, LONGEST_HEAD)) {
    if (readAuthorAbove(reading, block)) continue
    if (readNote(reading, block) || readByline(reading, block) || readTopCredit(reading, block))
      continue
    readCaptionBeforeTitle(reading, block)
    readPageHead(reading, block)
    if (block.passage.text === '') continue
    if (!apart.has(block) && opensStory(reading, block)) break
    readVersionMark(reading, block)
    readFeedMarks(reading, block)
    if (block.passage.text === '') continue
    const next = reading.blocks[reading.blocks.indexOf(block) + 1]
    if (titles.length > 0 && next && readNameWithJob(reading, block, next)) continue
    if (titles.length > 0 && next && readBareName(reading, block)) continue
    if (titles.length > 0 && removeHandle(reading, block)) continue
    const mayBeTitle =
      bullets.has(block) ||
      isTitle(block.passage.text) ||
      (titles.length === 0 && isFirstTitle(reading, block, next))
    const isBelow = titles.length === 1 && isDeck(block, next)
    const isPartOf = isPart(block.passage.text, titles.length)
    if (!apart.has(block) && !isBelow && (!mayBeTitle || isPartOf)) break
    titles.push(block)
  }
  return titles
}

/** A line may look like a sentence and be the title, by what stands below it: the dateline of an agency, or the title again. */
function isFirstTitle(
  reading: Reading,
  {passage: {text}}: Block,
  next: Block | undefined,
): boolean {
  const isAboveAgency =
    text.length <= SHORT_TITLE &&
    next !== undefined &&
    (findDateline(next.passage.text, reading)?.agencyNames.length ?? 0) > 0
  return isAboveAgency || isRepeatedTitle(reading, text)
}

// `#443686 Harbour reopens [Singapore]`
const FEED_NUMBER = /^#\d{3,9}\s+/u
const SECTION_MARK = /\s*\[[\p{L} &-]{2,30}\]$/u

/** Takes a feed's number and its section off a title. */
function readFeedMarks(reading: Reading, block: Block): void {
  const number = FEED_NUMBER.exec(block.passage.text)?.[0] ?? ''
  if (number === '') return
  const {passage} = block
  const end = SECTION_MARK.exec(passage.text)?.index ?? passage.text.length
  const grounds = {rule: 'feed-mark@1', reason: 'Number or section of a feed'}
  claimSeparator(reading, trimPassage(slicePassage(passage, 0, number.length)), grounds)
  claimSeparator(reading, trimPassage(slicePassage(passage, end)), grounds)
  leaveBlock(block, slicePassage(passage, number.length, end))
}

const HANDLE = /^@\w{2,30}$/u

/** `@adafinch`, below the name of the author */
function removeHandle(reading: Reading, block: Block): boolean {
  if (!HANDLE.test(block.passage.text)) return false
  claimRemoval(reading, block.passage, {rule: 'handle@1', reason: 'Social line of the author'})
  closeBlock(block)
  return true
}

/** The title of a post is printed again below it: `The post Harbour reopens in Callow. appeared first on Harbour Weekly.` */
function isRepeatedTitle({raw}: Reading, text: string): boolean {
  return text.length <= LONGEST_TITLE && raw.includes(`The post ${text} appeared first on`)
}

// `1. Counting the pilots`, `Q Who was there?`, `Price: $60`, `6|QUAY|2|$2.80`
const NUMBERED = /^(?:\d{1,2}|[IVX]{1,5})[.)] \p{Lu}/u
const QUESTION = /^Q(?:[.:]| (?=\p{Lu}))/u
const ROW = /\|[^|]*\|/u

/** A line below the title that belongs to what follows: a numbered part, the question of an interview, a row of a table. */
function isPart(text: string, titlesAbove: number): boolean {
  return ROW.test(text) || QUESTION.test(text) || (titlesAbove > 0 && NUMBERED.test(text))
}
