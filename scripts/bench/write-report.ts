import type {LakeFigures, QueryFigures} from './measure-lake.ts'
import type {Timing} from './measure.ts'
import {megabytes, milliseconds, writeMachine, writeTiming} from './write-figures.ts'

/** The aims of a query that answers with at most 100 documents. */
const MOST_OVER_SQL = 2
const LEAST_TIMES_FASTER = 300
const MOST_AT_P99 = 20

/** The table of `npm run bench`, as it stands in docs/speed.md. */
export function writeReport({
  extent: {articles, paragraphs},
  rounds,
  loading,
  resident,
  empty,
  queries,
  commits,
}: LakeFigures): string {
  const pages = queries.filter(({answer}) => answer === 'page')
  const met = pages.filter((figures) => missedAims(figures, empty).length === 0)
  return `# Speed of the lake

Written by \`npm run bench -- --articles ${articles} --paragraphs ${paragraphs} --rounds ${rounds} --write\`; never by hand. ${writeMachine()}

${articles.toLocaleString('en')} invented articles of ${paragraphs} paragraphs with 300 contributors, 20 sections and 12 wire sources, loaded through \`@sanity/import\` over HTTP in ${loading.seconds.toFixed(0)} s
(${(loading.documents / loading.seconds).toFixed(0)} documents a second, with history and indexes). Resident in the lake's processes: ${megabytes(resident.fresh)} MB started anew, ${megabytes(resident.asked)} MB after all queries, ${megabytes(resident.loaded)} MB after the import. Milliseconds, median and
99th percentile of ${rounds} times, one after the other, each a question that was never asked before. Before that the lake was asked for each of them ${rounds} times with still other
parameters: it is as warm as on a desk that has been open for a while. What its very first answer took after the start stands beside it.

- **groq-js**: evaluates the query over an array of all documents in memory, once (\`text::query\` as \`match\`). It sees no perspective: there are no drafts here.
- **lake**: \`@sanity/client\` over HTTP, to an answer that is parsed. A query for nothing takes ${milliseconds(empty.median)} ms so.
- **again**: the same for a question that was asked before, as a front page is by every reader: what is published is answered from memory until a commit changes it. No aim is held against it.
- **by hand**: in-process SQL over the lake's own indexes for the documents of this one answer, each read and parsed with what it refers to; no projection, no HTTP.

The aims for a query that answers with at most 100 documents: at most ${MOST_OVER_SQL} ms over what is written by hand, at least ${LEAST_TIMES_FASTER} times as fast as groq-js, a 99th percentile under ${MOST_AT_P99} ms.
${met.length} of ${pages.length} reach all of them; the last column names what the others miss. How answers slow down up to a million articles stands in [speed-series.md](speed-series.md).

| Query | groq-js | lake, first | lake, median | lake, p99 | again | by hand | groq-js / lake | lake − by hand | misses |
|---|--:|--:|--:|--:|--:|--:|--:|--:|---|
${queries.map((figures) => writeRow(figures, empty)).join('\n')}

| Writing | median | p99 |
|---|--:|--:|
| patch of one article over HTTP (${Math.round(1000 / commits.patch.median)} a second) | ${writeTiming(commits.patch)} |
| bare SQLite transaction, one row, synchronous=FULL (${Math.round(1000 / commits.transaction.median)} a second) | ${writeTiming(commits.transaction)} |
| from sending a patch to its event, 1 listener | ${writeTiming(commits.one)} |
| from sending a patch to its event, 200 listeners | ${writeTiming(commits.many)} |
`
}

function writeRow(figures: QueryFigures, empty: Timing): string {
  const {name, plain, first, served, again, byHand, answer} = figures
  const cells = [
    name,
    milliseconds(plain),
    milliseconds(first),
    milliseconds(served.median),
    milliseconds(served.p99),
    milliseconds(again?.median),
    milliseconds(byHand?.median),
    plain === undefined ? '–' : `${(plain / served.median).toFixed(0)}×`,
    byHand ? milliseconds(served.median - byHand.median) : '–',
    answer === 'page' ? missedAims(figures, empty).join(', ') || '–' : 'no aim',
  ]
  return `| ${cells.join(' | ')} |`
}

function missedAims({plain, served, byHand}: QueryFigures, empty: Timing): readonly string[] {
  const over = byHand ? served.median - byHand.median : 0
  const wanted = plain === undefined ? Infinity : plain / LEAST_TIMES_FASTER
  return [
    over > MOST_OVER_SQL && `${MOST_OVER_SQL} ms`,
    served.median > wanted &&
      `${LEAST_TIMES_FASTER}×${wanted < empty.median ? ` (${milliseconds(wanted)} ms, sooner than nothing is answered)` : ''}`,
    served.p99 >= MOST_AT_P99 && 'p99',
  ].filter((aim) => aim !== false)
}
