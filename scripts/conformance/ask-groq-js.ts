import {once} from 'node:events'
import {Worker} from 'node:worker_threads'

import {isRecord, readText} from '../narrow.ts'

/** What somebody answered: a value, or a refusal. */
export type Answer =
  | {readonly type: 'value'; readonly value: unknown}
  | {readonly type: 'refused'; readonly message: string}

/** groq-js over documents in memory, off this thread. */
export interface GroqJs {
  readonly ask: (question: {
    readonly query: string
    readonly params: Readonly<Record<string, unknown>>
    readonly documents: readonly unknown[]
  }) => Promise<Answer>
  readonly close: () => Promise<void>
}

/** Longest time for one question, in milliseconds: nested queries over nested queries can take for ever. */
const PATIENCE = 10_000

export function startGroqJs(): GroqJs {
  let worker = startWorker()
  return {
    async ask(question) {
      worker.postMessage(question)
      try {
        const [message]: unknown[] = await once(worker, 'message', {
          signal: AbortSignal.timeout(PATIENCE),
        })
        return readAnswer(message)
      } catch {
        await worker.terminate()
        worker = startWorker()
        return {type: 'refused', message: `groq-js took longer than ${PATIENCE} ms`}
      }
    },
    close: async () => {
      await worker.terminate()
    },
  }
}

function startWorker(): Worker {
  return new Worker(new URL('groq-js-worker.ts', import.meta.url))
}

function readAnswer(message: unknown): Answer {
  if (!isRecord(message)) return {type: 'refused', message: 'no answer'}
  return message['type'] === 'value'
    ? {type: 'value', value: message['value']}
    : {type: 'refused', message: readText(message['message']) ?? ''}
}
