import {type ResourceLimits, Worker} from 'node:worker_threads'

import type {HearPreparation} from '../lake/store/preparation.ts'
import {CommandError} from './command.ts'
import {errorSentence} from './error-sentence.ts'
import type {LakeMessage, LakeQuestion} from './lake-message.ts'
import type {LimitedFetch} from './limited-fetch.ts'

/** A lake that nobody else has open, in a thread of its own: it stores while this one reads copy. */
export interface LakeThread {
  /** Bodies are whole texts, in both directions */
  readonly fetch: LimitedFetch
  readonly administratorToken: string
  /** Resolves when what was stored is safe and the lake is free for others */
  readonly close: () => Promise<void>
}

/** Texts come and go: a small nursery, emptied often, keeps the memory of a long import down and costs no time. */
const NURSERY: ResourceLimits = {maxYoungGenerationSizeMb: 24}

const utf8 = new TextEncoder()

/**
 * @param options.stop - Ends the thread when the lake is not open by then
 * @param options.resourceLimits - Of the thread's memory
 * @throws CommandError when the lake cannot be opened; the message says the way out
 */
export async function openLakeThread(
  dataDirectory: string,
  {
    preparing,
    stop,
    resourceLimits = NURSERY,
  }: {
    readonly preparing: HearPreparation
    readonly stop: AbortSignal
    readonly resourceLimits?: ResourceLimits
  },
): Promise<LakeThread> {
  const worker = new Worker(new URL('lake-thread.ts', import.meta.url), {
    workerData: dataDirectory,
    resourceLimits,
  })
  const waiting = new Map<number, PromiseWithResolvers<Response>>()
  const opened = Promise.withResolvers<string>()
  const ended = Promise.withResolvers<void>()
  let last = 0
  let fault: CommandError | undefined
  let ending: CommandError | undefined

  function fail(error: CommandError): void {
    fault ??= error
    opened.reject(fault)
    for (const {reject} of waiting.values()) reject(fault)
    waiting.clear()
  }

  function stopped(why: string, cause?: unknown): CommandError {
    return new CommandError(
      `The lake in "${dataDirectory}" has stopped: ${why}. What is listed is stored; run the command again`,
      {cause},
    )
  }

  worker.on('error', (error) => fail(stopped(errorSentence(error), error)))
  worker.once('exit', (code) => {
    fail(ending ?? stopped(`its thread has ended with code ${code}`))
    ended.resolve()
  })
  worker.on('message', (message: LakeMessage) => {
    switch (message.type) {
      case 'preparing':
        preparing(message.preparation)
        break
      case 'open':
        opened.resolve(message.administratorToken)
        break
      case 'closed':
        fail(new CommandError(message.reason))
        break
      case 'answer': {
        const {number, status, body} = message
        const headers = message.headers.map(([name, value]): [string, string] => [name, value])
        waiting.get(number)?.resolve(new Response(body, {status, headers}))
        waiting.delete(number)
        break
      }
    }
  })
  const endWhenStopped = (): void => {
    ending = new CommandError(
      `Stopped before the lake in "${dataDirectory}" was open: it is as it was`,
    )
    void worker.terminate()
  }
  stop.addEventListener('abort', endWhenStopped)
  const administratorToken = await opened.promise.finally(() => {
    stop.removeEventListener('abort', endWhenStopped)
  })
  return {
    administratorToken,
    async fetch(url, init) {
      if (fault !== undefined) throw fault
      const {body, ...rest} = init ?? {}
      const request = url instanceof Request ? url : new Request(url, rest)
      // Written as bytes here: the lake's thread has more to do than this one.
      const bytes =
        typeof body === 'string' ? utf8.encode(body).buffer : await request.arrayBuffer()
      const question: LakeQuestion = {
        number: ++last,
        url: request.url,
        method: request.method,
        headers: [...request.headers],
        body: bytes.byteLength === 0 ? undefined : bytes,
      }
      const answer = Promise.withResolvers<Response>()
      waiting.set(question.number, answer)
      worker.postMessage(question, [bytes])
      return answer.promise
    },
    async close() {
      worker.postMessage('close')
      await ended.promise
    },
  }
}
