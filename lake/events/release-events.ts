import type {SQLOutputValue} from 'node:sqlite'

import {releaseDocumentId} from '../actions/release-actions.ts'
import {publishedIdOf} from '../store/document-ids.ts'
import {isRecord, type LakeDocument} from '../store/lake-document.ts'
import {readList} from '../store/transaction-log.ts'
import type {HistorySource} from './document-at.ts'
import {walkBack} from './walk-back.ts'

/** One entry of a release's history as the Studio lists it. Edits of its title and the like are not among them: the Studio makes those from the transactions. */
export interface ReleaseEvent {
  readonly type:
    | 'createRelease'
    | 'scheduleRelease'
    | 'unscheduleRelease'
    | 'publishRelease'
    | 'archiveRelease'
    | 'unarchiveRelease'
    | 'addDocumentToRelease'
    | 'discardDocumentFromRelease'
  readonly releaseName: string
  readonly timestamp: string
  readonly author: string
  readonly [attribute: string]: unknown
}

export interface ReleaseEventPage {
  /** Newest first */
  readonly events: readonly ReleaseEvent[]
  /** Asks for what comes before; empty at the end */
  readonly nextCursor: string
}

export interface ReleaseEventQuery extends HistorySource {
  /** Without `_.releases.` */
  readonly release: string
  readonly limit: number
  /** From the page before; empty = from the newest */
  readonly cursor: string
}

type Told = Pick<ReleaseEvent, 'type'> & Readonly<Record<string, unknown>>

/** Works out from the log what happened to a release and which documents came into it or left it. */
export function findReleaseEvents(query: ReleaseEventQuery): ReleaseEventPage {
  const before = query.cursor === '' ? Number.MAX_SAFE_INTEGER : Number(query.cursor) || 0
  const events: ReleaseEvent[] = []
  for (const {sequence, timestamp, author, told} of tellTransactions(query)) {
    if (sequence >= before || told.length === 0) continue
    if (events.length >= query.limit) return {events, nextCursor: String(sequence + 1)}
    for (const one of told) events.push({...one, releaseName: query.release, timestamp, author})
  }
  return {events, nextCursor: ''}
}

/** What each transaction did, newest first: from the release's present state backwards. */
function* tellTransactions(query: ReleaseEventQuery) {
  const id = releaseDocumentId(query.release)
  let after = query.rows.get(id)
  for (const rows of transactionsOf(query, id)) {
    const change = rows.find((row) => row['document_id'] === id)
    const before = change ? walkBack(after, readEffect(change)) : after
    const state = change ? tellState(before, after) : undefined
    const versions = rows.filter((row) => row !== change).map(tellVersion)
    after = before
    const [row] = rows
    yield {
      sequence: Number(row?.['sequence']),
      timestamp: String(row?.['timestamp']),
      author: String(row?.['author']),
      // Publishing and archiving delete the versions, unarchiving makes them again: that goes without saying.
      told: state ? [state] : versions,
    }
  }
}

function transactionsOf({database, dataset, release}: ReleaseEventQuery, id: string) {
  const rows = database
    .prepare(
      `SELECT effects.*, timestamp, author FROM effects JOIN transactions USING (sequence)
       WHERE effects.dataset = :dataset AND (
         document_id = :id OR (
           document_id > :first AND document_id < :last
           AND (previous_revision IS NULL OR result_revision IS NULL)
         )
       )
       ORDER BY sequence DESC, position`,
    )
    .all({dataset, id, first: `versions.${release}.`, last: `versions.${release}/`})
  const bySequence = Map.groupBy(rows, (row) => Number(row['sequence']))
  return [...bySequence.values()]
}

function tellState(before: LakeDocument | undefined, after: LakeDocument | undefined) {
  if (!after) return undefined
  if (!before) return tell('createRelease')
  const [from, to] = [before['state'], after['state']]
  if (from === to) return undefined
  if (to === 'published') return tell('publishRelease')
  if (to === 'archived') return tell('archiveRelease')
  if (to === 'scheduled') return tell('scheduleRelease', {publishAt: after['publishAt']})
  return tell(from === 'archived' ? 'unarchiveRelease' : 'unscheduleRelease')
}

function tellVersion(row: Record<string, SQLOutputValue>): Told {
  const versionId = String(row['document_id'])
  const came = row['previous_revision'] === null
  // A patch that makes a document, or makes it again, holds all of it.
  const document = readList(row[came ? 'apply' : 'revert'])[1]
  const told = {
    documentId: publishedIdOf(versionId),
    documentType: isRecord(document) ? document['_type'] : undefined,
    versionId,
    versionRevisionId: row[came ? 'result_revision' : 'previous_revision'],
  }
  return came
    ? tell('addDocumentToRelease', {...told, revisionId: row['result_revision']})
    : tell('discardDocumentFromRelease', told)
}

function tell(type: ReleaseEvent['type'], more: Readonly<Record<string, unknown>> = {}): Told {
  return {...more, type}
}

function readEffect(row: Record<string, SQLOutputValue>) {
  const previous = row['previous_revision']
  return {
    previousRevision: typeof previous === 'string' ? previous : null,
    revert: readList(row['revert']),
  }
}
