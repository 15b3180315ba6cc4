import {ClientError, type SanityClient} from '@sanity/client'

import {parserVersion} from '../../ingest/parse-copy.ts'
import type {Publication} from '../../ingest/publications/publication.ts'
import {CommandError, UsageError} from '../command.ts'
import {errorSentence} from '../error-sentence.ts'
import {countOutcomes, type ImportItem, type ImportReport} from './import-report.ts'
import {
  findStored,
  planCopy,
  type PlannedCopy,
  type PlannedTransaction,
  planSeeds,
} from './plan-import.ts'
import {type PreparedCopy, prepareCopy} from './prepare-copy.ts'
import {readCopy} from './read-copy.ts'
import {type Desk, readDesk} from './read-desk.ts'
import {receiptMutations} from './run-receipt.ts'

/** Run id and clock are arguments, so that a dry run and a run given the same ones agree to the byte. */
export interface ImportOptions {
  readonly files: readonly string[]
  readonly run: string
  /** ISO 8601 instant */
  readonly startedAt: string
  /** Code of the publication that printed the texts */
  readonly publication?: string | undefined
  /** Takes texts over 1 MB too */
  readonly large: boolean
  readonly stdin: () => Promise<Uint8Array>
  /** Aborted: what is under way is finished, nothing more is begun */
  readonly stop: AbortSignal
  /** Takes each transaction in turn: sends it, or, in a dry run, shows it */
  readonly send: (transaction: PlannedTransaction) => Promise<unknown>
  readonly onItem: (item: ImportItem) => void
}

/** Texts read, and looked for in the dataset, at once. */
const BATCH = 20

/**
 * Reads texts and makes what is new in the dataset: for each its source, the draft of its article and the desk's record of it, in one
 * transaction. Publishes no article. A text that fails does not stop the rest; when nothing changes, nothing is written.
 *
 * @throws UsageError when the publication is not known
 * @throws CommandError when the receipt cannot be stored
 */
export async function runImport(
  client: SanityClient,
  options: ImportOptions,
): Promise<ImportReport> {
  const {files, run, startedAt, stop} = options
  const desk = await readDesk(client)
  const publication = findPublication(desk, options.publication)
  const send = countedSender(options, planSeeds(desk))
  const taken = new Map<string, string>()
  const items: ImportItem[] = []

  for (let first = 0; first < files.length && !stop.aborted; first += BATCH) {
    const batch = await prepareBatch(files.slice(first, first + BATCH), desk, publication, options)
    const sourceIds = batch.flatMap(({copy}) => ('identity' in copy ? copy.identity.sourceId : []))
    const stored = await findStored(client, sourceIds)
    for (const {path, copy} of batch) {
      if (stop.aborted) break
      const item =
        'identity' in copy
          ? await carryOut(planCopy(path, copy, stored, taken), send.copy)
          : {path, ...copy}
      if ('identity' in copy && item.outcome === 'created') taken.set(copy.identity.sourceId, path)
      items.push(item)
      options.onItem(item)
    }
  }

  const counts = countOutcomes(items)
  if (counts.created > 0) {
    const {publication: code, large} = options
    const receipt = {
      run,
      startedAt,
      inputs: files,
      options: {publication: code, large},
      counts,
      items,
    }
    try {
      await send.receipt(receiptMutations(receipt))
    } catch (error) {
      throw new CommandError(
        `Cannot store the receipt of run "${run}": ${errorSentence(error)}. What is listed as created is stored; import again for the rest`,
        {cause: error},
      )
    }
  }
  return {run, parserVersion, counts, mutations: send.count(), items}
}

interface PreparedFile {
  readonly path: string
  readonly copy: PreparedCopy | {readonly outcome: 'refused' | 'failed'; readonly reason: string}
}

function prepareBatch(
  paths: readonly string[],
  desk: Desk,
  publication: Publication | undefined,
  options: ImportOptions,
): Promise<readonly PreparedFile[]> {
  return Promise.all(
    paths.map(async (path) => {
      const read = await readCopy(path, options)
      if (read.type !== 'copy') return {path, copy: {outcome: read.type, reason: read.reason}}
      const context = {path, desk, publication, receivedAt: options.startedAt}
      const copy = prepareCopy(read.bytes, context)
      return {path, copy: 'reason' in copy ? {outcome: 'failed', ...copy} : copy}
    }),
  )
}

/** Sends in order under ids made from the run; the seeds go before the first copy, or never. */
function countedSender(
  {run, send}: ImportOptions,
  seeds: PlannedTransaction['mutations'],
): {
  readonly copy: (mutations: PlannedTransaction['mutations']) => Promise<void>
  readonly receipt: (mutations: PlannedTransaction['mutations']) => Promise<void>
  readonly count: () => number
} {
  let ordinal = 0
  let count = 0
  const deliver = async (name: string, mutations: PlannedTransaction['mutations']) => {
    await send({transactionId: `${run}-${name}`, mutations})
    count += mutations.length
  }
  return {
    async copy(mutations) {
      if (ordinal === 0 && seeds.length > 0) await deliver('seed', seeds)
      ordinal += 1
      await deliver(String(ordinal), mutations)
    },
    receipt: (mutations) => deliver('receipt', mutations),
    count: () => count,
  }
}

async function carryOut(
  {item, mutations}: PlannedCopy,
  send: (mutations: PlannedTransaction['mutations']) => Promise<void>,
): Promise<ImportItem> {
  if (mutations.length === 0) return item
  try {
    await send(mutations)
    return item
  } catch (error) {
    if (error instanceof ClientError && error.statusCode === 409) {
      return {...item, outcome: 'unchanged', reason: 'Another import has stored it meanwhile'}
    }
    return {
      ...item,
      outcome: 'failed',
      reason: `Cannot store "${item.path}": ${errorSentence(error)}`,
    }
  }
}

function findPublication(desk: Desk, code: string | undefined): Publication | undefined {
  if (code === undefined) return undefined
  const wanted = code.toLowerCase()
  const publication = desk.publications.find((known) => known.code.toLowerCase() === wanted)
  if (publication !== undefined) return publication
  const codes = desk.publications.map((known) => known.code.toLowerCase()).join(', ')
  throw new UsageError(`Cannot import for publication "${code}": the dataset has ${codes}`)
}
