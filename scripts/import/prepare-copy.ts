import {basename} from 'node:path'

import {buildDocuments, type BuiltDocuments} from '../../ingest/build-documents.ts'
import {checkLedger} from '../../ingest/check-ledger.ts'
import type {CopyNotes} from '../../ingest/copy-notes.ts'
import {decodeCopy} from '../../ingest/decode-copy.ts'
import type {LedgerSpan} from '../../ingest/ledger.ts'
import {normaliseCopy} from '../../ingest/normalise-copy.ts'
import {parseCopy, parserVersion} from '../../ingest/parse-copy.ts'
import type {Publication} from '../../ingest/publications/publication.ts'
import {copyFault} from '../error-sentence.ts'
import {type CopyIdentity, identifyAgain, identifyCopy} from './identify-copy.ts'
import type {Desk} from './read-desk.ts'
import {STANDARD_INPUT} from './sources/find-copies.ts'
import {takeNotes} from './sources/take-notes.ts'

/** A text, read: its identity and the documents it would become. */
export interface PreparedCopy {
  readonly identity: CopyIdentity
  /** As they came */
  readonly bytes: Uint8Array
  readonly notes: CopyNotes
  readonly documents: BuiltDocuments
  /** Where every character went */
  readonly spans: readonly LedgerSpan[]
}

/** What the bytes of one text do not say. */
export interface CopyContext {
  readonly path: string
  readonly desk: Desk
  readonly publication: Publication | undefined
  /** ISO 8601 instant */
  readonly receivedAt: string
  /** From the file beside the text; front matter adds to them */
  readonly notes?: CopyNotes | undefined
  /** The article that somebody says this is a version of, without `drafts.` */
  readonly versionOf?: string | undefined
  /** How often the text came in with other notes each time; once unless told */
  readonly reception?: number
}

/** Reads one text and builds its documents, or says why that cannot be. The ledger is checked: a fault fails the text, never the run. */
export function prepareCopy(
  bytes: Uint8Array,
  {path, desk, receivedAt, versionOf, reception = 1, ...context}: CopyContext,
): PreparedCopy | {readonly reason: string} {
  try {
    const {raw, encoding, repairs, notes} = takeNotes(decodeCopy(bytes), context.notes)
    if (notes.provider === undefined && (notes.itemId ?? notes.storyId) !== undefined) {
      return {reason: `Cannot import "${path}": its notes have an id but no provider to go with it`}
    }
    const publication =
      notes.publication === undefined
        ? context.publication
        : findPublication(desk, notes.publication)
    const first = identifyCopy(bytes, normaliseCopy(raw), notes)
    const hashes = reception === 1 ? first : identifyAgain(first, reception)
    const identity = versionOf === undefined ? hashes : {...hashes, articleId: versionOf}
    if (raw.trim() === '')
      return {reason: `Cannot import "${path}": the file holds only white space`}
    const parsed = parseCopy(raw, {
      keyPrefix: identity.keyPrefix,
      agencies: desk.agencies,
      rules: desk.rules,
      ...(publication !== undefined && {publication}),
    })
    const [fault] = checkLedger(raw, parsed.spans, parsed.snapshot)
    if (fault !== undefined) {
      return {
        reason: `Cannot import "${path}": its ledger does not add up (${fault.message}); nothing of it is stored. Please report the text`,
      }
    }
    const documents = buildDocuments(parsed, identity.keyPrefix, {
      ...identity,
      encoding,
      repairs,
      receivedAt,
      parserVersion,
      contributorsByAlias: desk.contributorsByAlias,
      ...(Object.keys(notes).length > 0 && {notes}),
      ...(path !== STANDARD_INPUT && {fileName: basename(path)}),
      ...(publication !== undefined && {publication}),
    })
    return {identity, bytes, notes, documents, spans: parsed.spans}
  } catch (error) {
    return {reason: `Cannot import "${path}": ${copyFault(error)}`}
  }
}

/** @throws RangeError when the dataset has no publication with the code */
export function findPublication(desk: Desk, code: string): Publication {
  const wanted = code.toLowerCase()
  const publication = desk.publications.find((known) => known.code.toLowerCase() === wanted)
  if (publication !== undefined) return publication
  const codes = desk.publications.map((known) => known.code.toLowerCase()).join(', ')
  throw new RangeError(`there is no publication "${code}": the dataset has ${codes}`)
}
