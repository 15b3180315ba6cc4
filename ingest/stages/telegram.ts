import {slicePassage, trimPassage} from '../passage.ts'
import {
  type Block,
  type Reading,
  claimField,
  claimRemoval,
  claimSeparator,
  closeBlock,
  leaveBlock,
} from '../reading.ts'

// `ZCZC`, `ZCZC AAP`, `ZCZC ABC0123`: what opens a message on a telegraph line; `NNNN` closes it
const OPENS = /^ZCZC(?: [\p{Lu}\d]{1,12}){0,3}$/u
const CLOSES = /^NNNN$/u
// `%MNET`, `#Quay_Flood`, `$Quay reopens`, `:(CALLOW)`, `&AAPIS\Leea`, `*07000000`, `@QLD`: each sign opens one line of the header
const HEADER = /^(?<sign>[%#$:&*@])(?<text>.{0,120})$/u
const LONGEST_HEADER = 12
const GROUNDS = {rule: 'telegram@1', reason: 'Header or trailer of the transmission'}

/**
 * Reads the frame of a message from a telegraph line (IPTC 7901 keeps it), and the lines of signs that AAP sends below its opening:
 * the headline and the slug stand there, the rest is for the line.
 */
export function readTelegram(reading: Reading): void {
  const {blocks} = reading
  const [first] = blocks
  const last = blocks.slice(-3).find((block) => CLOSES.test(block.passage.text))
  if (last) remove(reading, last)
  if (first === undefined || !OPENS.test(first.passage.text)) return
  remove(reading, first)
  for (const block of blocks.slice(1, LONGEST_HEADER)) {
    if (!readSign(reading, block)) return
  }
}

/** @returns Whether the line is one of the header */
function readSign(reading: Reading, block: Block): boolean {
  const {passage} = block
  const {sign, text = ''} = HEADER.exec(passage.text)?.groups ?? {}
  if (sign === undefined) return false
  const field = FIELDS[sign]
  if (field === undefined || text.trim().length < 3) {
    remove(reading, block)
    return true
  }
  claimSeparator(reading, slicePassage(passage, 0, 1), GROUNDS)
  const value = trimPassage(slicePassage(passage, 1))
  claimField(reading, value, field, {...GROUNDS, reason: 'Named in the header of the transmission'})
  leaveBlock(block, slicePassage(passage, 0, 0))
  return true
}

const FIELDS: Readonly<Record<string, 'headline' | 'slugline' | undefined>> = {
  '$': 'headline',
  '#': 'slugline',
}

function remove(reading: Reading, block: Block): void {
  claimRemoval(reading, block.passage, GROUNDS)
  closeBlock(block)
}
