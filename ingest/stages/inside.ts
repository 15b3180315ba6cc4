import {passageOf, slicePassage, trimPassage} from '../passage.ts'
import {
  type Block,
  type Grounds,
  type Reading,
  claimRemoval,
  closeBlock,
  leaveBlock,
} from '../reading.ts'

const LINK_GROUNDS = {
  rule: 'link-inside@1',
  reason: 'Link to another story, in the middle of the text',
  confidence: 0.9,
}
const CAPTION_GROUNDS = {
  rule: 'caption-inside@1',
  reason: 'Caption of a picture, in the middle of the text',
  confidence: 0.8,
}
interface Inside {
  /** The end of the sentence before, and what stands behind it */
  readonly pattern: RegExp
  /** One of them stands in every such text: it spares most the pattern. Absent: no word tells */
  readonly words?: readonly string[]
  readonly grounds: Grounds
}

const INSIDE: readonly Inside[] = [
  // `… on Friday. READ MORE: How the quay was lost? The mayor …`
  {
    pattern:
      /[.!?…]["”’')\]]{0,3}\s{0,2}(?<inside>(?:READ MORE|Read more|READ ALSO|ALSO READ|Also read|READ|RELATED)(?: ?[:|]) ?(?:(?! (?:The|A|An|In|It|He|She|They|But|On|At|His|Her|Their|We|I) )[^.!?\n]){8,140}?(?:[?!](?=\s?\p{Lu})|(?<=\p{Ll}{2})\.(?=\s?["“]?\p{Lu})))/u,
    words: ['READ', 'Read more', 'Also read', 'RELATED'],
    grounds: LINK_GROUNDS,
  },
  // `… on Friday.HARBOUR WARNS THAT EVERY PILOT MAY LEAVE BEFORE THE SUMMERThe mayor …`
  {
    pattern:
      /[.!?…]["”’')\]]{0,3}(?<inside>(?:\p{Lu}[\p{Lu}\p{N}.’'‘:-]{0,20},? ){5,20}\p{Lu}[\p{Lu}\p{N}’'-]{0,20})(?=\p{Lu}[\p{Ll}’'])/u,
    grounds: LINK_GROUNDS,
  },
  // `… on Friday. This file photo shows the quay. The mayor …`
  {
    pattern:
      /[.!?…]["”’')\]]{0,3}\s{0,2}(?<inside>(?:This file (?:photo|picture|image) shows|FILE PHOTO:|File photo(?: of|:)) [^.!?]{8,200}\.)(?=\s?["“]?\p{Lu})/u,
    words: ['This file ', 'FILE PHOTO:', 'File photo'],
    grounds: CAPTION_GROUNDS,
  },
]
const MOST_INSIDE = 12
/** A text this long on one line had paragraphs once. */
const RUN_TOGETHER = 700

// `… on Friday. READ MORE:`, with the title on the next line
const LABEL_AT_END =
  /(?<=[.!?…]["”’')\]]{0,3}\s{1,2})(?:READ MORE|Read more|READ ALSO|ALSO READ|Also read|RELATED): ?$/u
const TITLE = /^["“'‘]?[\p{Lu}\p{N}][^]{15,140}(?<![.,;:!])$/u

/**
 * Takes the label of a link off the end of a paragraph, and the title below it.
 *
 * @param next - The paragraph below
 */
export function removeLinkAtEnd(reading: Reading, block: Block, next: Block | undefined): void {
  const {passage} = block
  const label = passage.text.endsWith(':') ? LABEL_AT_END.exec(passage.text.slice(-40)) : null
  if (label === null) return
  const start = passage.text.length - label[0].length
  claimRemoval(reading, trimPassage(slicePassage(passage, start)), LINK_GROUNDS)
  leaveBlock(block, trimPassage(slicePassage(passage, 0, start)))
  if (next === undefined || !TITLE.test(next.passage.text)) return
  claimRemoval(reading, next.passage, LINK_GROUNDS)
  closeBlock(next)
}

/** Takes links and captions out of the middle of a text whose paragraphs were run together. */
export function removeInside(reading: Reading, block: Block): void {
  if (block.passage.text.length < RUN_TOGETHER) return
  for (const {pattern, words, grounds} of INSIDE) {
    if (words && !words.some((word) => block.passage.text.includes(word))) continue
    for (let count = 0; count < MOST_INSIDE; count += 1) {
      const match = pattern.exec(block.passage.text)
      const inside = match?.groups?.['inside']
      if (match === null || inside === undefined) break
      const {passage} = block
      const end = match.index + match[0].length
      const start = end - inside.length
      claimRemoval(reading, trimPassage(slicePassage(passage, start, end)), grounds)
      const before = slicePassage(passage, 0, start)
      const after = trimPassage(slicePassage(passage, end))
      leaveBlock(block, passageOf([...before.pieces, ...after.pieces]))
    }
  }
}
