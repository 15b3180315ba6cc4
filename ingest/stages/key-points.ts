import {slicePassage} from '../passage.ts'
import {
  type Block,
  type KeyPointDraft,
  type Reading,
  claimField,
  claimRemoval,
  claimSeparator,
  closeBlock,
} from '../reading.ts'
import {isSentence} from './head-lines.ts'

/** Blocks above a story that may be a list of its points */
const LONGEST_HEAD = 14
/** Reuters asks for two to five; papers on the web print more. */
const MOST_KEY_POINTS = 8

// Reuters asks for two to five, and each in one line
const FEWEST_BULLETS = 2
const MOST_BULLETS = 5

/** Points behind bullets above the story, sentences or not; where everything is behind bullets they are the story itself. */
export function bulletsOnTop(blocks: readonly Block[]): ReadonlySet<Block> {
  const head = blocks.slice(0, LONGEST_HEAD)
  const start = head.findIndex(({passage}) => POINT.test(passage.text))
  const length = head.slice(start).findIndex(({passage}) => !POINT.test(passage.text))
  const isList = start !== -1 && start <= 2 && length >= FEWEST_BULLETS && length <= MOST_BULLETS
  const below = head.slice(start + length)
  const isOfStory = below.some(({passage}) => POINT.test(passage.text))
  return new Set(isList && !isOfStory ? head.slice(start, start + length) : [])
}

const POINT = /^[*•·▪‣] ?\p{L}[^]{10,199}$/u

/**
 * The lines on top that stand nearer to each other than to the story: key points, as papers print them.
 * Two lines at least, and a wider gap below them than anywhere between.
 */
export function setApart(blocks: readonly Block[]): ReadonlySet<Block> {
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
export const LABEL =
  /^(?:Story highlights|STORY HIGHLIGHTS|Key points|KEY POINTS|Highlights|At a glance)(?::\s?|\s|$)/u
export const BULLET = /^[*•·▪‣-]\s+/u

/** Without its label and its bullet. */
export function claimKeyPoint(reading: Reading, block: Block): void {
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
