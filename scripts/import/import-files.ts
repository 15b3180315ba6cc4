import {open, writeFile} from 'node:fs/promises'

import {CommandError, type ExitCode, type OptionValues, type World} from '../command.ts'
import {oneLine} from '../one-line.ts'
import {progressLine} from '../progress-line.ts'
import type {Target} from '../target.ts'
import {type Destination, openDestination} from './destination.ts'
import type {ImportItem} from './import-report.ts'
import {reportPage} from './report-page.ts'
import {runDetails} from './run-details.ts'
import {runImport} from './run-import.ts'
import {areTexts, readArticleId, readInstant} from './run-options.ts'
import {columnsInWords} from './sources/column-map.ts'
import {writeFault} from './sources/file-fault.ts'
import type {NothingFound} from './sources/find-copies.ts'
import {type FoundCopy, foundCopy} from './sources/found-copy.ts'
import {openCopies} from './sources/open-copies.ts'
import {readSourceOptions} from './sources/source-options.ts'

interface OneRun {
  readonly target: Target
  readonly files: readonly string[]
  /** Paths that gave nothing, told of as texts that failed */
  readonly missing: readonly NothingFound[]
  readonly inputs: readonly string[]
  readonly run: string
}

/** Sends one run to where the options say, tells of each text, and writes the receipt. */
export async function importFiles(
  world: World,
  values: OptionValues,
  run: OneRun,
): Promise<ExitCode> {
  const {report} = values
  if (typeof report === 'string') await prepareReport(report)
  const destination = await openDestination(values, world, run.target)
  if (destination.type !== 'terminal') world.goOnUnread?.()
  try {
    return await importTo(destination, world, values, run)
  } finally {
    await destination.close()
  }
}

async function importTo(
  destination: Destination,
  world: World,
  values: OptionValues,
  {target, files, missing, inputs, run}: OneRun,
): Promise<ExitCode> {
  const isDryRun = destination.type === 'terminal'
  const startedAt = readInstant(values['at'], world.now())
  const details = runDetails()
  const isTold = values['report'] !== undefined
  const items: ImportItem[] = []
  const options = readSourceOptions(values, world)
  const began = world.now().getTime()
  const total = areTexts(files, options) ? missing.length + files.length : undefined
  let done = 0
  let unstored = 0
  const summary = await runImport(target.client, {
    copies: allCopies(missing, openCopies(files, options)),
    inputs,
    run,
    startedAt,
    finishedAt: () => (values['at'] === undefined ? world.now().toISOString() : startedAt),
    versionOf: readArticleId(values, files, options),
    dryRun: destination.type !== 'dataset',
    onlyNew: destination.type === 'file',
    publication: typeof values['publication'] === 'string' ? values['publication'] : undefined,
    large: options.large,
    columns: options.columns && columnsInWords(options.columns),
    stop: world.stop,
    inFlight: target.inFlight,
    send: destination.send,
    onItem(item, copy) {
      if (isTold) items.push(item)
      if (isTold && copy !== undefined && item.outcome !== 'unchanged') details.add(item.path, copy)
      if (!isDryRun) world.stdout(JSON.stringify(item))
      if (item.reason !== undefined) world.stderr(oneLine(item.reason))
      done += 1
      if (item.isStored === false) unstored += 1
      world.progress?.(progressLine('texts', done, total, world.now().getTime() - began))
    },
  })
  if (typeof values['report'] === 'string') {
    const report = {...summary, items}
    const page = {target: target.name, startedAt, isDryRun: destination.type !== 'dataset'}
    await writeFile(
      values['report'],
      /\.html?$/iu.test(values['report'])
        ? reportPage(report, details, page)
        : `${JSON.stringify(report, null, 2)}\n`,
    )
  }
  const {counts} = summary
  world.stderr(await destination.finish(summary))
  if (summary.isStopped === true) {
    world.stderr(`Stopped with ${done} done; the same command goes on with the rest.`)
    return 1
  }
  return counts.failed + counts.refused + unstored > 0 ? 1 : 0
}

/** A report that cannot be written is known before anything is imported. */
async function prepareReport(path: string): Promise<void> {
  try {
    await (await open(path, 'a')).close()
  } catch (error) {
    throw new CommandError(`Cannot write the report "${path}": ${writeFault(error)}`, {
      cause: error,
    })
  }
}

async function* allCopies(
  missing: readonly NothingFound[],
  copies: AsyncIterable<FoundCopy>,
): AsyncGenerator<FoundCopy> {
  for (const {path, reason} of missing) yield foundCopy(path, {type: 'failed', reason})
  yield* copies
}
