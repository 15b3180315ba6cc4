import {basename} from 'node:path'

import {checkLedger} from '../../ingest/check-ledger.ts'
import {decodeCopy} from '../../ingest/decode-copy.ts'
import {buildDocuments, type BuiltDocuments} from '../../ingest/documents.ts'
import {normaliseCopy} from '../../ingest/normalise-copy.ts'
import {parseCopy, parserVersion} from '../../ingest/parse-copy.ts'
import type {Publication} from '../../ingest/publications/publication.ts'
import {errorSentence} from '../error-sentence.ts'
import {STANDARD_INPUT} from './find-copies.ts'
import {type CopyIdentity, identifyCopy} from './identify-copy.ts'
import type {Desk} from './read-desk.ts'

/** A text, read: its identity and the documents it would become. */
export interface PreparedCopy {
  readonly identity: CopyIdentity
  readonly documents: BuiltDocuments
}

/** What the bytes of one text do not say. */
export interface CopyContext {
  readonly path: string
  readonly desk: Desk
  readonly publication: Publication | undefined
  /** ISO 8601 instant */
  readonly receivedAt: string
}

/** Reads one text and builds its documents, or says why that cannot be. The ledger is checked: a fault fails the text, never the run. */
export function prepareCopy(
  bytes: Uint8Array,
  {path, desk, publication, receivedAt}: CopyContext,
): PreparedCopy | {readonly reason: string} {
  try {
    const {raw, encoding, repairs} = decodeCopy(bytes)
    const identity = identifyCopy(bytes, normaliseCopy(raw))
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
      ...(path !== STANDARD_INPUT && {fileName: basename(path)}),
      ...(publication !== undefined && {publication}),
    })
    return {identity, documents}
  } catch (error) {
    const cause = errorSentence(error).replace(/^Cannot read the copy: /u, '')
    return {reason: `Cannot import "${path}": ${cause}`}
  }
}
