import {matchesOf} from '../matches-of.ts'
import {type Passage, passageRange, slicePassage, trimPassage} from '../passage.ts'
import {
  type Block,
  type KeyPointDraft,
  type Reading,
  claimConstruct,
  claimField,
  claimRemoval,
  claimSeparator,
  closeBlock,
  leaveBlock,
} from '../reading.ts'
import {isKnownPlace} from '../words/cities.ts'
import {readAuthorAbove} from './author-line.ts'
import {readBareName, readByline, readNameWithJob} from './byline.ts'
import {SHORT_TITLE, readCaptionBeforeTitle, readCaptionsAboveDateline} from './captions.ts'
import {readCreditNames} from './credit-names.ts'
import {claimCreditNames, readTopCredit} from './credit.ts'
import {LONGEST_DATELINE, findDateline, readDateline} from './dateline.ts'
import {readGluedCorrection, readNote, readVersionMark} from './notes.ts'
import {readPageHead} from './page-head.ts'

const LONGEST_TITLE = 200
const LONGEST_SUMMARY = 500
const LONGEST_DECK = 350
const LONGEST_HEAD = 14
/** Reuters asks for two to five; papers on the web print more. */
const MOST_KEY_POINTS = 8

/** Reads what stands above the story: notes, byline, headline, standfirst, key points, and the dateline that opens it. */
export function readHead(reading: Reading): void {
  const apart = setApart(reading.blocks)
  const [first] = reading.blocks
  if (first) readGluedCorrection(reading, first)
  readCaptionsAboveDateline(reading, apart)
  reading.blocks = reading.blocks.filter((block) => block.passage.text !== '')
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
    const isTop =
      titles.length === 0 &&
      block.passage.text.length <= SHORT_TITLE &&
      next !== undefined &&
      (findDateline(next.passage.text, reading)?.agencyNames.length ?? 0) > 0
    const mayBeTitle =
      isTop ||
      bullets.has(block) ||
      isTitle(block.passage.text) ||
      (titles.length === 0 && isRepeatedTitle(reading, block.passage.text))
    if (titles.length > 0 && next && readNameWithJob(reading, block, next)) continue
    if (titles.length > 0 && next && readBareName(reading, block)) continue
    if (titles.length > 0 && removeHandle(reading, block)) continue
    const isBelow = titles.length === 1 && isDeck(block, next)
    const isPartOf = isPart(block.passage.text, titles.length)
    if (!apart.has(block) && !isBelow && (!mayBeTitle || isPartOf)) break
    titles.push(block)
  }
  for (const block of reading.blocks.slice(0, LONGEST_HEAD)) readByline(reading, block)
  reading.blocks = reading.blocks.filter((block) => block.passage.text !== '')
  readTitles(reading, titles, apart)
  reading.blocks = reading.blocks.filter((block) => block.passage.text !== '')
  readRepeatedLead(reading)
  readDeckAboveDateline(reading)
  const [opening] = reading.blocks
  if (opening) readGluedSummary(reading, opening)
  if (opening && opensStory(reading, opening)) readDateline(reading, opening)
}

const SENTENCE_END = /[.!?]["”’')]{0,2}\s(?=\p{Lu}{3})/gu

/** A sentence or two that run on into the dateline are a summary: `Ferries sail again, says a pilot. PORTHAVEN: The …`. */
function readGluedSummary(reading: Reading, block: Block): void {
  const {passage} = block
  const isTaken = reading.claims.some(
    (claim) => claim.kind === 'field' && claim.target === 'standfirst',
  )
  if (isTaken || opensStory(reading, block)) return
  for (const match of matchesOf(passage.text.slice(0, LONGEST_SUMMARY), SENTENCE_END)) {
    const start = match.index + match[0].length
    const rest = passage.text.slice(start, start + 300)
    const found = findDateline(rest, reading)
    if (found?.place === undefined || found.place === null) continue
    const repeats = rest.slice(found.length).startsWith(passage.text.slice(0, 30))
    if (!repeats && !isKnownPlace(found.place)) continue
    claimField(reading, trimPassage(slicePassage(passage, 0, start)), 'standfirst', {
      rule: 'standfirst@1',
      reason: 'A summary before the dateline',
      confidence: repeats ? 1 : 0.8,
    })
    leaveBlock(block, slicePassage(passage, start))
    return
  }
}

/** Whether a block opens with a dateline. `MARKET SPOTLIGHT - HARBOURS` with a story below it is a title. */
function opensStory(reading: Reading, block: Block): boolean {
  const found = findDateline(block.passage.text, reading)
  if (found === undefined) return false
  const isSure = found.agencyNames.length > 0 || found.date !== undefined
  const isLast = reading.blocks.at(-1) === block
  return isSure || isLast || !isTitle(block.passage.text)
}

/** Enough of a summary to know it again, in UTF-16 code units */
const LEAD = 40

/** A summary on top that the story then begins with, word for word, is its standfirst. */
function readRepeatedLead(reading: Reading): void {
  const [summary, ...others] = reading.blocks.slice(0, 8)
  if (summary === undefined || !isSentence(summary.passage.text)) return
  const lead = summary.passage.text.slice(0, LEAD)
  if (lead.length < LEAD) return
  const isRepeated = others.some(({passage: {text}}, index) => {
    if (!text.slice(0, LEAD + LONGEST_DATELINE).includes(lead)) return false
    // a line without a stop further down is words of the story set large, between its paragraphs
    const isLead = index === 0 || isSentence(text)
    return isLead && text.startsWith(lead, findDateline(text, reading)?.length ?? 0)
  })
  const isTaken = reading.claims.some(
    (claim) => claim.kind === 'field' && claim.target === 'standfirst',
  )
  if (isTaken || !isRepeated) return
  claimField(reading, summary.passage, 'standfirst', {
    rule: 'standfirst@1',
    reason: 'A summary that repeats the lead of the story',
  })
  reading.blocks = reading.blocks.filter((block) => block !== summary)
}

/**
 * A sentence or two that stand above a dateline in capitals of a known city, and below no headline, are the deck of a paper. Above the dateline of an
 * agency they are the caption of a picture.
 */
function readDeckAboveDateline(reading: Reading): void {
  const [deck, opening] = reading.blocks
  const length = deck?.passage.text.length ?? 0
  if (deck === undefined || length < 30 || length > LONGEST_DECK || !isSentence(deck.passage.text))
    return
  const text = opening?.passage.text ?? ''
  const isTaken = reading.claims.some(
    (claim) =>
      claim.kind === 'field' && (claim.target === 'standfirst' || claim.target === 'headline'),
  )
  const found = isTaken || !/^\p{Lu}{2}/u.test(text) ? undefined : findDateline(text, reading)
  const place = found?.agencyNames.length === 0 ? found.place : null
  if (place === null || /\p{Ll}/u.test(place) || !isKnownPlace(place)) return
  claimField(reading, deck.passage, 'standfirst', {
    rule: 'standfirst@1',
    reason: 'A summary above the dateline',
    confidence: 0.7,
  })
  reading.blocks = reading.blocks.filter((block) => block !== deck)
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

function isSentence(text: string): boolean {
  return /[.!?…]["”’')\]]{0,3}$/u.test(text)
}

/** A line that is no sentence: not long, and no full stop at its end. */
function isTitle(text: string): boolean {
  return text.length <= LONGEST_TITLE && !/[.:;,][”"’')\]]?$/u.test(text) && /\p{L}{3}/u.test(text)
}

// Reuters asks for two to five, and each in one line
const FEWEST_BULLETS = 2
const MOST_BULLETS = 5

/** Points behind bullets above the story, sentences or not; where everything is behind bullets they are the story itself. */
function bulletsOnTop(blocks: readonly Block[]): ReadonlySet<Block> {
  const head = blocks.slice(0, LONGEST_HEAD)
  const start = head.findIndex(({passage}) => POINT.test(passage.text))
  const length = head.slice(start).findIndex(({passage}) => !POINT.test(passage.text))
  const isList = start !== -1 && start <= 2 && length >= FEWEST_BULLETS && length <= MOST_BULLETS
  const below = head.slice(start + length)
  const isOfStory = below.some(({passage}) => POINT.test(passage.text))
  return new Set(isList && !isOfStory ? head.slice(start, start + length) : [])
}

const POINT = /^[*•·▪‣] ?\p{L}[^]{10,199}$/u
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
const ENTRY = /^\p{Lu}[\p{L} ]{1,24}: \S/u
const FEWEST_ENTRIES = 3

/** A line below the title that belongs to what follows: a numbered part, the question of an interview, a row of a table. */
function isPart(text: string, titlesAbove: number): boolean {
  return ROW.test(text) || QUESTION.test(text) || (titlesAbove > 0 && NUMBERED.test(text))
}

/** Leaves out a box of facts below the title: `Developer: Lee`, `Price: $60`. */
function withoutEntries(titles: readonly Block[]): readonly Block[] {
  const entries = titles.filter((block) => ENTRY.test(block.passage.text))
  const isBox = entries.length >= FEWEST_ENTRIES && entries.length * 2 > titles.length
  const [first] = entries
  return isBox && first ? titles.slice(0, titles.indexOf(first)) : titles
}

const BYLINE = /^(?:By|BY):? \p{Lu}[^.!?]{2,100}$/u
const STAMP = /^(?:Published|Updated|Posted|PUBLISHED|UPDATED|POSTED|Last updated)\b.{0,80}\d/u

/** A sentence between the title and the names of the authors is the standfirst. */
function isDeck(block: Block, next: Block | undefined): boolean {
  const {text} = block.passage
  const isShort = text.length >= 30 && text.length <= LONGEST_DECK && isSentence(text)
  if (!isShort || next === undefined) return false
  return BYLINE.test(next.passage.text) || STAMP.test(next.passage.text)
}

/**
 * The lines on top that stand nearer to each other than to the story: key points, as papers print them.
 * Two lines at least, and a wider gap below them than anywhere between.
 */
function setApart(blocks: readonly Block[]): ReadonlySet<Block> {
  const none: ReadonlySet<Block> = new Set()
  const head = blocks.slice(0, 10)
  const start = head.findIndex((block, index) => index > 1 && block.blankLinesBefore >= 2)
  if (start < 2 || start > MOST_KEY_POINTS) return none
  const group = head.slice(0, start)
  const widest = Math.max(...group.slice(1).map((block) => block.blankLinesBefore))
  const gap = head[start]?.blankLinesBefore ?? 0
  const isSetApart =
    gap > widest && head.slice(start + 1).every((block) => block.blankLinesBefore < gap)
  const areShort = group.every((block) => block.passage.text.length <= 260)
  // a title, sentences and a cross-head are the top of a story and no list
  const [first, ...others] = group.map((block) => isSentence(block.passage.text))
  const isFramed = !first && !others.at(-1) && others.some(Boolean)
  return isSetApart && areShort && !isFramed ? new Set(group) : none
}

// `Story highlights The harbour reopens`
const LABEL =
  /^(?:Story highlights|STORY HIGHLIGHTS|Key points|KEY POINTS|Highlights|At a glance)(?::\s?|\s|$)/u
const BULLET = /^[*•·▪‣-]\s+/u

function readTitles(reading: Reading, titles: readonly Block[], apart: ReadonlySet<Block>): void {
  const open = withoutEntries(titles.filter((block) => block.passage.text !== ''))
  const rest = reading.blocks.slice(open.length)
  if (!rest.some((block) => isStory(reading, block))) return
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

/** Titles stand above a story: a sentence, a long text, or something that a dateline opens. */
function isStory(reading: Reading, {passage: {text}}: Block): boolean {
  return (
    (text.length > LONGEST_TITLE && /[.!?…]["”’')\]]{0,3} /u.test(text)) ||
    isSentence(text) ||
    findDateline(text, reading) !== undefined
  )
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

// `Ferries sail again (AP)`
const CREDIT_IN_TITLE = /\s\((?<names>[^()]{2,40})\)$/u

/** Feeds print the agency behind the headline; returns the headline without it. */
function claimHeadlineCredit(reading: Reading, title: Passage): Passage {
  const match = CREDIT_IN_TITLE.exec(title.text)
  const names = match?.groups?.['names']
  if (!match || names === undefined || !readCreditNames(names, reading)) return title
  const start = match.index + match[0].length - names.length - 1
  const grounds = {rule: 'headline-credit@1', reason: 'The agency, behind the headline'}
  claimConstruct(reading, trimPassage(slicePassage(title, match.index)), grounds, () => {
    claimCreditNames(
      reading,
      slicePassage(title, start, start + names.length),
      'parenthesis',
      grounds,
    )
  })
  return slicePassage(title, 0, match.index)
}

/** The first line is the headline, a second one the standfirst; more lines than that are key points. */
function claimHeadline(reading: Reading, titles: readonly Block[]): void {
  const [headline, second, ...more] = titles
  const isNamed = reading.claims.some(
    (claim) => claim.kind === 'field' && claim.target === 'headline',
  )
  if (headline === undefined || isNamed) return
  const printed = claimHeadlineCredit(reading, headline.passage)
  claimField(reading, printed, 'headline', {
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
