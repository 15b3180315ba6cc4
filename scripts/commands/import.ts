import {writeFile} from 'node:fs/promises'
import {relative} from 'node:path'
import {setTimeout} from 'node:timers/promises'

import {
  type Command,
  CommandError,
  type ExitCode,
  type OptionValues,
  UsageError,
  type World,
} from '../command.ts'
import {type Destination, openDestination} from '../import/destination.ts'
import type {ImportItem} from '../import/import-report.ts'
import {reportPage} from '../import/report-page.ts'
import {runDetails} from '../import/run-details.ts'
import {runImport} from '../import/run-import.ts'
import {settledCopies, stampOfFile} from '../import/settled-copies.ts'
import {columnsInWords} from '../import/sources/column-map.ts'
import {findCopies, type NothingFound} from '../import/sources/find-copies.ts'
import {type FoundCopy, foundCopy, type SourceOptions} from '../import/sources/found-copy.ts'
import {formatOf, openCopies} from '../import/sources/open-copies.ts'
import {previewCopies} from '../import/sources/preview-copies.ts'
import {readSourceOptions, sourceOptions} from '../import/sources/source-options.ts'
import {progressLine} from '../progress-line.ts'
import {dataDirectory, openTarget, type Target, targetOptions} from '../target.ts'

/** Turns texts into draft articles. */
export const importCommand: Command = {
  name: 'import',
  summary: 'Turns texts into draft articles; the same text twice is nothing to do',
  usage: 'import PATH… [--publication CODE] [--dry-run] [--report FILE.json|FILE.html]',
  options: {
    ...targetOptions,
    'publication': {
      type: 'string',
      value: 'CODE',
      help: 'The paper that printed the texts: bt, st, hh …',
    },
    'version-of': {
      type: 'string',
      value: 'ARTICLE',
      help: 'The text is a new version of the article with this id',
    },
    'dry-run': {
      type: 'boolean',
      help: 'Prints the exact mutations, one transaction a line, and sends none',
    },
    'ndjson': {
      type: 'string',
      value: 'FILE',
      help: 'Writes the new documents as `sanity dataset import` reads them, and sends none',
    },
    'report': {
      type: 'string',
      value: 'FILE',
      help: 'Writes the receipt of the run, as JSON, or as a page to print (.html)',
    },
    'watch': {
      type: 'boolean',
      help: 'Stays and takes each text as it is completely written, until Ctrl-C',
    },
    ...sourceOptions,
    'preview': {
      type: 'boolean',
      help: 'Shows the first texts as they would be read and which columns are not used; no lake needed',
    },
    'run': {type: 'string', value: 'ID', help: 'Id of the run (default: a new one)'},
    'at': {
      type: 'string',
      value: 'INSTANT',
      help: 'When the texts came in, ISO 8601 (default: now)',
    },
  },

  async run(world, values, paths) {
    if (paths.length === 0) {
      throw new UsageError('Cannot import: no path given. Try `wiredesk import samples`')
    }
    if (values['preview'] === true) return preview(world, values, paths)
    return values['watch'] === true
      ? watchAndImport(world, values, paths)
      : importPaths(world, values, paths)
  },
}

async function preview(
  world: World,
  values: OptionValues,
  paths: readonly string[],
): Promise<ExitCode> {
  const options = readSourceOptions(values, world)
  for await (const line of previewCopies(await findCopies(paths), options)) {
    world.stdout(JSON.stringify(line))
  }
  return 0
}

async function importPaths(
  world: World,
  values: OptionValues,
  paths: readonly string[],
): Promise<ExitCode> {
  const run = readRun(values['run'], world.newId)
  const missing: NothingFound[] = []
  const leftOut: string[] = []
  const files = await findCopies(paths, {
    onNothing: (nothing) => missing.push(nothing),
    onLeftOut(path) {
      // the lake may stand in the folder that is imported, with its own files
      if (!isWithin(path, dataDirectory(values, world.environment))) leftOut.push(path)
    },
  })
  if (files.length === 0 && missing[0] !== undefined) throw new CommandError(missing[0].reason)
  if (leftOut.length > 0) world.stderr(leftOutInWords(leftOut))
  readArticleId(values, files, readSourceOptions(values, world))
  readInstant(values['at'], world.now())
  const target = await openTarget(values, world, {writesMuch: true})
  try {
    return await importFiles(world, values, {target, files, missing, inputs: paths, run})
  } finally {
    await target.close()
  }
}

function isWithin(path: string, folder: string): boolean {
  return !relative(folder, path).startsWith('..')
}

/** What a folder holds beside texts is not lost in silence. */
function leftOutInWords(paths: readonly string[]): string {
  const [first = ''] = paths
  return paths.length === 1
    ? `Left out "${first}": no text by its name; name it to take it all the same.`
    : `Left out ${paths.length} files that are no texts by their names, such as "${first}"; name them to take them all the same.`
}

/** Milliseconds between two looks at a folder. */
const LOOK_EVERY = 1000

/** Imports what comes into folders until it is stopped; each time that something came is a run of its own. */
async function watchAndImport(
  world: World,
  values: OptionValues,
  paths: readonly string[],
): Promise<ExitCode> {
  const once = ['run', 'report', 'version-of', 'at', 'dry-run', 'ndjson'].filter(
    (name) => values[name] !== undefined,
  )
  if (once.length > 0) {
    throw new UsageError(`Cannot watch with --${once.join(', --')}: they are for one run`)
  }
  const said = new Set<string>()
  const batches = settledCopies({
    list: () =>
      findCopies(paths, {
        onNothing({reason, isEmpty}) {
          // an empty folder is what a watch begins with
          if (!isEmpty && !said.has(reason)) world.stderr(`${reason}; looking for it all the time.`)
          said.add(reason)
        },
      }),
    stampOf: stampOfFile,
    wait: () => setTimeout(LOOK_EVERY, true, {signal: world.stop}).catch(() => false),
  })
  const target = await openTarget(values, world, {writesMuch: true})
  try {
    world.stderr(`Watching ${paths.join(', ')} for ${target.name}; Ctrl-C ends it.`)
    for await (const files of batches) {
      const run = world.newId()
      await importFiles(world, values, {target, files, missing: [], inputs: paths, run})
    }
    return 0
  } finally {
    await target.close()
  }
}

interface OneRun {
  readonly target: Target
  readonly files: readonly string[]
  /** Paths that gave nothing, told of as texts that failed */
  readonly missing: readonly NothingFound[]
  readonly inputs: readonly string[]
  readonly run: string
}

async function importFiles(world: World, values: OptionValues, run: OneRun): Promise<ExitCode> {
  const destination = await openDestination(values, world, run.target)
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
      if (item.reason !== undefined) world.stderr(item.reason)
      done += 1
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
  return counts.failed + counts.refused > 0 ? 1 : 0
}

async function* allCopies(
  missing: readonly NothingFound[],
  copies: AsyncIterable<FoundCopy>,
): AsyncGenerator<FoundCopy> {
  for (const {path, reason} of missing) yield foundCopy(path, {type: 'failed', reason})
  yield* copies
}

function readInstant(value: string | boolean | undefined, now: Date): string {
  if (typeof value !== 'string') return now.toISOString()
  const instant = new Date(value)
  if (!Number.isNaN(instant.getTime())) return instant.toISOString()
  throw new UsageError(
    `Cannot import as of "${value}": --at takes an instant such as 2026-11-23T06:00:00Z`,
  )
}

/** Each file is one text: there are as many texts as files. */
function areTexts(files: readonly string[], options: SourceOptions): boolean {
  return files.every((file) => formatOf(file, options) === 'text')
}

/** Any of an article's ids will do; one text at a time is a version of it. */
function readArticleId(
  values: OptionValues,
  files: readonly string[],
  options: SourceOptions,
): string | undefined {
  const value = values['version-of']
  if (typeof value !== 'string') return undefined
  if (files.length !== 1 || !areTexts(files, options)) {
    throw new UsageError(`Cannot import several texts as a version of "${value}": name one text`)
  }
  const id = value.replace(/^(?:drafts|record)\./u, '')
  if (/^article-[A-Za-z0-9-]{1,100}$/u.test(id)) return id
  throw new UsageError(
    `Cannot import a version of "${value}": an article's id is such as article-0f3b…; \`wiredesk query '*[_type == "article"]{_id, headline}'\` lists them`,
  )
}

function readRun(value: string | boolean | undefined, newId: () => string): string {
  if (typeof value !== 'string') return newId()
  if (/^[A-Za-z0-9_-]{1,64}$/u.test(value)) return value
  throw new UsageError(
    `Cannot import as run "${value}": a run's id is 1 to 64 letters, digits, hyphens and underscores`,
  )
}
