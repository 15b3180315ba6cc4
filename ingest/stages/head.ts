import {passageRange, slicePassage, trimPassage} from '../passage.ts'
import {
  type Block,
  type KeyPointDraft,
  type Reading,
  claimField,
  claimRemoval,
  claimSeparator,
  closeBlock,
  leaveBlock,
} from '../reading.ts'
import {readByline} from './byline.ts'
import {readCaptionsAboveDateline} from './captions.ts'
import {findDateline, readDateline} from './dateline.ts'
import {readGluedCorrection, readNote, readVersionMark} from './notes.ts'

const LONGEST_TITLE = 200
const LONGEST_HEAD = 14

/** Reads what stands above the story: notes, byline, headline, standfirst, key points, and the dateline that opens it. */
export function readHead(reading: Reading): void {
  const apart = setApart(reading.blocks)
  const [first] = reading.blocks
  if (first) readGluedCorrection(reading, first)
  readCaptionsAboveDateline(reading, apart)
  reading.blocks = reading.blocks.filter((block) => block.passage.text !== '')
  const titles: Block[] = []
  for (const block of reading.blocks.slice(0, LONGEST_HEAD)) {
    if (readNote(reading, block) || readByline(reading, block)) continue
    if (findDateline(block.passage.text, reading)) break
    readVersionMark(reading, block)
    readFeedMarks(reading, block)
    if (block.passage.text === '') continue
    if (!apart.has(block) && !isTitle(block.passage.text)) break
    titles.push(block)
  }
  for (const block of reading.blocks.slice(0, LONGEST_HEAD)) readByline(reading, block)
  reading.blocks = reading.blocks.filter((block) => block.passage.text !== '')
  readTitles(reading, titles, apart)
  reading.blocks = reading.blocks.filter((block) => block.passage.text !== '')
  readRepeatedLead(reading)
  const [opening] = reading.blocks
  if (opening) readDateline(reading, opening)
}

/** A summary above the dateline that the story then begins with, word for word, is its standfirst. */
function readRepeatedLead(reading: Reading): void {
  const [summary, next] = reading.blocks
  if (summary === undefined || next === undefined) return
  const dateline = findDateline(next.passage.text, reading)
  const lead = dateline && next.passage.text.slice(dateline.length, dateline.length + 40)
  const isTaken = reading.claims.some(
    (claim) => claim.kind === 'field' && claim.target === 'standfirst',
  )
  if (isTaken || !lead || !summary.passage.text.startsWith(lead)) return
  claimField(reading, summary.passage, 'standfirst', {
    rule: 'standfirst@1',
    reason: 'A summary that repeats the lead of the story',
  })
  reading.blocks = reading.blocks.filter((block) => block !== summary)
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

/** A line that is no sentence: not long, and no full stop at its end. */
function isTitle(text: string): boolean {
  return text.length <= LONGEST_TITLE && !/[.:;,][”"’')\]]?$/u.test(text) && /\p{L}/u.test(text)
}

/**
 * The lines on top that stand nearer to each other than to the story: key points, as papers print them.
 * Two to five lines, and a wider gap below them than anywhere between.
 */
function setApart(blocks: readonly Block[]): ReadonlySet<Block> {
  const none: ReadonlySet<Block> = new Set()
  const head = blocks.slice(0, 7)
  const start = head.findIndex((block, index) => index > 1 && block.blankLinesBefore >= 2)
  if (start < 2 || start > 5) return none
  const group = head.slice(0, start)
  const widest = Math.max(...group.slice(1).map((block) => block.blankLinesBefore))
  const gap = head[start]?.blankLinesBefore ?? 0
  const next = head[start + 1]
  const isSetApart = gap > widest && (next === undefined || next.blankLinesBefore < gap)
  const areShort = group.every((block) => block.passage.text.length <= 260)
  return isSetApart && areShort ? new Set(group) : none
}

// `Story highlights The harbour reopens`
const LABEL =
  /^(?:Story highlights|STORY HIGHLIGHTS|Key points|KEY POINTS|Highlights|At a glance)(?::\s?|\s|$)/u
const BULLET = /^[*•·▪‣-]\s+/u

function readTitles(reading: Reading, titles: readonly Block[], apart: ReadonlySet<Block>): void {
  const open = titles.filter((block) => block.passage.text !== '')
  const rest = reading.blocks.slice(open.length)
  if (!rest.some((block) => /[.!?…]["”’')\]]{0,3}$/u.test(block.passage.text))) return
  const labelled = open.findIndex((block) => LABEL.test(block.passage.text))
  const bulleted = open.findIndex((block) => BULLET.test(block.passage.text))
  const listStart = labelled === -1 ? bulleted : labelled
  if (listStart !== -1) {
    claimHeadline(reading, open.slice(0, listStart))
    for (const block of open.slice(listStart)) claimKeyPoint(reading, block)
    return
  }
  if (open.length >= 2 && open.every((block) => apart.has(block))) {
    for (const block of open) claimKeyPoint(reading, block)
    return
  }
  claimHeadline(reading, open)
}

function claimKeyPoint(reading: Reading, block: Block): void {
  const {passage} = block
  const label = LABEL.exec(passage.text)?.[0] ?? ''
  const afterLabel = slicePassage(passage, label.length)
  const bullet = BULLET.exec(afterLabel.text)?.[0] ?? ''
  const grounds = {rule: 'key-points@1', reason: 'Key point on top of the story'}
  if (label !== '') {
    claimRemoval(reading, slicePassage(passage, 0, label.trimEnd().length), {
      ...grounds,
      reason: 'Label of the key points',
    })
  }
  claimSeparator(reading, slicePassage(afterLabel, 0, bullet.length), grounds)
  const item: KeyPointDraft = {list: 'keyPoints'}
  claimField(reading, slicePassage(afterLabel, bullet.length), {item, property: 'text'}, grounds)
  closeBlock(block)
}

/** The first line is the headline, a second one the standfirst; more lines than that are key points. */
function claimHeadline(reading: Reading, titles: readonly Block[]): void {
  const [headline, second, ...more] = titles
  if (headline === undefined) return
  const printed = headline.passage
  claimField(reading, headline.passage, 'headline', {
    rule: 'headline@1',
    reason: 'A line above the story that is no sentence',
  })
  closeBlock(headline)
  if (second === undefined) return
  if (more.length === 0) {
    claimField(reading, second.passage, 'standfirst', {
      rule: 'standfirst@1',
      reason: 'A second line above the story',
      confidence: 0.7,
    })
    closeBlock(second)
  } else {
    for (const block of [second, ...more]) claimKeyPoint(reading, block)
  }
  reading.findings.push({
    code: 'headline-or-key-point',
    message: `Is “${printed.text}” the headline, or the first of ${titles.length} key points?`,
    alternatives: [
      'headline, then standfirst or key points',
      `${titles.length} key points and no headline`,
    ],
    ...passageRange(printed),
  })
}
