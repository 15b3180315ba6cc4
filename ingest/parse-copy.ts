import {AGENCIES} from './agencies/agencies.ts'
import {indexAgencies} from './agencies/agency-index.ts'
import type {Agency} from './agencies/agency.ts'
import {assemble} from './assemble.ts'
import type {LedgerSpan} from './ledger.ts'
import {passageStart} from './passage.ts'
import type {BoilerplateRule} from './publications/boilerplate-rule.ts'
import {BOILERPLATE_RULES} from './publications/boilerplate-rules.ts'
import type {Publication} from './publications/publication.ts'
import {readStory} from './read-story.ts'
import type {Block, Finding, Reading} from './reading.ts'
import type {Snapshot} from './snapshot.ts'
import {readAuthorLine} from './stages/author-line.ts'
import {readBody} from './stages/body.ts'
import {readCaptions} from './stages/captions.ts'
import {joinContactLabels} from './stages/contact-labels.ts'
import {readContributors} from './stages/contributors.ts'
import {readEndCredit} from './stages/credit.ts'
import {removeContacts, removeNotesToEditors, removeRules} from './stages/desk-marks.ts'
import {doubtPromos} from './stages/doubt-promos.ts'
import {removeFurniture, removeTailFurniture} from './stages/furniture.ts'
import {readHead} from './stages/head.ts'
import {removeLinkBelow} from './stages/links-below.ts'
import {readEndCorrection} from './stages/notes.ts'
import {removePosts} from './stages/posts.ts'
import {settleAuthors} from './stages/settle-authors.ts'
import {readSignOff, readSignedCredit} from './stages/sign-off.ts'
import {readSignature} from './stages/signature.ts'
import {splitBlocks} from './stages/split.ts'
import {removeStrayLines} from './stages/stray-lines.ts'
import {readSyndication} from './stages/syndication.ts'
import {readTelegram} from './stages/telegram.ts'
import {readTransmission} from './stages/transmission.ts'
import type {Story} from './story.ts'

/** Goes up when the same copy may be read in another way than before. */
export const parserVersion = '6'

/** What the reader of copy may be told; the built-in data stands in for what is left out. */
export interface ParseOptions {
  /** Start of every `_key`, made from the source's identity */
  readonly keyPrefix: string
  readonly agencies?: readonly Agency[]
  readonly rules?: readonly BoilerplateRule[]
  /** Where the copy was printed, when that is known */
  readonly publication?: Publication
}

export interface ParsedCopy {
  /** The text that was read; offsets of spans and findings count in it */
  readonly raw: string
  readonly story: Story
  /** The complete ledger: the spans tile `raw` */
  readonly spans: readonly LedgerSpan[]
  readonly findings: readonly Finding[]
  readonly snapshot: Snapshot
}

/**
 * Reads a text: what it says goes into fields, what is furniture is taken out with its reason, and the ledger accounts for
 * every character. Takes any string; what it does not understand is body.
 *
 * @param raw - The decoded text, never changed
 * @throws SyntaxError when one of the boilerplate rules is no regular expression
 */
export function parseCopy(raw: string, options: ParseOptions): ParsedCopy {
  const agencies = options.agencies ?? AGENCIES
  const reading: Reading = {
    raw,
    agencies,
    rules: options.rules ?? BOILERPLATE_RULES,
    publication: options.publication,
    blocks: splitBlocks(raw, (line) => indexAgencies(agencies).find(line) !== undefined),
    claims: [],
    findings: [],
    datelines: new Map(),
  }
  for (const read of STAGES) {
    read(reading)
    if (reading.blocks.some(isClosed)) {
      reading.blocks = reading.blocks.filter((block) => !isClosed(block))
    }
  }
  const claims = reading.claims.toSorted(
    (one, other) => passageStart(one.passage) - passageStart(other.passage),
  )
  const {snapshot, spans} = assemble(raw, claims, options.keyPrefix)
  return {
    raw,
    story: readStory(raw, snapshot, claims, agencies),
    spans,
    findings: reading.findings.toSorted((one, other) => one.start - other.start),
    snapshot,
  }
}

function isClosed(block: Block): boolean {
  return block.passage.text === ''
}

/** Each takes text that is still unclaimed; what is left at the end is body. */
const STAGES: readonly ((reading: Reading) => void)[] = [
  readTelegram,
  readTransmission,
  removeFurniture,
  removeRules,
  removeNotesToEditors,
  removeContacts,
  removePosts,
  readCaptions,
  joinContactLabels,
  readTail,
  readHead,
  settleAuthors,
  removeStrayLines,
  doubtPromos,
  readBody,
]

/** No real story ends in more parts; the bound keeps hostile copy cheap. */
const MOST_END_PARTS = 60

/** End matter stands in any order, so each reader looks at the last block until none finds anything more. */
function readTail(reading: Reading): void {
  const readers = [
    readContributors,
    readEndCorrection,
    readSyndication,
    readAuthorLine,
    readSignedCredit,
    removeTailFurniture,
    readSignOff,
    readEndCredit,
    readSignature,
    removeLinkBelow,
  ]
  for (let part = 0; part < MOST_END_PARTS; part += 1) {
    const last = reading.blocks.at(-1)
    if (!last || !readers.some((read) => read(reading, last))) return
    while (reading.blocks.at(-1)?.passage.text === '') reading.blocks.pop()
  }
}
