import type {Timing} from './measure.ts'

export interface QueryFigures {
  readonly name: string
  /** groq-js over an array of all documents */
  readonly plain: Timing
  /** The lake over HTTP */
  readonly served: Timing | undefined
  /** SQL and JSON.parse for this one answer */
  readonly byHand: Timing | undefined
}

export interface CommitFigures {
  readonly patch: Timing
  readonly transaction: Timing
  readonly one: Timing
  readonly many: Timing
}

export interface BenchFigures {
  readonly articles: number
  readonly paragraphs: number
  readonly rounds: number
  readonly machine: string
  /** `2026-11-23` */
  readonly date: string
  /** Documents per second */
  readonly loaded: number
  /** Bytes, after loading and before any query */
  readonly resident: number
  readonly figures: readonly QueryFigures[]
  readonly commits: CommitFigures
}

/** The table of `npm run bench`, as it stands in docs/speed.md. */
export function writeReport(bench: BenchFigures): string {
  const {articles, paragraphs, rounds, machine, date, loaded, resident, commits} = bench
  const command = `npm run bench -- --articles ${articles} --paragraphs ${paragraphs} --rounds ${rounds} --write`
  return `# Speed of the lake

Written by \`${command}\` on ${date}; never by hand. Machine: ${machine}.

${articles.toLocaleString('en')} invented articles of ${paragraphs} paragraphs with 300 contributors, 20 sections and 12 wire sources, loaded with history and indexes at ${Math.round(loaded)} documents a second;
${Math.round(resident / 2 ** 20)} MB resident after that (the program that measures is in it). Milliseconds, median and 99th percentile of ${rounds} times, one after the other.

- **groq-js**: evaluates the query over an array of all documents in memory (once, after one to warm up; \`text::query\` as \`match\`). It sees no perspective: there are no drafts here.
- **lake**: \`@sanity/client\` over HTTP, to an answer that is parsed.
- **by hand**: SQL over the lake's own indexes for the documents of this one answer, each read and parsed; no projection, no references, no HTTP.

| Query | groq-js | lake, median | lake, p99 | by hand | groq-js / lake | lake − by hand |
|---|--:|--:|--:|--:|--:|--:|
${bench.figures.map(writeRow).join('\n')}

| Writing | median | p99 |
|---|--:|--:|
| patch of one article over HTTP (${Math.round(1000 / commits.patch.median)} a second) | ${writeTiming(commits.patch)} |
| bare SQLite transaction, one row, synchronous=FULL (${Math.round(1000 / commits.transaction.median)} a second) | ${writeTiming(commits.transaction)} |
| from sending a patch to its event, 1 listener | ${writeTiming(commits.one)} |
| from sending a patch to its event, 200 listeners | ${writeTiming(commits.many)} |
`
}

function writeRow({name, plain, served, byHand}: QueryFigures): string {
  const cells = [
    name,
    milliseconds(plain.median),
    milliseconds(served?.median),
    milliseconds(served?.p99),
    milliseconds(byHand?.median),
    served ? `${(plain.median / served.median).toFixed(1)}×` : '–',
    served && byHand ? milliseconds(served.median - byHand.median) : '–',
  ]
  return `| ${cells.join(' | ')} |`
}

function writeTiming({median, p99}: Timing): string {
  return `${milliseconds(median)} | ${milliseconds(p99)}`
}

function milliseconds(value: number | undefined): string {
  if (value === undefined) return '–'
  return value < 10 ? value.toFixed(2) : value.toFixed(0)
}
