import {randomUUID} from 'node:crypto'
import {setFlagsFromString} from 'node:v8'

import {runCommand} from './command.ts'
import {commands} from './commands/commands.ts'

// Left to itself, the heap of a long import or of a desk grows to several times what is in use before it is tidied.
setFlagsFromString('--heap-growing-percent=40')

/** Takes the line of progress away before another is written. */
const CLEAR = '\r\u001B[K'

/** Terminals obey control characters; the name of a file may hold any. */
const CONTROL = /(?![\t\n])\p{Cc}/gu

/** Runs the command line of this process, to its end. The only place that knows `process`: arguments, streams, signals and the exit code. */
export async function runInProcess(): Promise<void> {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop.abort()
    })
  }

  // A reader that closes early (`wiredesk parse … | head`) has had enough: no error. Work that was begun goes on without one.
  let goesOnUnread = false
  let unwritten: string | undefined
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (goesOnUnread) {
      unwritten = error.message
      return
    }
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })

  // The same of what it is told about the work: a desk goes on when the program that read its messages has ended.
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })

  process.exitCode = await runCommand(commands, process.argv.slice(2), {
    stdout(line) {
      if (unwritten === undefined) {
        process.stdout.write(`${process.stdout.isTTY ? CLEAR : ''}${line}\n`)
      }
    },
    goOnUnread() {
      goesOnUnread = true
    },
    stderr: (line) =>
      process.stderr.write(
        `${process.stderr.isTTY ? CLEAR : ''}${line.replaceAll(CONTROL, '\uFFFD')}\n`,
      ),
    ...(process.stderr.isTTY && {
      progress: (line: string) => process.stderr.write(CLEAR + line),
    }),
    stdin() {
      // Whoever stops the command does not wait for a program that may never write on
      stop.signal.addEventListener('abort', () => {
        process.stdin.destroy(new Error('it was stopped before its end'))
      })
      return process.stdin
    },
    environment: process.env,
    now: () => new Date(),
    newId: () => randomUUID(),
    stop: stop.signal,
  })

  if (unwritten !== undefined) {
    process.stderr.write(
      `Standard output took not all lines (${unwritten}); the work went on without it.\n`,
    )
  }
}
