import {indexAgencies} from '../agencies/agency-index.ts'
import {matchesOf} from '../matches-of.ts'
import {type Passage, passageRange, slicePassage, trimPassage} from '../passage.ts'
import {
  type Block,
  type BylineDraft,
  type Grounds,
  type Reading,
  claimField,
  claimRemoval,
  leaveBlock,
} from '../reading.ts'

const NAME =
  "\\p{Lu}[\\p{L}\\p{M}.’'-]{1,24}(?: (?:\\p{Lu}[\\p{L}\\p{M}.’'-]{0,24}|de|van|von|bin|al)){1,3}"
const EMAIL = '[\\w.+-]{1,64}@[\\w-]{1,60}(?:\\.[a-z\\d-]{2,30}){1,4}'
const JOB =
  "(?:[\\p{L}’'-]{1,24} ){0,5}(?:[Rr]eporter|[Ww]riter|[Ee]ditor|[Cc]orrespondent|[Cc]olumnist|[Jj]ournalist|[Cc]ontributor|[Pp]roducer|blogger|bureau chief)"
const HOUSE =
  "(?:the )?(?<house>\\p{Lu}[\\p{L}.’'&-]{0,24}(?: (?:\\p{Lu}[\\p{L}.’'&-]{0,24}|of|and|the)){0,5})"

/** What a line says of its author; each begins where a sentence begins and ends where the block ends. */
const LINES: readonly RegExp[] = [
  // `Contact Ann Lee at alee@herald.example or 555-0100. Follow @annlee on Twitter.`
  line(
    `(?:Contact|Reach|Email|E-mail)(?: (?:reporter|writer|columnist|staff writer))? (?<name>${NAME})(?: at| on| via|:)? ?(?<email>${EMAIL})?(?:[ .,;].{0,200})?`,
  ),
  // `To contact the reporter on this story: Ann Lee in Callow at alee@herald.example`
  line(
    `To contact the (?:reporters?|authors?|writers?)(?: on| of| for) this story: ?(?<name>${NAME})(?: in [\\p{L} ,]{2,40})? at (?<email>${EMAIL})(?:[ .,;].{0,200})?`,
  ),
  // `Ann Lee can be reached at alee@herald.example`
  line(
    `(?:(?:Correspondent|Reporter|Columnist|Staff [Ww]riter|Editor) )?(?<name>${NAME}) (?:can be reached|may be reached|can be contacted) (?:at|on|by|via) (?:(?<email>${EMAIL})|.{4,60}?)(?:[ .,;].{0,120})?`,
  ),
  // `Ann Lee is a harbour reporter for Herald Digital. Story tips can be sent to alee@herald.example.`
  line(
    `(?<name>${NAME}) is (?:an? |the )?(?<job>${JOB}) (?:for|at|with|of) ${HOUSE}(?: covering [^]{3,120}?)?\\.(?: ?(?:Story tips|Follow|You can|Contact|Reach|Email|E-mail|She|He|Twitter|Her|His)\\b.{0,200}?(?<email>${EMAIL})?.{0,120})?`,
  ),
]
// `Ann Lee is a photographer based in Porthaven. You can follow her on Instagram.`: not the author, or not surely
const SUBJECT_LINE = line(
  `${NAME} is an? [^.]{5,160}\\. (?:You can |)[Ff]ollow (?:him|her|them|@\\w{2,30})\\b.{3,120}`,
)
// `Ann Lee is Director of Tides for the port. She writes about harbours.`, under a printed rule
const BIO = line(`(?<name>${NAME}) is (?:an? |the )?[\\p{L}][^.]{3,160}\\.(?: [^]{0,300})?`)
// `Editor’s note: Ann Lee is professor of tides at Callow. The opinions expressed in this commentary are hers.`, above the story
const ABOVE = line(
  `(?:(?:Editor|EDITOR)['’][sS] (?:[Nn]ote|NOTE)(?::| [—–-]) ?)?(?<name>${NAME})(?:, [^.]{3,80},)? is (?:an? |the |\\p{L}{4,20} (?:of|at) )[^]{5,600}[.!?]\\)? ?The (?:opinions|views) expressed\\b[^]{5,160}`,
)
// `Ann Lee is professor of tides at Callow and author of "Slack Water"`, below a story that does not speak of her
const ROLE =
  '(?:author|writer|columnist|professor|lecturer|fellow|director|editor|journalist|correspondent|reporter|historian|economist|analyst|lawyer|attorney|researcher|scholar|president|chair|chairman|chairwoman|founder|chief executive|novelist|poet|critic|contributor|consultant|minister|senator|ambassador|master|scientist|physicist|teacher|partner|strategist|adviser)'
const OPEN_BIO = line(
  `(?<name>${NAME})(?:, [^.,]{3,80},)? (?:(?:is|was) (?:an? |the )?(?:[\\p{L}’'-]{1,24} ){0,6}${ROLE}\\b[^]{0,400}|(?:teaches|writes|covers) (?:at|in|about|for|on|the)\\b[^]{3,300})`,
)
const BYLINE = /^(?:By|BY):? \p{Lu}|^\p{Lu}[\p{L} ,.’'-]{3,60}$/u
const RULE_BEFORE = /[-_*—]{2,8}\s{1,8}$/u
const SENTENCE_START = /(?:^|[.!?…]["”’')\]]{0,3}\s{0,2})(?=\p{Lu})/gu
const LONGEST = 600
const MAY_NAME_AUTHOR =
  /@| reached | contacted |(?:Contact|To contact|Reach|Email|E-mail) | is (?:an?|the) | is \p{Lu}/u
/** Somebody, by their full name, and what they are or do. */
const MAY_BE_BIO = /^\p{Lu}[^ ]{0,24} \p{Lu}[^]{1,160}? (?:is|was|teaches|writes|covers) /u

/**
 * Reads the line under a story that tells who wrote it and how to reach them: the name is a byline when the story has no other,
 * the line itself is furniture.
 *
 * @returns Whether there was one
 */
export function readAuthorLine(reading: Reading, last: Block): boolean {
  const {passage} = last
  const base = Math.max(0, passage.text.length - LONGEST)
  const tail = passage.text.slice(base)
  const isBio = passage.text.length <= 500 && MAY_BE_BIO.test(tail)
  if (!isBio && !MAY_NAME_AUTHOR.test(tail)) return false
  for (const match of matchesOf(tail, SENTENCE_START)) {
    const start = match.index + match[0].length
    const found = findLine(tail.slice(start)) ?? readBio(reading, passage, base + start)
    if (found === undefined || (base + start === 0 && reading.blocks.length < 2)) continue
    claimLine(reading, slicePassage(passage, base + start), found)
    leaveBlock(last, trimPassage(slicePassage(passage, 0, base + start)))
    return true
  }
  return false
}

/**
 * Reads the note above a commentary that tells who wrote it, and whose the opinions are.
 *
 * @returns Whether the block was one
 */
export function readAuthorAbove(reading: Reading, block: Block): boolean {
  const {passage} = block
  if (passage.text.length > 900 || !passage.text.includes('xpressed')) return false
  const groups = ABOVE.exec(passage.text)?.groups
  if (groups === undefined) return false
  claimLine(reading, passage, groups)
  leaveBlock(block, slicePassage(passage, 0, 0))
  return true
}

function findLine(text: string): Readonly<Record<string, string | undefined>> | undefined {
  if (SUBJECT_LINE.test(text)) return {}
  for (const pattern of LINES) {
    const groups = pattern.exec(text)?.groups
    if (groups) return groups
  }
  return undefined
}

/** A block of its own under a printed rule that says who somebody is. */
function readBio(reading: Reading, passage: Passage, start: number) {
  if (start !== 0 || passage.text.length > 500) return undefined
  const before = passageRange(passage).start
  if (RULE_BEFORE.test(reading.raw.slice(Math.max(0, before - 12), before))) {
    return BIO.exec(passage.text)?.groups
  }
  const groups = OPEN_BIO.exec(passage.text)?.groups
  const surname = groups?.['name']?.split(' ').at(-1)
  return surname === undefined || isInStory(reading, surname) ? undefined : groups
}

/** Whether the story itself speaks of somebody: then a line about them at its end is part of it. */
function isInStory({blocks}: Reading, surname: string): boolean {
  return blocks
    .slice(0, -1)
    .some(
      ({passage: {text}}) => text.includes(surname) && !(text.length < 120 && BYLINE.test(text)),
    )
}

/** Claims the parts of the line in their order; what is between them is taken out. */
function claimLine(
  reading: Reading,
  passage: Passage,
  {name = '', job, house, email}: Readonly<Record<string, string | undefined>>,
): void {
  const grounds: Grounds = {
    rule: 'author-line@1',
    reason: 'Who wrote the story and how to reach them',
    confidence: 0.9,
  }
  const isKnown = reading.claims.some(
    (claim) =>
      claim.kind === 'field' &&
      typeof claim.target !== 'string' &&
      claim.target.item.list === 'bylines' &&
      claim.target.item.role === 'by',
  )
  const isHouse = indexAgencies(reading.agencies).find(name) !== undefined
  if (isKnown || isHouse || name === '') {
    claimRemoval(reading, passage, grounds)
    return
  }
  const item: BylineDraft = {list: 'bylines', role: 'by', ...(email !== undefined && {email})}
  const parts = [
    [name, 'nameAsWritten'],
    [job, 'jobTitle'],
    [house, 'affiliationText'],
  ] as const
  let from = 0
  for (const [printed, property] of parts) {
    if (printed === undefined || printed === '') continue
    const start = passage.text.indexOf(printed, from)
    if (start === -1) continue
    claimRemoval(reading, trimPassage(slicePassage(passage, from, start)), grounds)
    from = start + printed.length
    claimField(reading, slicePassage(passage, start, from), {item, property}, grounds)
  }
  claimRemoval(reading, trimPassage(slicePassage(passage, from)), grounds)
}

function line(source: string): RegExp {
  return new RegExp(`^${source}$`, 'u')
}
