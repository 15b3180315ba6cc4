import type {DatabaseSync, SQLOutputValue} from 'node:sqlite'

import {readAddress} from '../store/document-ids.ts'

/** One entry of a document's history as the Studio lists it. Edits are not among them: the Studio makes those from the transactions. */
export interface DocumentEvent {
  readonly type:
    | 'createDocumentVersion'
    | 'deleteDocumentVersion'
    | 'publishDocumentVersion'
    | 'unpublishDocument'
    | 'deleteDocumentGroup'
    | 'createLiveDocument'
    | 'updateLiveDocument'
  readonly documentId: string
  readonly timestamp: string
  readonly author: string
  readonly [attribute: string]: unknown
}

export interface DocumentEventPage {
  /** Newest first */
  readonly events: readonly DocumentEvent[]
  /** Asks for what comes before; empty at the end */
  readonly nextCursor: string
}

interface Effect {
  readonly id: string
  readonly sequence: number
  readonly transactionId: string
  readonly timestamp: string
  readonly author: string
  readonly previousRevision: string | null
  readonly resultRevision: string | null
}

export interface EventQuery {
  readonly database: DatabaseSync
  readonly dataset: string
  /** Published, draft or version id */
  readonly documentId: string
  readonly limit: number
  /** From the page before; empty = from the newest */
  readonly cursor: string
}

/**
 * Works out from the log what happened to a document, one event for a transaction or none. A draft, a version and the published document
 * have each their own history, as in the Studio: it asks for the revisions that an event names of the document whose history it shows.
 */
export function findDocumentEvents(query: EventQuery): DocumentEventPage {
  const {publishedId} = readAddress(query.documentId)
  const events: DocumentEvent[] = []
  let nextCursor = ''
  for (const effects of relevantTransactions(query, publishedId)) {
    const found = describe(effects, publishedId, query)
    if (!found) continue
    if (events.length === query.limit) {
      nextCursor = String((effects[0]?.sequence ?? 0) + 1)
      break
    }
    events.push(found)
  }
  return {events, nextCursor}
}

/** The effects on one piece of content by transaction, newest first; only transactions that may tell an event. */
function* relevantTransactions(
  {database, dataset, cursor}: EventQuery,
  publishedId: string,
): Iterable<readonly Effect[]> {
  const sequences = database
    .prepare(
      `SELECT DISTINCT sequence FROM effects
       WHERE dataset = ? AND published_id = ? AND sequence < ?
         AND (previous_revision IS NULL OR result_revision IS NULL OR document_id = published_id)
       ORDER BY sequence DESC`,
    )
    .all(dataset, publishedId, cursor === '' ? Number.MAX_SAFE_INTEGER : Number(cursor) || 0)
  const effects = database.prepare(
    `SELECT effects.*, transactions.id AS transaction_id, timestamp, author
     FROM effects JOIN transactions USING (sequence)
     WHERE effects.dataset = ? AND published_id = ? AND sequence = ? ORDER BY position`,
  )
  for (const {sequence} of sequences) {
    yield effects.all(dataset, publishedId, Number(sequence)).map(readEffect)
  }
}

function describe(
  effects: readonly Effect[],
  publishedId: string,
  query: EventQuery,
): DocumentEvent | undefined {
  const published = effects.find(({id}) => id === publishedId)
  const asked = effects.find(({id}) => id === query.documentId)
  const told = tell(published, asked, effects, (unpublished) =>
    findDraftRevision(query, publishedId, unpublished),
  )
  const effect = published ?? asked
  if (!told || !effect) return undefined
  const {timestamp, author} = effect
  return {documentId: publishedId, timestamp, author, ...told}
}

type Told = Pick<DocumentEvent, 'type'> & Readonly<Record<string, unknown>>

function tell(
  published: Effect | undefined,
  asked: Effect | undefined,
  effects: readonly Effect[],
  findDraft: (unpublished: Effect) => string | null,
): Told | undefined {
  if (published?.resultRevision === null) return tellEnd(published, asked, effects, findDraft)
  if (!asked) return undefined
  return asked === published ? tellPublished(published, effects) : tellVersion(asked, published)
}

/** The draft or version that is asked for, in a transaction that took no published document away. */
function tellVersion(version: Effect, published: Effect | undefined): Told | undefined {
  if (version.previousRevision === null) {
    return {type: 'createDocumentVersion', ...versionOf(version, version.resultRevision)}
  }
  if (version.resultRevision !== null) return undefined
  return published
    ? tellPublishing(published, version)
    : {type: 'deleteDocumentVersion', ...versionOf(version, version.previousRevision)}
}

/** The published document, when it is there after the transaction. */
function tellPublished(published: Effect, effects: readonly Effect[]): Told {
  const gone = effects.find(({resultRevision}) => resultRevision === null)
  if (gone) return tellPublishing(published, gone)
  const {transactionId: revisionId} = published
  return published.previousRevision === null
    ? {type: 'createLiveDocument', revisionId}
    : {type: 'updateLiveDocument', revisionId}
}

function tellPublishing({transactionId: revisionId}: Effect, gone: Effect): Told {
  const isRelease = readAddress(gone.id).layer.type === 'version'
  return {
    type: 'publishDocumentVersion',
    ...versionOf(gone, gone.previousRevision),
    revisionId,
    publishCause: isRelease ? 'release.publish' : 'document.publish',
  }
}

/** The published document went. All layers hear of a deletion; of an unpublishing that document itself, and the draft that it became. */
function tellEnd(
  published: Effect,
  asked: Effect | undefined,
  effects: readonly Effect[],
  findDraft: (unpublished: Effect) => string | null,
): Told | undefined {
  const gone = effects.find((effect) => effect !== published && effect.resultRevision === null)
  const made = effects.find(({previousRevision}) => previousRevision === null)
  const versionRevisionId = made ? made.resultRevision : findDraft(published)
  if (gone || versionRevisionId === null) return {type: 'deleteDocumentGroup'}
  if (!asked || (asked !== published && asked !== made)) return undefined
  const versionId = made?.id ?? `drafts.${published.id}`
  return {type: 'unpublishDocument', versionId, versionRevisionId}
}

function versionOf({id}: Effect, versionRevisionId: string | null) {
  const {layer} = readAddress(id)
  return {
    versionId: id,
    versionRevisionId,
    ...(layer.type === 'version' && {releaseId: layer.release}),
  }
}

/** The revision that the draft had when the published document went; `null` when there was no draft. */
function findDraftRevision(
  {database, dataset}: EventQuery,
  publishedId: string,
  {sequence}: Effect,
): string | null {
  const row = database
    .prepare(
      `SELECT result_revision FROM effects WHERE dataset = ? AND document_id = ? AND sequence < ?
       ORDER BY sequence DESC LIMIT 1`,
    )
    .get(dataset, `drafts.${publishedId}`, sequence)
  return readText(row?.['result_revision'])
}

function readEffect(row: Record<string, SQLOutputValue>): Effect {
  return {
    id: String(row['document_id']),
    sequence: Number(row['sequence']),
    transactionId: String(row['transaction_id']),
    timestamp: String(row['timestamp']),
    author: String(row['author']),
    previousRevision: readText(row['previous_revision']),
    resultRevision: readText(row['result_revision']),
  }
}

function readText(value: SQLOutputValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}
