import {isRecord, readRecords, readText} from '../narrow.ts'
import {markdownTable} from './markdown-table.ts'

/** What the scorer of a corpus found for one gold file. */
export interface Score {
  /** `hand`, `auto` */
  readonly gold: string
  readonly articles: number
  readonly exact: number
  readonly core: number
  readonly fields: readonly FieldScore[]
  /** By source of the text, the largest first */
  readonly sources: readonly SourceScore[]
}

/** Precision and recall are between 0 and 1; absent where nothing was there to be found. */
interface FieldScore {
  readonly name: string
  readonly gold: number
  readonly precision?: number
  readonly recall?: number
}

interface SourceScore {
  readonly source: string
  readonly articles: number
  readonly exact: number
}

/**
 * Reads what `score.mjs --json` wrote.
 *
 * @param gold - Name of the gold file
 * @param records - Its records: `id` and `source` are read
 * @throws TypeError when it is not what the scorer writes
 */
export function readScore(
  gold: string,
  answer: unknown,
  records: readonly Readonly<Record<string, unknown>>[],
): Score {
  if (!isRecord(answer) || !isRecord(answer['fields'])) {
    throw new TypeError(
      'Cannot read the score: score.mjs --json wrote something else than expected',
    )
  }
  const missed = new Set(readRecords(answer['misses']).map(({id}) => readText(id)))
  const sources = new Map<string, {articles: number; exact: number}>()
  for (const {id, source} of records) {
    const name = readText(source) ?? 'other'
    const count = sources.get(name) ?? {articles: 0, exact: 0}
    sources.set(name, count)
    count.articles += 1
    if (!missed.has(readText(id))) count.exact += 1
  }
  return {
    gold,
    articles: readCount(answer['n']),
    exact: readCount(answer['exact']),
    core: readCount(answer['core']),
    fields: Object.entries(answer['fields']).flatMap(([name, field]) =>
      isRecord(field) ? [readField(name, field)] : [],
    ),
    sources: [...sources]
      .map(([source, {articles, exact}]) => ({source, articles, exact}))
      .toSorted((one, other) => other.articles - one.articles),
  }
}

function readField(name: string, field: Readonly<Record<string, unknown>>): FieldScore {
  const {P, R} = field
  return {
    name,
    gold: readCount(field['tp']) + readCount(field['fn']),
    ...(typeof P === 'number' && {precision: P}),
    ...(typeof R === 'number' && {recall: R}),
  }
}

function readCount(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

/** Where and when the figures were taken. */
export interface Circumstances {
  /** `YYYY-MM-DD` */
  readonly date: string
  readonly machine: string
  readonly parserVersion: string
}

/** The figures as Markdown: no text of any article. */
export function accuracyReport(
  scores: readonly Score[],
  {date, machine, parserVersion}: Circumstances,
): string {
  return [
    `Taken on ${date} with parser version ${parserVersion} on ${machine}.`,
    ...scores.map(scoreSection),
  ].join('\n\n')
}

function scoreSection({gold, articles, exact, core, fields, sources}: Score): string {
  return [
    `### ${gold === 'hand' ? 'Read by hand' : 'Labels that the sources carry'} (${articles} texts)`,
    '',
    `Wholly right: ${exact} of ${articles} (${percent(exact / articles)}). Right in the core fields: ${core} (${percent(core / articles)}).`,
    '',
    ...markdownTable([
      ['Field', 'In the gold', 'Precision', 'Recall'],
      ...fields
        .filter((field) => field.gold > 0)
        .map(({name, gold: count, precision, recall}) => [
          name,
          `${count}`,
          percent(precision),
          percent(recall),
        ]),
    ]),
    '',
    ...markdownTable([
      ['Source', 'Texts', 'Wholly right'],
      ...sources.map(({source, articles: count, exact: right}) => [source, `${count}`, `${right}`]),
    ]),
  ].join('\n')
}

function percent(share: number | undefined): string {
  return share === undefined ? '–' : `${(100 * share).toFixed(1)} %`
}
