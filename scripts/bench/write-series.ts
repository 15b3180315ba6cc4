import type {SizeFigures} from './measure-series.ts'
import {measuredQueries} from './measured-queries.ts'
import {megabytes, milliseconds, writeMachine} from './write-figures.ts'

/** What an answer may grow by from the smallest dataset to the greatest. */
const MOST_GROWTH = 1.5

/** The table of `npm run bench -- --series …`, as it stands in docs/speed-series.md. */
export function writeSeries(sizes: readonly SizeFigures[]): string {
  const articles = sizes.map(({extent}) => extent.articles)
  const paragraphs = sizes[0]?.extent.paragraphs ?? 0
  const loaded = sizes.map(
    ({loading}) => `${(loading.documents / loading.seconds).toFixed(0)} a second`,
  )
  const resident = sizes.map((size) => `${megabytes(size.resident)} MB`)
  return `# How answers slow down as a dataset grows

Written by \`npm run bench -- --series ${articles.join()} --write\`; never by hand. ${writeMachine()}

Invented articles of ${paragraphs} paragraph${paragraphs === 1 ? '' : 's'}, loaded by commits; the lake over HTTP, median in milliseconds, warm, as in [speed.md](speed.md). All of them were loaded before the first was asked. The aim for whatever an index answers: not ${MOST_GROWTH} times as long in the greatest as in the smallest.

| | ${articles.map((count) => count.toLocaleString('en')).join(' | ')} | growth |
|---|${'--:|'.repeat(sizes.length + 1)}
${measuredQueries.map(({name}) => writeRow(name, sizes)).join('\n')}
| loading | ${loaded.join(' | ')} | |
| resident after all queries | ${resident.join(' | ')} | |
`
}

function writeRow(name: string, sizes: readonly SizeFigures[]): string {
  const medians = sizes.map(({served}) => served.get(name)?.median ?? 0)
  const growth = (medians.at(-1) ?? 0) / (medians[0] ?? 1)
  return `| ${[name, ...medians.map(milliseconds), `${growth.toFixed(1)}×`].join(' | ')} |`
}
