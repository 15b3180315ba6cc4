import {decodeCopy} from '../../ingest/decode-copy.ts'
import {parseCopy} from '../../ingest/parse-copy.ts'

/** Bytes a second of the processor, and texts a second; the processor's time, so that neighbours on the machine count little. */
export interface Speed {
  readonly name: string
  readonly megabytesPerSecond: number
  readonly textsPerSecond: number
}

const ROUNDS = 20
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
export function measureReading(
  copies: readonly Uint8Array[],
  baseline: ((raw: string) => unknown) | undefined,
): readonly Speed[] {
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
    each('Decode the bytes and split them into lines', (index) =>
      decodeCopy(copies[index] ?? new Uint8Array()).raw.split('\n'),
    ),
    each('Read a story', (index) => parseCopy(raws[index] ?? '', {keyPrefix: 'bench'})),
    ...(baseline
      ? [each('A page of regular expressions', (index) => baseline(raws[index] ?? ''))]
      : []),
    each('`JSON.parse` of the result', (index): unknown => JSON.parse(results[index] ?? '')),
  ]
  if (seen === 0) throw new RangeError('Cannot measure: nothing was read')
  return speeds
}

/** One text of many stories: the time must grow as the size does. */
export interface LargeText {
  readonly megabytes: number
  /** Of the processor */
  readonly seconds: number
  readonly spans: number
  /** Resident, of the whole process, in megabytes */
  readonly memory: number
}

/** @param raw - The text; its size is given in millions of its code units */
export function measureLarge(raw: string): LargeText {
  const before = process.threadCpuUsage()
  const {spans} = parseCopy(raw, {keyPrefix: 'large'})
  const {user, system} = process.threadCpuUsage(before)
  return {
    megabytes: Math.round(raw.length / 1e6),
    seconds: (user + system) / 1e6,
    spans: spans.length,
    memory: process.memoryUsage.rss() / 1e6,
  }
}
