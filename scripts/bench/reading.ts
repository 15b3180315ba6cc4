import {readFile, writeFile} from 'node:fs/promises'
import {cpus} from 'node:os'
import {join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {parseArgs} from 'node:util'

import {replaceFigures} from '../accuracy/replace-figures.ts'
import {findCopies} from '../import/sources/find-copies.ts'
import {projectFile} from '../project-file.ts'
import {generateCopy} from './generate-copy.ts'
import {measureLarge, measureReading} from './measure-reading.ts'
import {largeTable, speedTable} from './reading-tables.ts'

/** The corpus brings the page of regular expressions; it is measured only where it is there. */
async function readBaseline(corpus: string | undefined) {
  if (corpus === undefined) return undefined
  const module: unknown = await import(pathToFileURL(join(resolve(corpus), 'baseline.mjs')).href)
  if (typeof module !== 'object' || module === null || !('parse' in module)) return undefined
  const {parse} = module
  return typeof parse === 'function' ? (raw: string): unknown => parse(raw) : undefined
}

function manyStories(megabytes: number): string {
  const count = Math.ceil((megabytes * 1e6) / generateCopy(1).length)
  return Array.from({length: count}, (_, index) => generateCopy(index)).join('\n\n')
}

const {values, positionals} = parseArgs({
  options: {
    large: {type: 'boolean', default: false},
    corpus: {type: 'string'},
    write: {type: 'boolean', default: false},
  },
  allowPositionals: true,
})
const encoder = new TextEncoder()
const stories = Array.from({length: 500}, (_, index) => encoder.encode(generateCopy(index)))
const baseline = await readBaseline(values.corpus)
const date = new Date().toISOString().slice(0, 10)
const machine = `${cpus()[0]?.model ?? 'an unknown processor'}, Node ${process.versions.node}`
const parts = [
  `Taken on ${date} on one core of ${machine}, in the processor’s own time.`,
  speedTable('500 stories of about 4 KB', measureReading(stories, baseline)),
]
if (positionals.length > 0) {
  const files = await findCopies(positionals)
  const copies = await Promise.all(files.map((file) => readFile(file)))
  parts.push(speedTable(`${files.length} real texts`, measureReading(copies, baseline)))
}
const sizes = values.large ? [1, 5, 50] : [1, 5]
parts.push(largeTable(sizes.map((megabytes) => measureLarge(manyStories(megabytes)))))
const figures = parts.join('\n\n')
process.stdout.write(`${figures}\n`)
if (values.write) {
  const page = projectFile('docs/accuracy.md')
  await writeFile(page, replaceFigures(await readFile(page, 'utf8'), 'speed', figures))
}
