import {parentPort, workerData} from 'node:worker_threads'

import {type Lake, openLake} from '../lake/lake.ts'
import type {LakeMessage, LakeQuestion} from './lake-message.ts'
import {lakeOptions} from './lake-options.ts'

// Runs in a thread of its own (`openLakeThread`): a lake that answers what it is asked until it is told to close.

function tell(message: LakeMessage, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer)
}

async function answer(lake: Lake, {number, url, body, ...rest}: LakeQuestion): Promise<void> {
  const headers = new Headers(rest.headers.map(([name, value]): [string, string] => [name, value]))
  // As over a network: what says how long it is is read at once.
  if (body !== undefined) headers.set('content-length', String(body.byteLength))
  const request = new Request(url, {
    method: rest.method,
    headers,
    ...(body !== undefined && {body}),
  })
  const response = await lake.fetch(request)
  const bytes = await response.arrayBuffer()
  const {status} = response
  tell({type: 'answer', number, status, headers: [...response.headers], body: bytes}, [bytes])
}

try {
  const lake = openLake({
    ...lakeOptions,
    dataDirectory: String(workerData),
    preparing: (preparation) => tell({type: 'preparing', preparation}),
  })
  parentPort?.on('message', (question: LakeQuestion | 'close') => {
    if (question !== 'close') {
      void answer(lake, question)
      return
    }
    lake.close()
    parentPort?.close()
  })
  tell({type: 'open', administratorToken: lake.administratorToken})
} catch (error) {
  tell({type: 'closed', reason: error instanceof Error ? error.message : String(error)})
}
