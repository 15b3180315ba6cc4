import {CommandError} from '../command.ts'
import {errorSentence} from '../error-sentence.ts'
import type {ImportItem, OutcomeCounts} from './import-report.ts'
import {isStale} from './is-stale.ts'
import type {PlannedCopy} from './plan-import.ts'
import type {PlannedMutation, PlannedTransaction} from './planned-mutation.ts'
import {type ReceiptItem, runReceipt} from './run-receipt.ts'

/** Items that change nothing in one document of a receipt: a request may have 4 MB. */
const CHUNK = 500

interface RunOptions {
  readonly run: string
  /** ISO 8601 instant */
  readonly startedAt: string
  /** ISO 8601 instant, asked for at the end */
  readonly finishedAt: () => string
  /** Paths as given */
  readonly inputs: readonly string[]
  /** What the run was told, for the receipt */
  readonly options: Readonly<Record<string, unknown>>
  /** What the dataset needs before any text */
  readonly seeds: readonly PlannedMutation[]
  readonly send: (transaction: PlannedTransaction) => Promise<unknown>
}

/** The transactions of one run: numbered, each with the receipt of the texts it is made for. A run that changes nothing has none. */
export interface RunTransactions {
  /** The next transaction, for texts that change something; what was told before and is not written yet is in its receipt */
  readonly next: (texts: readonly PlannedCopy[]) => PlannedTransaction
  /** @throws CommandError when the run cannot be begun; what else `send` throws */
  readonly send: (transaction: PlannedTransaction) => Promise<void>
  /** Keeps items that change nothing for the next receipt */
  readonly tell: (items: readonly ImportItem[]) => void
  /** @throws CommandError when the receipt cannot be stored */
  readonly end: (counts: OutcomeCounts) => Promise<void>
  /** Mutations that were sent */
  readonly count: () => number
}

export function runTransactions({send, ...options}: RunOptions): RunTransactions {
  const {run, seeds} = options
  const receipt = runReceipt(options)
  const told: ReceiptItem[] = []
  let started: Promise<void> | undefined
  let number = 0
  let count = 0

  async function deliver(transaction: PlannedTransaction): Promise<void> {
    await send(transaction)
    count += transaction.mutations.length
  }

  async function start(): Promise<void> {
    try {
      await deliver({transactionId: `${run}-start`, mutations: [...seeds, receipt.start()]})
    } catch (error) {
      const reason = isStale(error)
        ? 'the dataset has a run of that id; give another with --run'
        : errorSentence(error)
      throw new CommandError(`Cannot start run "${run}": ${reason}`, {cause: error})
    }
  }

  function chunk(items: readonly ReceiptItem[]): PlannedMutation {
    number += 1
    return receipt.chunk(number, items)
  }

  const transactions: RunTransactions = {
    next(texts) {
      const items = texts.map(({item, undo}) => ({...item, undo}))
      const mutations = [
        ...texts.flatMap((text) => text.mutations),
        chunk([...told.splice(0, CHUNK), ...items]),
      ]
      return {transactionId: `${run}-${number}`, mutations}
    },
    async send(transaction) {
      started ??= start()
      await started
      await deliver(transaction)
    },
    tell(items) {
      told.push(...items)
    },
    async end(counts) {
      if (started === undefined) return
      try {
        while (told.length > CHUNK) await deliver(transactions.next([]))
        const rest = told.length === 0 ? [] : [chunk(told.splice(0))]
        const finish = receipt.finish(counts, options.finishedAt())
        await deliver({transactionId: `${run}-end`, mutations: [...rest, finish]})
      } catch (error) {
        throw new CommandError(
          `Cannot end the receipt of run "${run}": ${errorSentence(error)}. What is listed is stored; import again for the rest`,
          {cause: error},
        )
      }
    },
    count: () => count,
  }
  return transactions
}
