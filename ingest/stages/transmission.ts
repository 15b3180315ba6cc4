import {passageOf, passageRange, slicePassage, trimPassage} from '../passage.ts'
import {
  type Block,
  type Reading,
  claimField,
  claimRemoval,
  claimSeparator,
  closeBlock,
  hasField,
  joinBlocks,
  leaveBlock,
} from '../reading.ts'
import {SIGN} from '../signs.ts'
import {readContributors} from './contributors.ts'
import {INITIALS} from './sign-off.ts'

// SOH, ETX, EOT, DC1, DC3 and SYN frame the header and the trailer of an ANPA or IPTC 7901 message; STX opens the text
const END_OF_TRANSMISSION = '\u0004'
const FRAME = ['\u0001', '\u0003', '\u0004', '\u0011', '\u0013', '\u0016']
// `eca00075 3 i 510 dpa 1003`
const DPA_HEADER = /^\p{Ll}{3}\d{2,6} \d \p{L} \d{3} .{0,24}dpa \d{2,5}$/u
// `AP-WF-02-20-26 0337GMT<`, `KWS-21:37-09-12-26`
const TRAILER = /^(?:AP-[A-Z]{2}-\d\d-\d\d-\d\d \d{4}GMT<?|\p{Lu}{3}-\d\d:\d\d-\d\d-\d\d-\d\d)$/u
// `131137 GMT Nov 13`, `101137 GMT Dez 26`
const DATE_GROUP = /^\d{6} GMT \p{L}{3} \d{2}$/u
// `r z BC-XX--Marlow-Senate 1stLd-Writethru 02-20 0500`, `z6715 -----`, `W2607 asian`: what ANPA sends before the slug
const ANPA_HEADER =
  /^(?:\p{Ll} \p{Ll} (?:BC|AM|PM)-\S.{2,80} \d\d-\d\d \d{4}|\p{L}\d{4} (?:-{2,8}|\p{Ll}{3,10}))$/u
// `BC-XX--Marlow-Senate, 1st Ld-Writethru,0190`, `BC-APNewsAlert`
const CYCLE_SLUG = /^(?:BC|AM|PM)-(?:\p{Lu}{2,3}--)?\p{Lu}[^.]{2,100}$/u
// `Germany/crime/museums/`, `/politics/Britain/EU/`
const PATH_SLUG = /^\/?(?:[\p{L}\p{N} -]{2,24}\/){1,6}$/u
// `GLOBAL-PRECIOUS/ (UPDATE 1)`
const DESK_SLUG = /^\p{Lu}{2,16}(?:-\p{Lu}{2,16}){1,3}\/(?:\p{Lu}{0,16})(?: \([^()]{2,40}\))?$/u
// `1ST LEAD`, `3RD NET`, `MANDATORY KILL`
const VERSION_LINE =
  /^(?:\d(?:ST|ND|RD|TH) (?:LEAD|NET|LD)|(?:MANDATORY |STORY )?KILL(?:ED)?(?: BULLETIN| ADVISORY| NOTICE)?|(?:STORY )?WITHDRAWN|STORY REMOVED|REFILE|CORRECTION|CORRECTED|CORRECTIVE|SUBSTITUTES?|URGENT|ALERT|BULLETIN|FLASH|SNAP|RUSH|LEAD|WRAP|UPDATE|(?:\d(?:st|nd|rd|th) )?Ld-Writethru)(?: \d(?:ST|ND|RD|TH) (?:LEAD|NET|LD))?$/u
// `AP Photo GATK105, GATK106`
const PHOTO_ADVISORY = /^(?:AP|EPA|AFP) (?:Photos?|Graphics?|Video)\b.{0,200}$/u
// `STORY_NUMBER: L1N0X`, `NO ARCHIVAL USE`, `(230 Words)`, `2026-04-27-17:04:14 (IANS)`
const NUMBER_LINE =
  /^(?:STORY[_ ](?:NUMBER|DATE): ?\S{1,40}|MEDIA RELEASE PR ?\d{3,8}|NO ARCHIVAL USE|\( ?\d{1,5} [Ww]ords ?\)|\d{4}-\d\d-\d\d-\d\d:\d\d:\d\d \(\p{Lu}{2,6}\))$/u
/** Lines that are taken out, whatever they say. */
const HEADER_LINE = new RegExp(
  [DPA_HEADER, ANPA_HEADER, TRAILER, NUMBER_LINE].map(({source}) => source).join('|'),
  'u',
)
const HEAD = 14
const TAIL = 8

/** Takes the lines of the wire itself off both ends: headers, trailers, slugs, version lines, photo advisories. */
export function readTransmission(reading: Reading): void {
  readNotebook(reading)
  removeEndMark(reading)
  joinVersionLines(reading)
  const {blocks} = reading
  const [first, second] = blocks
  // a release names its sender above its number, and again below the story
  if (
    first &&
    second &&
    /^Source: .{2,80}$/u.test(first.passage.text) &&
    NUMBER_LINE.test(second.passage.text)
  )
    remove(reading, first, 'Sender of a release, as sent')
  const isFramed = FRAME.some((mark) => reading.raw.includes(mark))
  for (const [index, block] of blocks.entries()) {
    if (index >= HEAD && index < blocks.length - TAIL) continue
    stripBrackets(reading, block)
    readLine(reading, block, isFramed)
  }
}

/** EOT alone behind the last line ends the transmission. */
function removeEndMark(reading: Reading): void {
  const {raw} = reading
  const end = raw.trimEnd().length
  if (raw[end - 1] !== END_OF_TRANSMISSION || !/\s/u.test(raw[end - 2] ?? '')) return
  const mark = {start: end - 1, end, op: 'copy', text: END_OF_TRANSMISSION} as const
  claimRemoval(reading, passageOf([mark]), {
    rule: 'transmission@1',
    reason: 'Mark of the end of the transmission',
  })
}

/** `2ND LEAD` over `3RD NET` is one version mark. */
function joinVersionLines({blocks}: Reading): void {
  for (const [index, block] of blocks.slice(0, HEAD).entries()) {
    const next = blocks[index + 1]
    const isPair =
      next?.blankLinesBefore === 0 &&
      VERSION_LINE.test(block.passage.text) &&
      VERSION_LINE.test(next.passage.text)
    if (!isPair) continue
    joinBlocks(block, next)
    return
  }
}

// `# Notebook`, `# dpa NOTEBOOK`: what follows is between desks
const NOTEBOOK = /^# (?:dpa )?notebook$/iu

/** The notebook under dpa copy is not for publication, but it names who reported and edited. */
function readNotebook(reading: Reading): void {
  const start = reading.blocks.findIndex(
    ({passage: {text}}) => text.startsWith('# ') && NOTEBOOK.test(text),
  )
  if (start === -1) return
  const rest = reading.blocks.slice(start)
  for (const [index, block] of rest.entries()) {
    const {text} = block.passage
    if (text === '' || readContributors(reading, block) || INITIALS.test(text)) continue
    if (DATE_GROUP.test(text) || PATH_SLUG.test(text)) continue
    const group = [block]
    for (const next of rest.slice(index + 1)) {
      if (next.blankLinesBefore > 0 || isContributors(next.passage.text)) break
      group.push(next)
    }
    const names = rest[index + group.length]
    const isHeaded = names?.blankLinesBefore === 0 && isContributors(names.passage.text)
    const heading = isHeaded ? group.at(-1) : undefined
    if (heading) {
      claimSeparator(reading, heading.passage, {
        rule: 'notebook@1',
        reason: 'Heading over those who worked on the story',
      })
    }
    const removed = group.filter((taken) => taken !== heading)
    if (removed.length > 0) {
      claimRemoval(reading, passageOf(removed.flatMap(({passage}) => passage.pieces)), {
        rule: 'notebook@1',
        reason: 'Notebook of the agency: not for publication',
      })
    }
    for (const taken of group) closeBlock(taken)
  }
}

// `- Reporting by: Ann Lee in Porthaven`
function isContributors(text: string): boolean {
  return /^(?:- )?(?:Reporting|Editing|Writing) by\b/iu.test(text)
}

// `^By ANN LEE=`, and `Associated Press=` below it
const BYLINE = /^\^?(?:By |[\p{L} ]{2,40}(?<! )=$)/u

const OPENING_BRACKETS: ReadonlySet<string> = new Set(['^', '+', '>'])
const CLOSING_BRACKETS: ReadonlySet<string> = new Set(['<', '=', '+'])

/** `^Prairies vanish<`, `Coalition talks could fail =`, `++ Quay reopens ++`, `>>>ANSA/ Quay reopens`: marks that frame a line of the header. */
function stripBrackets(reading: Reading, block: Block): void {
  const {text} = block.passage
  if (!OPENING_BRACKETS.has(text.slice(0, 1)) && !CLOSING_BRACKETS.has(text.slice(-1))) return
  const start = /^(?:\^|\+{2,3} ?|>{3}\p{Lu}{2,8}\/ ?)/u.exec(text)?.[0].length ?? 0
  const end = /\s?(?:[<=]|\+{1,3})$/u.exec(text)?.index ?? text.length
  if (start >= end || (start === 0 && (end === text.length || text.length > 200))) return
  const grounds = {rule: 'transmission@1', reason: 'Mark of the wire round a line'}
  claimSeparator(reading, slicePassage(block.passage, 0, start), grounds)
  // a byline keeps its `=`: it tells that the next line names the house
  if (text.endsWith('=') && BYLINE.test(text)) {
    leaveBlock(block, slicePassage(block.passage, start))
    return
  }
  claimSeparator(reading, trimPassage(slicePassage(block.passage, end)), grounds)
  leaveBlock(block, trimPassage(slicePassage(block.passage, start, end)))
}

/** @param isFramed - Whether there is a mark of the frame anywhere in the copy */
function readLine(reading: Reading, block: Block, isFramed: boolean): void {
  const {text} = block.passage
  if (text === '' || text.length > 260) return
  if (isSlug(block)) {
    claimOnce(reading, block, 'slugline', 'Slugline: the desk’s name for the story')
  } else if (VERSION_LINE.test(text)) {
    claimOnce(reading, block, 'versionMark', 'Which version of the story the agency says this is')
  } else if (DATE_GROUP.test(text)) {
    claimOnce(reading, block, 'sourceDate', 'Date of the source, as sent')
  } else if (HEADER_LINE.test(text) || (isFramed && isInFrame(reading, block))) {
    remove(reading, block, 'Header or trailer of the transmission')
  } else if (PHOTO_ADVISORY.test(text)) {
    remove(reading, block, 'Advisory on pictures')
  }
}

function isSlug({passage: {text}, signs}: Block): boolean {
  if (CYCLE_SLUG.test(text)) return true
  if ((signs & SIGN.slash) === 0) return false
  return (text.endsWith('/') && PATH_SLUG.test(text)) || DESK_SLUG.test(text)
}

function isInFrame({raw}: Reading, {passage}: Block): boolean {
  const {start, end} = passageRange(passage)
  const line =
    raw
      .slice(Math.max(0, start - 3), end)
      .split('\n')
      .at(-1) ?? ''
  return FRAME.some((mark) => line.includes(mark))
}

function claimOnce(
  reading: Reading,
  block: Block,
  field: 'slugline' | 'versionMark' | 'sourceDate',
  reason: string,
): void {
  if (hasField(reading, field)) {
    remove(reading, block, reason)
    return
  }
  claimField(reading, block.passage, field, {rule: 'transmission@1', reason})
  closeBlock(block)
}

function remove(reading: Reading, block: Block, reason: string): void {
  claimRemoval(reading, block.passage, {rule: 'transmission@1', reason})
  closeBlock(block)
}
