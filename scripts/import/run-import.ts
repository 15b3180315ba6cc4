import {ClientError, type SanityClient} from '@sanity/client'

import {parserVersion} from '../../ingest/parse-copy.ts'
import type {Publication} from '../../ingest/publications/publication.ts'
import {CommandError, UsageError} from '../command.ts'
import {errorSentence} from '../error-sentence.ts'
import {findStored, type StoredSources} from './find-stored.ts'
import {countOutcomes, type ImportItem, type ImportReport} from './import-report.ts'
import type {FoundCopy} from './open-copies.ts'
import {planCopy, type PlanningContext} from './plan-copy.ts'
import {type PlannedCopy, planSeeds} from './plan-import.ts'
import type {PlannedMutation, PlannedTransaction} from './planned-mutation.ts'
import {findPublication, type PreparedCopy, prepareCopy} from './prepare-copy.ts'
import {type Desk, readDesk} from './read-desk.ts'
import {documentReader, planningReader} from './read-story.ts'
import {runReceipt} from './run-receipt.ts'

/** Run id and clock are arguments, so that a dry run and a run given the same ones agree to the byte. */
export interface ImportOptions {
  readonly copies: AsyncIterable<FoundCopy>
  /** Paths as given, for the receipt */
  readonly inputs: readonly string[]
  readonly run: string
  /** ISO 8601 instant */
  readonly startedAt: string
  /** ISO 8601 instant, asked for at the end */
  readonly finishedAt: () => string
  /** Code of the publication that printed the texts */
  readonly publication?: string | undefined
  /** The article that the one text is a new version of, without `drafts.` */
  readonly versionOf?: string | undefined
  /** Texts over 1 MB were taken too; for the receipt */
  readonly large: boolean
  /** What `send` takes is not written, so what it would have written is kept in mind */
  readonly dryRun: boolean
  /** Aborted: what is under way is finished, nothing more is begun */
  readonly stop: AbortSignal
  /** Takes each transaction in turn: sends it, or, in a dry run, shows it */
  readonly send: (transaction: PlannedTransaction) => Promise<unknown>
  /** @param copy - The text as read; absent when it could not be */
  readonly onItem: (item: ImportItem, copy?: PreparedCopy) => void
}

/** Texts read, and looked for in the dataset, at once. */
const BATCH = 20

/** How often a text is planned anew when somebody else has written meanwhile. */
const TRIES = 5

/**
 * Reads texts and brings what is new into the dataset, each text in one transaction: a story that begins as its source, the draft of its
 * article and the desk's record of it; a further version by a merge. Publishes no article and changes no published one. A text that
 * fails does not stop the rest; when nothing changes, nothing is written.
 *
 * @throws UsageError when the publication is not known
 * @throws CommandError when the receipt cannot be stored
 */
export async function runImport(
  client: SanityClient,
  options: ImportOptions,
): Promise<ImportReport> {
  const {copies, run, startedAt, stop, publication: code, large, versionOf} = options
  const desk = await readDesk(client)
  const publication = publicationOf(desk, code)
  const {read, remember} = planningReader(documentReader(client))
  const taken = new Map<string, string>()
  const context = {
    client,
    read: options.dryRun ? read : documentReader(client),
    desk,
    taken,
    versionOf,
  }
  const receipt = runReceipt({
    run,
    startedAt,
    inputs: options.inputs,
    options: {publication: code, large, versionOf},
  })
  const sender = countedSender(options, [...planSeeds(desk), receipt.start()])
  const items: ImportItem[] = []
  let isStopped = false

  for await (const found of batchesOf(copies, BATCH)) {
    isStopped = stop.aborted
    if (isStopped) break
    const batch = await prepareBatch(found, desk, publication, options)
    const identities = batch.flatMap(({copy}) => ('identity' in copy ? copy.identity : []))
    const stored = await findStored(client, identities)
    for (const {path, copy} of batch) {
      isStopped = stop.aborted
      if (isStopped) break
      const planned: PlannedCopy =
        'identity' in copy
          ? await carryOut(path, copy, {context, stored, send: sender.copy})
          : {item: {path, ...copy}, mutations: [], after: []}
      const {item, undo} = planned
      if ('identity' in copy && planned.mutations.length > 0) {
        taken.set(copy.identity.sourceId, path)
        if (options.dryRun && (copy.notes.provider ?? versionOf) !== undefined) {
          remember(sender.lastId(), planned.after)
        }
      }
      items.push(item)
      options.onItem(item, 'identity' in copy ? copy : undefined)
      receipt.add({...item, undo})
      if (sender.count() > 0) await sender.receipt(receipt.takeChunks('full'))
    }
  }

  const counts = countOutcomes(items)
  if (sender.count() > 0) {
    await sender.receipt(receipt.takeChunks('all'))
    await sender.receipt([receipt.finish(counts, options.finishedAt())])
  }
  return {
    run,
    parserVersion,
    counts,
    mutations: sender.count(),
    items,
    ...(isStopped && {isStopped: true as const}),
  }
}

interface PreparedFile {
  readonly path: string
  readonly copy: PreparedCopy | {readonly outcome: 'refused' | 'failed'; readonly reason: string}
}

async function* batchesOf<Value>(
  values: AsyncIterable<Value>,
  size: number,
): AsyncGenerator<readonly Value[]> {
  let batch: Value[] = []
  for await (const value of values) {
    batch.push(value)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function prepareBatch(
  found: readonly FoundCopy[],
  desk: Desk,
  publication: Publication | undefined,
  options: ImportOptions,
): Promise<readonly PreparedFile[]> {
  return Promise.all(
    found.map(async ({path, read}): Promise<PreparedFile> => {
      const received = await read()
      if (received.type !== 'copy') {
        return {path, copy: {outcome: received.type, reason: received.reason}}
      }
      const {bytes, notes} = received
      const {startedAt: receivedAt, versionOf} = options
      const copy = prepareCopy(bytes, {path, desk, publication, receivedAt, notes, versionOf})
      return {path, copy: 'reason' in copy ? {outcome: 'failed', ...copy} : copy}
    }),
  )
}

type Mutations = readonly PlannedMutation[]

/** Sends in order under ids made from the run; what a run begins with goes before the first copy, or never. */
function countedSender(
  {run, send}: ImportOptions,
  start: Mutations,
): {
  readonly copy: (mutations: Mutations, attempt: number) => Promise<void>
  /** Each mutation in a request of its own */
  readonly receipt: (mutations: Mutations) => Promise<void>
  readonly count: () => number
  /** Id of the last transaction: the revision of what it has written */
  readonly lastId: () => string
} {
  let ordinal = 0
  let parts = 0
  let count = 0
  let lastId = ''
  const deliver = async (name: string, mutations: Mutations) => {
    lastId = `${run}-${name}`
    await send({transactionId: lastId, mutations})
    count += mutations.length
  }
  return {
    async copy(mutations, attempt) {
      if (ordinal === 0) {
        try {
          await deliver('start', start)
        } catch (error) {
          throw new CommandError(
            `Cannot start run "${run}": ${isStale(error) ? 'the dataset has a run of that id; give another with --run' : errorSentence(error)}`,
            {cause: error},
          )
        }
      }
      if (attempt === 1) ordinal += 1
      await deliver(attempt === 1 ? String(ordinal) : `${ordinal}-${attempt}`, mutations)
    },
    async receipt(mutations) {
      for (const mutation of mutations) {
        parts += 1
        try {
          await deliver(`receipt-${parts}`, [mutation])
        } catch (error) {
          throw new CommandError(
            `Cannot store the receipt of run "${run}": ${errorSentence(error)}. What is listed is stored; import again for the rest`,
            {cause: error},
          )
        }
      }
    },
    count: () => count,
    lastId: () => lastId,
  }
}

interface Carrier {
  readonly context: PlanningContext
  readonly stored: StoredSources
  readonly send: (mutations: Mutations, attempt: number) => Promise<void>
}

/** Plans and sends one text; when somebody else has written in between, reads and plans it anew. */
async function carryOut(
  path: string,
  copy: PreparedCopy,
  {context, stored, send}: Carrier,
): Promise<PlannedCopy> {
  const {articleId: id} = copy.identity
  try {
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const planned = await planCopy(path, copy, context, attempt === 1 ? stored : undefined)
      if (planned.mutations.length === 0) return planned
      const isSent = await send(planned.mutations, attempt).then(
        () => true,
        (error: unknown) => {
          if (isStale(error)) return false
          throw error
        },
      )
      if (isSent) return planned
    }
    const reason = `"${path}" is not stored: its article was changed each of ${TRIES} times it was read; import again`
    return {item: {path, outcome: 'conflict', id, reason}, mutations: [], after: []}
  } catch (error) {
    if (error instanceof CommandError) throw error
    const reason = `Cannot store "${path}": ${errorSentence(error)}`
    return {item: {path, outcome: 'failed', id, reason}, mutations: [], after: []}
  }
}

/** Somebody else has written what this transaction was made for: an id is taken, a revision has gone by. */
function isStale(error: unknown): boolean {
  return error instanceof ClientError && error.statusCode === 409
}

function publicationOf(desk: Desk, code: string | undefined): Publication | undefined {
  if (code === undefined) return undefined
  try {
    return findPublication(desk, code)
  } catch (error) {
    throw new UsageError(
      `Cannot import for publication "${code}": ${errorSentence(error).replace(/^.{0,200}?: /u, '')}`,
      {cause: error},
    )
  }
}
