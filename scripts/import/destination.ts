import type {OptionValues, World} from '../command.ts'
import {CommandError, UsageError} from '../command.ts'
import type {Target} from '../target.ts'
import {openDocumentFile} from './document-file.ts'
import {countsInWords, type ImportSummary} from './import-report.ts'
import type {PlannedTransaction} from './planned-mutation.ts'
import {sendTransaction} from './send-transaction.ts'
import {writeFault} from './sources/file-fault.ts'

/** Where the transactions of an import go. */
export interface Destination {
  /** The dataset that is read: it takes what is sent, or not */
  readonly type: 'dataset' | 'terminal' | 'file'
  readonly send: (transaction: PlannedTransaction) => Promise<unknown>
  /** Ends it well. @returns The sentence for the person */
  readonly finish: (summary: ImportSummary) => Promise<string>
  /** Ends it, whatever has happened */
  readonly close: () => Promise<void>
}

/**
 * The dataset; with `--dry-run` standard output, one transaction a line; with `--ndjson FILE` a file for `sanity dataset import`.
 *
 * @throws UsageError when both are asked for
 */
export async function openDestination(
  values: OptionValues,
  world: World,
  target: Target,
): Promise<Destination> {
  const isDryRun = values['dry-run'] === true
  const path = values['ndjson']
  if (typeof path === 'string') {
    if (isDryRun) throw new UsageError('Cannot import with --dry-run and --ndjson: choose one')
    return openFile(path, target)
  }
  return {
    type: isDryRun ? 'terminal' : 'dataset',
    send: isDryRun
      ? async (transaction) => {
          world.stdout(JSON.stringify(transaction))
        }
      : sendTransaction(target.client),
    async finish({counts, mutations}) {
      return isDryRun
        ? `Would import into ${target.name}: ${countsInWords(counts)}; ${mutations} mutations, none sent.`
        : `Imported into ${target.name}: ${countsInWords(counts)}${mutations === 0 ? '; nothing written' : ''}.`
    },
    close: async () => {},
  }
}

async function openFile(path: string, target: Target): Promise<Destination> {
  const file = await openDocumentFile(path).catch((error: unknown) => {
    throw new CommandError(`Cannot write "${path}": ${writeFault(error)}`, {cause: error})
  })
  let isFinished = false
  return {
    type: 'file',
    send: file.send,
    async finish({counts}) {
      isFinished = true
      const documents = await file.finish()
      return `Wrote ${documents} documents that ${target.name} does not have to "${path}": ${countsInWords(counts)}. \`npx sanity dataset import "${path}" DATASET\` loads them.`
    },
    async close() {
      if (!isFinished) await file.discard()
    },
  }
}
