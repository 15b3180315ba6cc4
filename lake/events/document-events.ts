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

/** Works out from the log what happened to a piece of content: each transaction's effects on its layers tell one event, or none. */
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
  const versions = effects.filter(
    ({id}) => id !== publishedId && concerns(id, query.documentId, published),
  )
  const [version] = versions
  const effect = published ?? version
  if (!effect) return undefined
  const {timestamp, author} = effect
  const told = published
    ? tellPublished(published, versions, () => findDraftRevision(query, publishedId, published))
    : tellVersion(effect)
  return told && {documentId: publishedId, timestamp, author, ...told}
}

type Told = Pick<DocumentEvent, 'type'> & Readonly<Record<string, unknown>>

/** A transaction that touched a draft or version alone. */
function tellVersion(version: Effect): Told | undefined {
  if (version.previousRevision === null) {
    return {type: 'createDocumentVersion', ...versionOf(version, version.resultRevision)}
  }
  return version.resultRevision === null
    ? {type: 'deleteDocumentVersion', ...versionOf(version, version.previousRevision)}
    : undefined
}

/** A transaction that touched the published document, with what it did to drafts and versions. */
function tellPublished(
  published: Effect,
  versions: readonly Effect[],
  findDraft: () => string | null,
): Told {
  const gone = versions.find(({resultRevision}) => resultRevision === null)
  if (published.resultRevision === null) {
    const made = versions.find(({previousRevision}) => previousRevision === null)
    const draftRevision = made ? made.resultRevision : findDraft()
    if (gone || draftRevision === null) return {type: 'deleteDocumentGroup'}
    const versionId = made?.id ?? `drafts.${published.id}`
    return {type: 'unpublishDocument', versionId, versionRevisionId: draftRevision}
  }
  const {transactionId: revisionId} = published
  if (gone) {
    const isRelease = readAddress(gone.id).layer.type === 'version'
    return {
      type: 'publishDocumentVersion',
      ...versionOf(gone, gone.previousRevision),
      revisionId,
      publishCause: isRelease ? 'release.publish' : 'document.publish',
    }
  }
  return published.previousRevision === null
    ? {type: 'createLiveDocument', revisionId}
    : {type: 'updateLiveDocument', revisionId}
}

/** A version's history shows that version; the document's shows its draft, and versions when they are published. */
function concerns(id: string, asked: string, published: Effect | undefined): boolean {
  if (readAddress(asked).layer.type === 'version') return id === asked
  return published !== undefined || readAddress(id).layer.type === 'drafts'
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
