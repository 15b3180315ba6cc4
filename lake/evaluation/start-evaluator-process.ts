import {fork} from 'node:child_process'
import {fileURLToPath} from 'node:url'

import {QueryError} from '../query/query-error.ts'
import {type Question, tooSlow} from './question.ts'
import {isReply, readReply} from './reply.ts'

/** A process that answers one question at a time. */
export interface EvaluatorProcess {
  /** @throws {QueryError} also when it took too long or too much memory; then the process is gone */
  ask(question: Question): Promise<Uint8Array<ArrayBuffer>>
  readonly isAlive: () => boolean
  /** Ends it at once; who waits for an answer gets an error */
  readonly kill: () => void
}

/** Most memory for a question's documents and answer, in megabytes. */
const HEAP = 256

/** What a question may take over its time to give up by itself, in milliseconds. */
const GRACE = 500

/**
 * Starts a process that evaluates questions over the lake's file. A thread would not do: one that asks for too much memory at once
 * takes its whole process with it.
 */
export function startEvaluatorProcess(file: string): EvaluatorProcess & {
  /** @throws {Error} it has ended before it could be asked */
  readonly ready: Promise<void>
} {
  const child = fork(fileURLToPath(new URL('evaluator-process.ts', import.meta.url)), [file], {
    serialization: 'advanced',
    // A small nursery: left to itself each process takes 50 MB more, and is no quicker
    execArgv: [`--max-old-space-size=${HEAP}`, '--max-semi-space-size=4'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let alive = true
  let lastWords = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-10_000)
  })
  const kill = (): void => {
    alive = false
    child.kill('SIGKILL')
  }
  // What is sent to a process that has just died comes back as an error, too.
  child.on('exit', kill).on('error', kill)

  /** @returns The next message; `undefined` when the process has ended, and said its last words */
  function hear(): Promise<unknown> {
    return new Promise((resolve) => {
      const settle = (message: unknown): void => {
        child.off('message', settle).off('close', end).off('error', end)
        resolve(message)
      }
      const end = (): void => settle(undefined)
      child.on('message', settle).on('close', end).on('error', end)
    })
  }

  async function start(): Promise<void> {
    if ((await hear()) !== 'ready')
      throw new Error(`Cannot start to evaluate queries: ${lastWords}`)
  }

  return {
    ready: start(),
    isAlive: () => alive,
    kill,
    async ask(question) {
      let late = false
      const timer = setTimeout(() => {
        late = true
        kill()
      }, question.milliseconds + GRACE)
      child.send(question)
      const reply = await hear()
      clearTimeout(timer)
      if (isReply(reply)) return readReply(reply)
      throw late
        ? costly(question, tooSlow(question.milliseconds))
        : explainEnd(question, lastWords)
    },
  }
}

function explainEnd(question: Question, lastWords: string): Error {
  return lastWords.includes('heap out of memory')
    ? costly(
        question,
        `The query took more than ${HEAP} MB of memory; narrow it, or ask for a slice and fewer attributes`,
      )
    : new Error(`The process that worked on the query has ended: ${lastWords || 'killed'}`)
}

function costly({query}: Question, message: string): QueryError {
  return new QueryError('queryEvaluationError', {query, message})
}
