import type {DeskTimes} from './type-at-desk.ts'

export interface LoadFigures {
  readonly articles: number
  readonly editors: number
  readonly listeners: number
  readonly seconds: number
  /** Megabytes, of all processes of the lake */
  readonly resident: number
  /** Milliseconds from sending an edit to each of its events */
  readonly latencies: readonly number[]
  /** Listeners that the lake cut off */
  readonly cut: number
  readonly times: DeskTimes
  readonly machine: string
  /** `2026-11-23` */
  readonly date: string
}

/** The table of a desk at work, as it stands in docs/load.md. */
export function writeLoadReport(load: LoadFigures): string {
  const {articles, editors, listeners, seconds, resident, latencies, cut, times} = load
  const writes = times.edits.length + times.publishes.length
  return `# A desk at work

Written by \`npm run bench:load -- --articles ${articles} --write\` on ${load.date}; never by hand. Machine: ${load.machine}.

${editors} editors type at once into ${editors} of ${articles.toLocaleString('en')} articles of 15 paragraphs for ${Math.round(seconds)} seconds: a batch of edits a second each, after it the list and the
preview that the Studio asks for, every tenth time a publish. ${listeners} listeners hear of it: the six of each editor's Studio, the rest frontends without a token.
The editors and listeners run in one process, the lake in its own, on the same machine; times are as the editors and listeners see them, in milliseconds.

${Math.round(writes / seconds)} commits, ${Math.round(times.queries.length / seconds)} queries and ${Math.round(latencies.length / seconds)} events a second; ${cut} listeners cut off; ${Math.round(resident)} MB resident, the lake and its evaluating processes together.

| | median | p95 | p99 | longest |
|---|--:|--:|--:|--:|
${row('from sending an edit to each of its events', latencies)}
${row('an edit, until it is durable and answered', times.edits)}
${row('a publish', times.publishes)}
${row('a query of the list or the preview', times.queries)}
`
}

function row(name: string, taken: readonly number[]): string {
  const sorted = taken.toSorted((left, right) => left - right)
  const at = (share: number) => (sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(0)
  return `| ${name} | ${at(0.5)} | ${at(0.95)} | ${at(0.99)} | ${at(1)} |`
}
