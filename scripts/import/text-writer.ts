import {ClientError, ServerError} from '@sanity/client'
import PQueue from 'p-queue'

import {CommandError} from '../command.ts'
import {errorSentence} from '../error-sentence.ts'
import type {ImportItem} from './import-report.ts'
import {isStale} from './is-stale.ts'
import type {PlannedCopy} from './plan-import.ts'
import type {PreparedCopy} from './prepare-copy.ts'
import {MOST_BYTES, requestSize} from './request-size.ts'
import type {RunTransactions} from './run-transactions.ts'
import {sendAlone} from './send-alone.ts'

/** A text and what becomes of it. */
export interface PlannedText {
  readonly path: string
  /** Absent when the text could not be read */
  readonly copy?: PreparedCopy
  readonly planned: PlannedCopy
}

interface WriterOptions {
  readonly transactions: RunTransactions
  /** Plans a text as the next of the run */
  readonly plan: (path: string, copy: PreparedCopy) => Promise<PlannedCopy>
  /** Plans a text on what is stored by now, and nothing else */
  readonly planAlone: (path: string, copy: PreparedCopy) => Promise<PlannedCopy>
  /** A transaction with this id is on its way: what was planned for it is no longer only planned */
  readonly onLeave: (transactionId: string) => void
  /** Told of each text when it is written, in the order in which they came */
  readonly onItem: (item: ImportItem, copy?: PreparedCopy) => void
  /** Transactions under way at once */
  readonly inFlight: number
}

/** Writes planned texts, several in one transaction. */
export interface TextWriter {
  /** Resolves when no transaction under way has a text of the article: what is stored can be planned on */
  readonly settled: (articleId: string) => Promise<void>
  /** @throws CommandError when the dataset takes nothing any more */
  readonly add: (text: PlannedText) => Promise<void>
  /** Sends what is left. @throws CommandError */
  readonly end: () => Promise<void>
  /** Resolves when nothing is under way. Must be called whatever happens, before the dataset is left; what was added last and not sent is dropped */
  readonly idle: () => Promise<void>
}

/** A transaction that is sent when it has so many texts or bytes: a flush of the disk for many texts, and no long wait for an editor who types beside it. */
const ENOUGH_TEXTS = 50
const ENOUGH_BYTES = 1_000_000

/** Texts one after the other that a server may fail on by itself before the run is given up. */
const SERVER_FAULTS = 3

/**
 * Sends planned texts in transactions of a good size, the next one filled while others are under way. When a transaction is refused,
 * each of its texts is planned anew and sent by itself, so that one bad text never stops the rest.
 */
export function textWriter({
  transactions,
  plan,
  planAlone,
  onLeave,
  onItem,
  inFlight,
}: WriterOptions): TextWriter {
  const queue = new PQueue({concurrency: inFlight})
  const underWay = new Map<string, Promise<unknown>>()
  let group: PlannedText[] = []
  let bytes = 0
  let written = Promise.resolve()
  let failure: unknown
  let serverFaults = 0

  function throwFailure(): void {
    if (failure !== undefined) throw failure
  }

  async function leave(): Promise<void> {
    const texts = group
    const changes = texts.filter(isChange)
    group = []
    bytes = 0
    transactions.tell(texts.filter((text) => !isChange(text)).map(({planned}) => planned.item))
    const sent = changes.length === 0 ? Promise.resolve(texts) : send(texts, changes)
    const outcome = sent.catch((error: unknown) => {
      failure ??= error
      return []
    })
    written = report(written, outcome)
    if (changes.length === 0) await written
    else await queue.onSizeLessThan(1)
    throwFailure()
  }

  async function report(
    before: Promise<void>,
    outcome: Promise<readonly PlannedText[]>,
  ): Promise<void> {
    await before
    for (const {copy, planned} of await outcome) onItem(planned.item, copy)
  }

  async function send(
    texts: readonly PlannedText[],
    changes: readonly PlannedText[],
  ): Promise<readonly PlannedText[]> {
    const transaction = transactions.next(changes.map(({planned}) => planned))
    onLeave(transaction.transactionId)
    const sent = queue.add(async () => {
      throwFailure()
      try {
        await transactions.send(transaction)
        return texts
      } catch (error) {
        if (isHopeless(error)) throw endOfRun(error)
        return await sendEach(texts, changes.length === 1, error)
      }
    })
    const ids = changes.flatMap(({copy}) => copy?.identity.articleId ?? [])
    for (const id of ids) underWay.set(id, sent)
    try {
      return await sent
    } finally {
      for (const id of ids) if (underWay.get(id) === sent) underWay.delete(id)
    }
  }

  async function sendEach(
    texts: readonly PlannedText[],
    isOnlyOne: boolean,
    fault: unknown,
  ): Promise<readonly PlannedText[]> {
    const sent: PlannedText[] = []
    for (const text of texts) {
      const {path, copy} = text
      if (copy === undefined || !isChange(text)) {
        sent.push(text)
        continue
      }
      const planned = await (
        isOnlyOne && !isStale(fault)
          ? Promise.reject<PlannedCopy>(fault)
          : sendAlone(path, copy, {transactions, plan: planAlone})
      ).then(
        (outcome) => {
          serverFaults = 0
          return outcome
        },
        (error: unknown) => failed(path, copy, error),
      )
      if (planned.mutations.length === 0) transactions.tell([planned.item])
      sent.push({path, copy, planned})
    }
    return sent
  }

  function failed(path: string, {identity}: PreparedCopy, error: unknown): PlannedCopy {
    serverFaults = error instanceof ServerError ? serverFaults + 1 : 0
    if (isHopeless(error) || serverFaults === SERVER_FAULTS) throw endOfRun(error)
    const reason = `Cannot store "${path}": ${errorSentence(error)}`
    const item = {path, outcome: 'failed' as const, id: identity.articleId, reason}
    return {item, mutations: [], after: []}
  }

  return {
    async settled(articleId) {
      await underWay.get(articleId)?.catch(() => {})
    },
    async add(text) {
      throwFailure()
      let {planned} = text
      let size = requestSize(planned)
      const {path, copy} = text
      if (copy !== undefined && bytes + size > MOST_BYTES && bytes > 0) {
        await leave()
        await underWay.get(copy.identity.articleId)
        planned = await plan(path, copy)
        size = requestSize(planned)
      }
      group.push({...text, planned})
      bytes += size
      if (group.length >= ENOUGH_TEXTS || bytes >= ENOUGH_BYTES) await leave()
    },
    async end() {
      if (group.length > 0) await leave()
      await written
      throwFailure()
    },
    async idle() {
      await queue.onIdle()
      await written
    },
  }
}

function isChange({planned}: PlannedText): boolean {
  return planned.mutations.length > 0
}

/** No text will fare better: nobody answers, or the token may not write. */
function isHopeless(error: unknown): boolean {
  if (error instanceof ServerError) return false
  return !(error instanceof ClientError) || error.statusCode === 401 || error.statusCode === 403
}

/** What is no answer of a server is a fault of ours, and thrown as it is. */
function endOfRun(error: unknown): unknown {
  if (!(error instanceof ClientError || error instanceof ServerError)) return error
  const reason = errorSentence(error)
  return new CommandError(
    `Cannot go on: ${reason}. What is listed is stored; import again for the rest`,
    {cause: error},
  )
}
