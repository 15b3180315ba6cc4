import {readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

import {isRecord} from './store/lake-document.ts'

/** A lake that serves a data directory right now, in this or another process. */
export interface RunningLake {
  /** Such as `http://127.0.0.1:3333` */
  readonly url: string
  readonly pid: number
}

/** Header of every answer of a served lake: tells it from another program that has taken the port since. */
export const INSTANCE = 'x-wiredesk-instance'

/** How long a lake on this machine may take to answer, in milliseconds. */
const PATIENCE = 2000

/**
 * Finds the lake that serves a data directory.
 *
 * @returns `undefined` when none does; a `lake.json` that a killed lake left behind counts for nothing
 */
export async function findRunningLake(dataDirectory: string): Promise<RunningLake | undefined> {
  const note = readNote(dataDirectory)
  if (note === undefined) return undefined
  try {
    const answer = await fetch(`${note.url}/v1/ping`, {signal: AbortSignal.timeout(PATIENCE)})
    await answer.body?.cancel()
    return answer.headers.get(INSTANCE) === note.instance
      ? {url: note.url, pid: note.pid}
      : undefined
  } catch {
    return undefined
  }
}

/** Notes where a lake is served, in `<data>/lake.json`. */
export function writeNote(
  dataDirectory: string,
  lake: RunningLake & {readonly instance: string},
): void {
  const file = noteFile(dataDirectory)
  writeFileSync(`${file}.new`, `${JSON.stringify(lake)}\n`, {mode: 0o600})
  renameSync(`${file}.new`, file)
}

/** Takes the note away, unless another lake has written its own by now. */
export function removeNote(dataDirectory: string, instance: string): void {
  if (readNote(dataDirectory)?.instance === instance) rmSync(noteFile(dataDirectory), {force: true})
}

function noteFile(dataDirectory: string): string {
  return join(dataDirectory, 'lake.json')
}

function readNote(dataDirectory: string): (RunningLake & {readonly instance: string}) | undefined {
  try {
    const note: unknown = JSON.parse(readFileSync(noteFile(dataDirectory), 'utf8'))
    if (!isRecord(note)) return undefined
    const {url, pid, instance} = note
    return typeof url === 'string' && typeof pid === 'number' && typeof instance === 'string'
      ? {url, pid, instance}
      : undefined
  } catch {
    return undefined
  }
}
