import {spawn} from 'node:child_process'
import {once} from 'node:events'

import {projectFile} from '../project-file.ts'

/** A desk in a process of its own, as `npm start` runs it. */
export interface StartedDesk {
  /** The link that it printed */
  readonly signInLink: URL
  /** Ends it in an orderly way */
  readonly stop: () => Promise<void>
}

/** Longest time until a new desk is filled with the samples and ready, in milliseconds. */
const LONGEST = 120_000

/**
 * @param directory - Of the lake; a new one is filled with the samples
 * @throws Error when the desk ends or prints no link in time, with what it printed
 */
export async function startDesk(directory: string): Promise<StartedDesk> {
  const desk = spawn(
    process.execPath,
    [projectFile('scripts/wiredesk.ts'), 'start', '--data', directory, '--port', '0'],
    {stdio: ['ignore', 'ignore', 'pipe']},
  )
  const ended = once(desk, 'exit')
  const stop = async () => {
    desk.kill()
    await ended
  }
  let printed = ''
  // Read to the end: a desk whose messages nobody takes stands still
  const link = new Promise<URL>((resolve) => {
    desk.stderr.on('data', (chunk: Buffer) => {
      printed += String(chunk)
      const found = /http:\/\/\S{1,60}\/#token=\S{32,200}/u.exec(printed)?.[0]
      if (found !== undefined) resolve(new URL(found))
    })
  })
  const late = AbortSignal.timeout(LONGEST)
  const signInLink = await Promise.race([link, ended, once(late, 'abort')])
  if (signInLink instanceof URL) return {signInLink, stop}
  await stop()
  throw new Error(
    `Cannot open the desk: no link ${late.aborted ? `within ${LONGEST / 1000} s` : 'before it ended'}, but "${printed}"`,
  )
}
