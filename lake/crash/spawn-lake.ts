import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {createInterface} from 'node:readline'

/** A served lake in a process of its own, which a test can kill. */
export interface SpawnedLake {
  readonly url: string
  /** The administrator's */
  readonly token: string
  /** SIGKILL, and waits until the process is gone */
  readonly kill: () => Promise<void>
}

const at = (file: string): string => JSON.stringify(new URL(file, import.meta.url).href)

const SERVER = `
  import {openLake} from ${at('../lake.ts')}
  import {serveLake} from ${at('../serve-lake.ts')}
  const {port, ...options} = JSON.parse(process.argv[1])
  const lake = openLake({...options, projectId: 'wiredesk', evaluation: 'apart'})
  const {url} = await serveLake(lake, {port, host: '127.0.0.1'})
  process.stdout.write(JSON.stringify({url, token: lake.administratorToken}) + '\\n')
`

export interface SpawnOptions {
  /** Milliseconds after which it is killed whether it serves by then or not */
  readonly killAfter?: number
  /** A free one when left out */
  readonly port?: number
  /** The built Studio that it serves; none when left out */
  readonly studioDirectory?: string
}

/**
 * Starts a lake over a data directory.
 *
 * @returns `undefined` when it was killed before it served
 */
export async function spawnLake(
  dataDirectory: string,
  {killAfter, port = 0, studioDirectory}: SpawnOptions = {},
): Promise<SpawnedLake | undefined> {
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      SERVER,
      JSON.stringify({dataDirectory, port, studioDirectory}),
    ],
    {stdio: ['ignore', 'pipe', 'inherit']},
  )
  const exited = once(child, 'exit')
  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  const timer =
    killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
  for await (const line of createInterface({input: child.stdout})) {
    const {url, token}: {url: string; token: string} = JSON.parse(line)
    return {url, token, kill}
  }
  clearTimeout(timer)
  await exited
  return undefined
}
