import {type Passage, passageRange, slicePassage, trimPassage} from '../passage.ts'
import {
  type Block,
  type Reading,
  claimConstruct,
  claimField,
  closeBlock,
  hasField,
} from '../reading.ts'
import {sayDoubt} from '../say-doubt.ts'
import {readCreditNames} from './credit-names.ts'
import {claimCreditNames} from './credit.ts'
import {findDateline} from './dateline.ts'
import {LONGEST_TITLE, isSentence} from './head-lines.ts'
import {BULLET, LABEL, claimKeyPoint} from './key-points.ts'

/** Makes headline, standfirst and key points of the lines above the story. */
export function readTitles(
  reading: Reading,
  titles: readonly Block[],
  apart: ReadonlySet<Block>,
): void {
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

const ENTRY = /^\p{Lu}[\p{L} ]{1,24}: \S/u
const FEWEST_ENTRIES = 3

/** Leaves out a box of facts below the title: `Developer: Lee`, `Price: $60`. */
function withoutEntries(titles: readonly Block[]): readonly Block[] {
  const entries = titles.filter((block) => ENTRY.test(block.passage.text))
  const isBox = entries.length >= FEWEST_ENTRIES && entries.length * 2 > titles.length
  const [first] = entries
  return isBox && first ? titles.slice(0, titles.indexOf(first)) : titles
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
  if (headline === undefined || hasField(reading, 'headline')) return
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
    message: sayDoubt('headline-or-key-point', {words: printed.text, number: titles.length}),
    alternatives: [sayDoubt('is-headline'), sayDoubt('is-key-point', {number: titles.length})],
    ...passageRange(printed),
  })
}
