import {parentPort, workerData} from 'node:worker_threads'

import {type Lake, openLake} from '../lake/lake.ts'
import type {LakeMessage, LakeQuestion} from './lake-message.ts'
import {lakeOptions} from './lake-options.ts'

// Runs in a thread of its own (`openLakeThread`): a lake that answers what it is asked until it is told to close.

function tell(message: LakeMessage, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer)
}

async function answer(lake: Lake, {number, url, body, ...rest}: LakeQuestion): Promise<void> {
  const request = new Request(url, {
    method: rest.method,
    headers: rest.headers.map(([name, value]): [string, string] => [name, value]),
    ...(body !== undefined && {body}),
  })
  const response = await lake.fetch(request)
  const bytes = await response.arrayBuffer()
  const headers = [...response.headers]
  tell({type: 'answer', number, status: response.status, headers, body: bytes}, [bytes])
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
