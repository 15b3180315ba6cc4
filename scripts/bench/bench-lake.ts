import {type ChildProcess, execFile, fork} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, readFileSync} from 'node:fs'
import {promisify} from 'node:util'

import type {SanityClient} from '@sanity/client'

import {isFields} from '../../schemas/rules/narrow.ts'
import {createLocalClient} from '../target.ts'

/** A lake that is served by another process, as the desk's is. */
export interface BenchLake {
  readonly url: string
  readonly client: SanityClient
  /** Bytes resident in the lake's process and those that it started; what they share counts once, where the system can tell */
  readonly resident: () => Promise<number>
  readonly close: () => Promise<void>
}

/** Starts the process for the lake of a folder. */
export async function startBenchLake(folder: string): Promise<BenchLake> {
  const child = fork(new URL('serve-bench-lake.ts', import.meta.url), [folder])
  const {url, token} = await nextMessage(child)
  if (typeof url !== 'string' || typeof token !== 'string') {
    throw new TypeError(`Cannot start the lake of "${folder}": it does not say where it is`)
  }
  return {
    url,
    client: createLocalClient({url, token}),
    resident: () => residentOf(child.pid ?? 0),
    async close() {
      child.disconnect()
      await once(child, 'exit')
    },
  }
}

/** Bytes that a process and those that it has started hold. */
export async function residentOf(pid: number): Promise<number> {
  const {stdout} = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,rss='])
  const all = stdout.split('\n').map((line) =>
    line
      .trim()
      .split(/\s{1,20}/u)
      .map(Number),
  )
  const family = new Set([pid])
  let kilobytes = 0
  // A child has a greater number than its parent, and comes after it.
  for (const [own = 0, parent = 0, size = 0] of all.toSorted(([a = 0], [b = 0]) => a - b)) {
    if (own !== pid && !family.has(parent)) continue
    family.add(own)
    kilobytes += readShare(own) ?? size
  }
  return kilobytes * 1024
}

/** Linux tells a process's own memory with its share of what it has in common with others, such as the program. */
function readShare(pid: number): number | undefined {
  const file = `/proc/${pid}/smaps_rollup`
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const [, kilobytes] = /^Pss:\s{1,40}(\d{1,20}) kB$/mu.exec(text) ?? []
  return kilobytes === undefined ? undefined : Number(kilobytes)
}

/** What a child process says next; its end is an error. */
async function nextMessage(child: ChildProcess): Promise<Readonly<Record<string, unknown>>> {
  const ended = new AbortController()
  const exit = once(child, 'exit', {signal: ended.signal}).then(([code]) => {
    throw new Error(`Cannot go on measuring: a process of the bench ended with ${String(code)}`)
  })
  exit.catch(() => undefined)
  try {
    const [message] = await Promise.race([once(child, 'message'), exit])
    return isFields(message) ? message : {}
  } finally {
    ended.abort()
  }
}
