import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'

import {measureLoad} from './load.ts'
import {measureLake} from './measure-lake.ts'
import {measureSeries} from './measure-series.ts'
import {writeReport} from './write-report.ts'
import {writeSeries} from './write-series.ts'

// Measures how fast the lake is and prints the table; --write puts it into docs/speed.md; then a desk at work, for docs/load.md. --series 10000,100000,1000000 measures how answers slow down as a
// dataset of short articles grows, and goes into docs/speed-series.md.
const {values} = parseArgs({
  options: {
    articles: {type: 'string', default: '100000'},
    paragraphs: {type: 'string'},
    rounds: {type: 'string', default: '100'},
    series: {type: 'string'},
    write: {type: 'boolean', default: false},
  },
})
const rounds = Number(values.rounds)
const folder = mkdtempSync(join(tmpdir(), 'wiredesk-bench-'))
try {
  const {report, file} = values.series === undefined ? await lake() : await series(values.series)
  process.stdout.write(report)
  if (values.write) writeFileSync(new URL(`../../docs/${file}`, import.meta.url), report)
} finally {
  rmSync(folder, {recursive: true})
}
if (values.series === undefined) await measureLoad({articles: 2000, write: values.write})

async function lake() {
  const extent = {articles: Number(values.articles), paragraphs: Number(values.paragraphs ?? 15)}
  const figures = await measureLake(folder, extent, rounds, say)
  return {report: writeReport(figures), file: 'speed.md'}
}

async function series(sizes: string) {
  const paragraphs = Number(values.paragraphs ?? 1)
  const extents = sizes.split(',').map((articles) => ({articles: Number(articles), paragraphs}))
  const figures = await measureSeries(folder, extents, rounds, say)
  return {report: writeSeries(figures), file: 'speed-series.md'}
}

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}
