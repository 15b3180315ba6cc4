import {type OptionValues, UsageError} from '../command.ts'
import type {SourceOptions} from './sources/found-copy.ts'
import {formatOf} from './sources/open-copies.ts'

/** When the texts came in: `--at`, or now. ISO 8601. */
export function readInstant(value: string | boolean | undefined, now: Date): string {
  if (typeof value !== 'string') return now.toISOString()
  const instant = new Date(value)
  if (!Number.isNaN(instant.getTime())) return instant.toISOString()
  throw new UsageError(
    `Cannot import as of "${value}": --at takes an instant such as 2026-11-23T06:00:00Z`,
  )
}

/** Each file is one text: there are as many texts as files. */
export function areTexts(files: readonly string[], options: SourceOptions): boolean {
  return files.every((file) => formatOf(file, options) === 'text')
}

/** Any of an article's ids will do; one text at a time is a version of it. */
export function readArticleId(
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

/** The id of the run: `--run`, or a new one. */
export function readRun(value: string | boolean | undefined, newId: () => string): string {
  if (typeof value !== 'string') return newId()
  if (/^[A-Za-z0-9_-]{1,64}$/u.test(value)) return value
  throw new UsageError(
    `Cannot import as run "${value}": a run's id is 1 to 64 letters, digits, hyphens and underscores`,
  )
}
