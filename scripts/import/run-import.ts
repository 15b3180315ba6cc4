import {ClientError, type SanityClient, ServerError} from '@sanity/client'

import {parserVersion} from '../../ingest/parse-copy.ts'
import type {Publication} from '../../ingest/publications/publication.ts'
import {CommandError, UsageError} from '../command.ts'
import {errorSentence} from '../error-sentence.ts'
import {findStored, type StoredSources} from './find-stored.ts'
import {countOutcomes, type ImportItem, type ImportSummary} from './import-report.ts'
import {nearTexts} from './near-texts.ts'
import {planCopy} from './plan-copy.ts'
import {nothingPlanned, type PlannedCopy, planSeeds} from './plan-import.ts'
import {type PlannedDocuments, plannedDocuments} from './planned-documents.ts'
import type {PlannedTransaction} from './planned-mutation.ts'
import {findPublication, type PreparedCopy, prepareCopy} from './prepare-copy.ts'
import {type Desk, readDesk} from './read-desk.ts'
import {documentReader, type ReadDocuments} from './read-story.ts'
import {MOST_BYTES, requestSize} from './request-size.ts'
import {runTransactions} from './run-transactions.ts'
import type {FoundCopy} from './sources/found-copy.ts'
import {takenTexts} from './taken-texts.ts'
import {textWriter} from './text-writer.ts'

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
  /** Columns of rows as somebody gave them; for the receipt */
  readonly columns?: string | undefined
  /** What `send` takes is not written, so what it would have written is kept in mind */
  readonly dryRun: boolean
  /** Refuses a text that changes what is stored: a file of documents can only hold new ones */
  readonly onlyNew?: boolean
  /** Aborted: what is under way is finished, nothing more is begun */
  readonly stop: AbortSignal
  /** Transactions under way at once; one unless told */
  readonly inFlight?: number
  /** Takes each transaction in turn: sends it, or, in a dry run, shows it */
  readonly send: (transaction: PlannedTransaction) => Promise<unknown>
  /** @param copy - The text as read; absent when it could not be */
  readonly onItem: (item: ImportItem, copy?: PreparedCopy) => void
}

/** Texts read, and looked for in the dataset, at once. */
const BATCH = 50

/**
 * Reads texts and brings what is new into the dataset, several texts in one transaction: a story that begins as its source, the draft of its
 * article and the desk's record of it; a further version by a merge. Publishes no article and changes no published one. A text that
 * fails does not stop the rest; when nothing changes, nothing is written.
 *
 * @throws UsageError when the publication is not known
 * @throws CommandError when the dataset takes nothing any more
 */
export async function runImport(
  client: SanityClient,
  options: ImportOptions,
): Promise<ImportSummary> {
  const {copies, run, stop, publication: code, large, columns, versionOf, dryRun} = options
  const desk = await readDesk(client)
  const publication = publicationOf(desk, code)
  const readStored = documentReader(client)
  const planned = plannedDocuments(readStored, {keep: dryRun})
  const taken = takenTexts()
  const near = nearTexts(client, {keep: dryRun})
  const transactions = runTransactions({
    ...options,
    options: {publication: code, large, columns, versionOf},
    seeds: planSeeds(desk),
  })
  const outcomes = countOutcomes()

  async function planAlone(
    path: string,
    copy: PreparedCopy,
    given: {readonly read?: ReadDocuments; readonly stored?: StoredSources} = {},
  ): Promise<PlannedCopy> {
    taken.forget(path, copy.identity)
    const {read = readStored, stored} = given
    const context = {client, read, desk, findNear: near.find, taken, versionOf}
    const planning = await planCopy(path, copy, context, stored).catch((error: unknown) =>
      unplanned(path, copy, error),
    )
    const outcome =
      options.onlyNew === true ? refuseChanges(planning, planned) : refuseLarge(planning)
    if (outcome.mutations.length > 0) {
      taken.add(path, copy.identity)
      near.add(copy, outcome.item.id ?? copy.identity.articleId)
    }
    return outcome
  }

  /** On what is stored and what the texts before leave. */
  async function plan(path: string, copy: PreparedCopy, stored?: StoredSources) {
    const {read} = planned
    const outcome = await planAlone(path, copy, {read, ...(stored && {stored})})
    // Only a text with a story's id, or that somebody says is a version, can have another after it; and one whose story is there.
    const isBegun = outcome.item.outcome !== 'created'
    if (isBegun || (copy.notes.provider ?? versionOf) !== undefined) {
      planned.remember(outcome.after)
    }
    return outcome
  }

  /** Texts read, with what the dataset has of them; the run's own texts under way are not in it. */
  async function* lookedUpBatches() {
    for await (const copiesOfBatch of batchesOf(copies, BATCH)) {
      const batch = await prepareBatch(copiesOfBatch, desk, publication, options)
      const read = batch.flatMap(({copy}) => ('identity' in copy ? copy : []))
      const identities = read.map(({identity}) => identity)
      const found = await findStored(client, identities)
      await near.lookUp(read.filter((copy) => isNew(copy, found)))
      yield {batch, identities, found}
    }
  }

  const writer = textWriter({
    transactions,
    plan,
    planAlone,
    onLeave: planned.settle,
    onItem(item, copy) {
      outcomes.add(item.outcome)
      options.onItem(item, copy)
    },
    inFlight: options.inFlight ?? 1,
  })
  let isStopped = false
  try {
    for await (const {batch, identities, found} of oneAhead(lookedUpBatches())) {
      isStopped = stop.aborted
      if (isStopped) break
      const stored = taken.over(found, identities)
      for (const {path, copy} of batch) {
        isStopped = stop.aborted
        if (isStopped) break
        if ('identity' in copy) {
          await writer.settled(copy.identity.articleId)
          await writer.add({path, copy, planned: await plan(path, copy, stored)})
        } else {
          await writer.add({path, planned: {item: {path, ...copy}, mutations: [], after: []}})
        }
      }
    }
    if (!isStopped) await writer.end()
  } finally {
    await writer.idle()
  }
  const {counts} = outcomes
  await transactions.end(counts)
  return {
    run,
    parserVersion,
    counts,
    mutations: transactions.count(),
    ...(isStopped && {isStopped: true as const}),
  }
}

/** Nothing is found of it: only then another story may be near. */
function isNew({identity}: PreparedCopy, {byId, byText}: StoredSources): boolean {
  return !byId.has(identity.sourceId) && !byText.has(identity.textSha256)
}

interface PreparedFile {
  readonly path: string
  readonly copy: PreparedCopy | {readonly outcome: 'refused' | 'failed'; readonly reason: string}
}

/** Makes the next value while the one before is used. */
async function* oneAhead<Value>(values: AsyncIterable<Value>): AsyncGenerator<Value> {
  const iterator = values[Symbol.asyncIterator]()
  let next = iterator.next()
  try {
    for (;;) {
      const {done, value} = await next
      if (done === true) return
      next = iterator.next()
      // Whoever takes it hears of its fault; nobody may
      next.catch(() => {})
      yield value
    }
  } finally {
    await next.catch(() => {})
    await iterator.return?.()
  }
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

/** What cannot be planned does not stop the rest, unless the dataset gave no answer: it will not for the next text either. */
function unplanned(path: string, {identity}: PreparedCopy, error: unknown): PlannedCopy {
  const isOfDataset =
    error instanceof CommandError || error instanceof ClientError || error instanceof ServerError
  if (isOfDataset) throw error
  const reason = `Cannot store "${path}": ${errorSentence(error)}`
  return nothingPlanned({path, outcome: 'failed', id: identity.articleId, reason})
}

function refuseChanges(outcome: PlannedCopy, planned: PlannedDocuments): PlannedCopy {
  const isChange = outcome.mutations.some(
    (mutation) => 'patch' in mutation && !planned.has(mutation.patch.id),
  )
  if (!isChange) return outcome
  const {path, id} = outcome.item
  const reason = `Cannot write "${path}" to a file: it changes an article that the dataset has; import it directly`
  return nothingPlanned({path, outcome: 'refused', ...(id !== undefined && {id}), reason})
}

/** A text is stored whole or not at all, so in one request. Nothing of it is sent: the lake would say no more than that it was too large. */
function refuseLarge(outcome: PlannedCopy): PlannedCopy {
  const bytes = requestSize(outcome)
  if (bytes <= MOST_BYTES) return outcome
  const {path} = outcome.item
  const [size, most] = [bytes, MOST_BYTES].map((count) => (count / 1_000_000).toFixed(1))
  const reason = `Refused "${path}": with its article and its ledger it makes ${size} MB, and no more than ${most} MB can be stored at once; split the text`
  return nothingPlanned({path, outcome: 'refused', reason})
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
