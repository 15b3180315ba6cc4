import type {Context} from 'hono'

import type {LakeEnvironment} from '../caller.ts'
import {
  documentAt,
  type HistorySource,
  lastRevision,
  sequenceAtTime,
} from '../events/document-at.ts'
import {findDocumentEvents} from '../events/document-events.ts'
import {findReleaseEvents} from '../events/release-events.ts'
import {findTransactions} from '../events/transaction-lines.ts'
import {Problem} from '../problem.ts'
import {createDocumentRows} from '../store/document-rows.ts'
import type {LakeDocument} from '../store/lake-document.ts'
import type {Store} from '../store/open-store.ts'
import type {DataRoutes} from './data-routes.ts'
import {isTrue, readDataset, requireUser} from './read-request.ts'
import {LINES, streamLines} from './stream-lines.ts'

const MAXIMUM_LIMIT = 1000

/** `/data/history/:dataset/…`. For users only: what a public document once said may never have been public. */
export function addHistoryRoutes(routes: DataRoutes, store: Store): void {
  const historyOf = (dataset: string): HistorySource => ({
    database: store.database,
    dataset,
    rows: createDocumentRows(store.database, dataset),
  })

  routes.use('/data/history/*', async (c, next) => {
    requireUser(c)
    await next()
  })

  routes.get('/data/history/:dataset/events/documents/:id', (c) => {
    const documentId = c.req.param('id')
    const {events, nextCursor} = findDocumentEvents({
      database: store.database,
      dataset: readDataset(c, store).name,
      documentId,
      limit: readLimit(c, 100),
      cursor: c.req.query('nextCursor') ?? '',
    })
    return c.json({events: {[documentId]: events}, nextCursor})
  })

  routes.get('/data/history/:dataset/events/releases/:id', (c) =>
    c.json(
      findReleaseEvents({
        ...historyOf(readDataset(c, store).name),
        release: c.req.param('id'),
        limit: readLimit(c, 100),
        cursor: c.req.query('nextCursor') ?? '',
      }),
    ),
  )

  routes.get('/data/history/:dataset/documents/:ids', async (c) => {
    const dataset = readDataset(c, store)
    const source = historyOf(dataset.name)
    const find = readMoment(c, source, dataset.log.sequenceOf)
    const documents: LakeDocument[] = []
    for (const id of c.req.param('ids').split(',')) {
      const document = await find(id)
      if (document) documents.push(document)
    }
    return c.json({documents})
  })

  routes.get('/data/history/:dataset/transactions/:ids', (c) => {
    const {name, log} = readDataset(c, store)
    const lines = findTransactions({
      database: store.database,
      dataset: name,
      documentIds: c.req.param('ids').split(','),
      from: log.sequenceOf(c.req.query('fromTransaction') ?? '') ?? 0,
      to: log.sequenceOf(c.req.query('toTransaction') ?? '') ?? Number.MAX_SAFE_INTEGER,
      fromTime: readInstant(c, 'fromTime'),
      toTime: readInstant(c, 'toTime'),
      authors: c.req.query('authors')?.split(','),
      limit: readLimit(c, 50),
      newestFirst: isTrue(c, 'reverse'),
      identifiedOnly: isTrue(c, 'includeIdentifiedDocumentsOnly'),
      includeMutations: !isTrue(c, 'excludeContent') && !isTrue(c, 'excludeMutations'),
      includeEffects: c.req.query('effectFormat') === 'mendoza',
    })
    return c.body(streamLines(lines), 200, {'content-type': LINES})
  })
}

/** Reads which moment is asked for: `revision`, `time` or `lastRevision=true`. @throws {Problem} 400 */
function readMoment(
  c: Context<LakeEnvironment>,
  source: HistorySource,
  sequenceOf: (transactionId: string) => number | undefined,
): (id: string) => Promise<LakeDocument | undefined> {
  const revision = c.req.query('revision')
  const time = readInstant(c, 'time')
  const isLast = isTrue(c, 'lastRevision')
  if ([revision !== undefined, time !== undefined, isLast].filter(Boolean).length !== 1) {
    throw new Problem(400, 'One of "revision", "time" and "lastRevision" is needed, and one alone')
  }
  if (isLast) return (id) => lastRevision(source, id)
  const sequence =
    revision === undefined ? sequenceAtTime(source, time ?? '') : sequenceOf(revision)
  return async (id) => (sequence === undefined ? undefined : documentAt(source, id, sequence))
}

function readInstant(c: Context<LakeEnvironment>, name: string): string | undefined {
  const text = c.req.query(name)
  if (text === undefined || text === '') return undefined
  const instant = new Date(text)
  if (!Number.isNaN(instant.getTime())) return instant.toISOString()
  throw new Problem(400, `"${name}" must be an ISO 8601 instant`)
}

function readLimit(c: Context<LakeEnvironment>, fallback: number): number {
  const text = c.req.query('limit')
  if (text === undefined) return fallback
  const limit = Number(text)
  if (Number.isSafeInteger(limit) && limit > 0) return Math.min(limit, MAXIMUM_LIMIT)
  throw new Problem(400, '"limit" must be a positive whole number')
}
