import {readFile} from 'node:fs/promises'
import {cpus} from 'node:os'
import {join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {parseArgs} from 'node:util'

import {decodeCopy} from '../../ingest/decode-copy.ts'
import {parseCopy} from '../../ingest/parse-copy.ts'
import {findCopies} from '../import/sources/find-copies.ts'
import {generateCopy} from './generate-copy.ts'

/** Bytes a second of the processor, and texts a second; the processor's time, so that neighbours on the machine count little. */
interface Speed {
  readonly name: string
  readonly megabytesPerSecond: number
  readonly textsPerSecond: number
}

const ROUNDS = 5
/** The clock of the processor's time has coarse steps: a round must be long beside them, in seconds. */
const SHORTEST_ROUND = 0.2

/** Seconds of this thread's processor time that a piece of work takes, in the fastest of a few rounds. */
function fastest(work: () => void): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.threadCpuUsage()
    let seconds = 0
    let times = 0
    while (seconds < SHORTEST_ROUND) {
      work()
      times += 1
      const {user, system} = process.threadCpuUsage(before)
      seconds = (user + system) / 1e6
    }
    best = Math.min(best, seconds / times)
  }
  return best
}

function speed(name: string, bytes: number, texts: number, work: () => void): Speed {
  const seconds = fastest(work)
  return {name, megabytesPerSecond: bytes / 1e6 / seconds, textsPerSecond: texts / seconds}
}

/** Reading, side by side with what is cheapest and what is like it. */
async function measureReading(
  copies: readonly Uint8Array[],
  baseline: ((raw: string) => unknown) | undefined,
): Promise<readonly Speed[]> {
  const bytes = copies.reduce((sum, copy) => sum + copy.length, 0)
  const raws = copies.map((copy) => decodeCopy(copy).raw)
  const results = raws.map((raw) => JSON.stringify(parseCopy(raw, {keyPrefix: 'bench'})))
  let seen = 0
  const each = (name: string, read: (index: number) => unknown) =>
    speed(name, bytes, copies.length, () => {
      for (let index = 0; index < copies.length; index += 1) {
        if (read(index) !== undefined) seen += 1
      }
    })
  const speeds = [
    each('decode the bytes and split them into lines', (index) =>
      decodeCopy(copies[index] ?? new Uint8Array()).raw.split('\n'),
    ),
    each('read a story (parseCopy)', (index) => parseCopy(raws[index] ?? '', {keyPrefix: 'bench'})),
    ...(baseline
      ? [each('a page of regular expressions', (index) => baseline(raws[index] ?? ''))]
      : []),
    each('JSON.parse of the result', (index): unknown => JSON.parse(results[index] ?? '')),
  ]
  if (seen === 0) throw new RangeError('Cannot measure: nothing was read')
  return speeds
}

/** The corpus brings the page of regular expressions; it is measured only where it is there. */
async function readBaseline(corpus: string | undefined) {
  if (corpus === undefined) return undefined
  const module: unknown = await import(pathToFileURL(join(resolve(corpus), 'baseline.mjs')).href)
  if (typeof module !== 'object' || module === null || !('parse' in module)) return undefined
  const {parse} = module
  return typeof parse === 'function' ? (raw: string): unknown => parse(raw) : undefined
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

function printSpeeds(title: string, speeds: readonly Speed[]): void {
  print(`\n${title}`)
  for (const {name, megabytesPerSecond, textsPerSecond} of speeds) {
    print(
      `${megabytesPerSecond.toFixed(1).padStart(8)} MB/s ${textsPerSecond.toFixed(0).padStart(8)} texts/s  ${name}`,
    )
  }
}

/** One text of so many megabytes: the time must grow as the size does. */
function printLarge(megabytes: number): void {
  const one = generateCopy(1)
  const raw = Array.from({length: Math.ceil((megabytes * 1e6) / one.length)}, (_, index) =>
    generateCopy(index),
  ).join('\n\n')
  const before = process.threadCpuUsage()
  const {spans} = parseCopy(raw, {keyPrefix: 'large'})
  const {user, system} = process.threadCpuUsage(before)
  const seconds = (user + system) / 1e6
  const resident = process.memoryUsage.rss() / 1e6
  print(
    `${(raw.length / 1e6 / seconds).toFixed(1).padStart(8)} MB/s  one text of ${megabytes} MB: ${seconds.toFixed(1)} s, ${spans.length} spans, ${resident.toFixed(0)} MB of memory`,
  )
}

const {values, positionals} = parseArgs({
  options: {large: {type: 'boolean', default: false}, corpus: {type: 'string'}},
  allowPositionals: true,
})
const encoder = new TextEncoder()
const stories = Array.from({length: 500}, (_, index) => encoder.encode(generateCopy(index)))
const baseline = await readBaseline(values.corpus)
print(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}, one core`)
printSpeeds('500 stories of about 4 KB', await measureReading(stories, baseline))
if (positionals.length > 0) {
  const files = await findCopies(positionals)
  const copies = await Promise.all(files.map((file) => readFile(file)))
  printSpeeds(
    `${files.length} texts of ${positionals.join(', ')}`,
    await measureReading(copies, baseline),
  )
}
print('\nLarge texts')
for (const megabytes of values.large ? [1, 5, 50] : [1, 5]) printLarge(megabytes)
