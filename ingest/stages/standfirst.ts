import {matchesOf} from '../matches-of.ts'
import {slicePassage, trimPassage} from '../passage.ts'
import {type Block, type Reading, claimField, hasField, leaveBlock} from '../reading.ts'
import {isKnownPlace} from '../words/cities.ts'
import {LONGEST_DATELINE, findDateline} from './dateline.ts'
import {isSentence, opensStory} from './head-lines.ts'

const LONGEST_SUMMARY = 500
const LONGEST_DECK = 350

const BYLINE = /^(?:By|BY):? \p{Lu}[^.!?]{2,100}$/u
const STAMP = /^(?:Published|Updated|Posted|PUBLISHED|UPDATED|POSTED|Last updated)\b.{0,80}\d/u

/** A sentence between the title and the names of the authors is the standfirst. */
export function isDeck(block: Block, next: Block | undefined): boolean {
  const {text} = block.passage
  const isShort = text.length >= 30 && text.length <= LONGEST_DECK && isSentence(text)
  if (!isShort || next === undefined) return false
  return BYLINE.test(next.passage.text) || STAMP.test(next.passage.text)
}

const SENTENCE_END = /[.!?]["”’')]{0,2}\s(?=\p{Lu}{3})/gu

/** A sentence or two that run on into the dateline are a summary: `Ferries sail again, says a pilot. PORTHAVEN: The …`. */
export function readGluedSummary(reading: Reading, block: Block): void {
  const {passage} = block
  if (hasField(reading, 'standfirst') || opensStory(reading, block)) return
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

/** Enough of a summary to know it again, in UTF-16 code units */
const LEAD = 40

/** A summary on top that the story then begins with, word for word, is its standfirst. */
export function readRepeatedLead(reading: Reading): void {
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
  if (!isRepeated || hasField(reading, 'standfirst')) return
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
export function readDeckAboveDateline(reading: Reading): void {
  const [deck, opening] = reading.blocks
  const length = deck?.passage.text.length ?? 0
  if (deck === undefined || length < 30 || length > LONGEST_DECK || !isSentence(deck.passage.text))
    return
  const text = opening?.passage.text ?? ''
  const isTaken = hasField(reading, 'standfirst') || hasField(reading, 'headline')
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
