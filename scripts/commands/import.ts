import {writeFile} from 'node:fs/promises'

import {type Command, UsageError} from '../command.ts'
import {findCopies} from '../import/find-copies.ts'
import {countsInWords} from '../import/import-report.ts'
import {reportPage} from '../import/report-page.ts'
import {runDetails} from '../import/run-details.ts'
import {runImport} from '../import/run-import.ts'
import {sendTransaction} from '../import/send-transaction.ts'
import {openTarget, targetOptions} from '../target.ts'

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
    'report': {
      type: 'string',
      value: 'FILE',
      help: 'Writes the receipt of the run, as JSON, or as a page to print (.html)',
    },
    'large': {type: 'boolean', help: 'Takes texts over 1 MB too'},
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
    const dryRun = values['dry-run'] === true
    const startedAt = readInstant(values['at'], world.now())
    const run = readRun(values['run'], world.newId)
    const files = await findCopies(paths)
    const versionOf = readArticleId(values['version-of'], files.length)
    const details = runDetails()
    const target = await openTarget(values, world)
    try {
      const report = await runImport(target.client, {
        files,
        inputs: paths,
        run,
        startedAt,
        finishedAt: () => (values['at'] === undefined ? world.now().toISOString() : startedAt),
        versionOf,
        dryRun,
        publication: typeof values['publication'] === 'string' ? values['publication'] : undefined,
        large: values['large'] === true,
        stdin: world.stdin,
        stop: world.stop,
        send: dryRun
          ? async (transaction) => {
              world.stdout(JSON.stringify(transaction))
            }
          : sendTransaction(target.client),
        onItem(item, copy) {
          if (copy !== undefined && item.outcome !== 'unchanged') details.add(item.path, copy)
          if (!dryRun) world.stdout(JSON.stringify(item))
          if (item.reason !== undefined) world.stderr(item.reason)
        },
      })
      if (typeof values['report'] === 'string') {
        const page = {target: target.name, startedAt, isDryRun: dryRun}
        await writeFile(
          values['report'],
          /\.html?$/iu.test(values['report'])
            ? reportPage(report, details, page)
            : `${JSON.stringify(report, null, 2)}\n`,
        )
      }
      const {counts} = report
      world.stderr(
        dryRun
          ? `Would import into ${target.name}: ${countsInWords(counts)}; ${report.mutations} mutations, none sent.`
          : `Imported into ${target.name}: ${countsInWords(counts)}${report.mutations === 0 ? '; nothing written' : ''}.`,
      )
      return counts.failed + counts.refused > 0 ? 1 : 0
    } finally {
      await target.close()
    }
  },
}

function readInstant(value: string | boolean | undefined, now: Date): string {
  if (typeof value !== 'string') return now.toISOString()
  const instant = new Date(value)
  if (!Number.isNaN(instant.getTime())) return instant.toISOString()
  throw new UsageError(
    `Cannot import as of "${value}": --at takes an instant such as 2026-11-23T06:00:00Z`,
  )
}

/** Any of an article's ids will do; one text at a time is a version of it. */
function readArticleId(value: string | boolean | undefined, texts: number): string | undefined {
  if (typeof value !== 'string') return undefined
  if (texts !== 1) {
    throw new UsageError(`Cannot import ${texts} texts as a version of "${value}": name one text`)
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
