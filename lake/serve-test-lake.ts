import {mkdtempSync, rmSync} from 'node:fs'
import {type IncomingHttpHeaders, request} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'

import {type ClientConfig, createClient, type SanityClient} from '@sanity/client'

import {type Lake, type LakeOptions, openLake} from './lake.ts'
import {type ServedLake, serveLake} from './serve-lake.ts'

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A lake in a temporary directory, served on a free port, for tests. */
export interface TestLake {
  readonly lake: Lake
  readonly served: ServedLake
  readonly dataDirectory: string
  /** A real client over HTTP, with this token or none */
  readonly client: (token?: string, config?: ClientConfig) => SanityClient
  /** A request exactly as written: any `host`, `origin` and path, which `fetch` would not send */
  readonly ask: (
    path: string,
    init?: {
      readonly method?: string
      readonly headers?: Record<string, string>
      readonly body?: string
    },
  ) => Promise<RawAnswer>
  readonly close: () => Promise<void>
}

/** Opens and serves a lake of its own for a test; `close` leaves nothing behind. */
export async function serveTestLake(
  options: Partial<LakeOptions> & {readonly host?: string} = {},
): Promise<TestLake> {
  const {host = '127.0.0.1', ...rest} = options
  const dataDirectory = mkdtempSync(join(tmpdir(), 'wiredesk-'))
  const lake = openLake({dataDirectory, projectId: 'wiredesk', ...rest})
  const served = await serveLake(lake, {port: 0, host})
  return {
    lake,
    served,
    dataDirectory,
    client: (token, config) =>
      createClient({
        projectId: 'wiredesk',
        dataset: 'production',
        apiVersion: '2025-02-19',
        apiHost: served.url,
        useProjectHostname: false,
        useCdn: false,
        maxRetries: 0,
        ...(token === undefined ? {} : {token}),
        ...config,
      }),
    ask: (path, init = {}) => ask(served.port, path, init),
    async close() {
      await served.close()
      lake.close()
      rmSync(dataDirectory, {recursive: true})
    },
  }
}

function ask(
  port: number,
  path: string,
  {method = 'GET', headers = {}, body}: NonNullable<Parameters<TestLake['ask']>[1]>,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const asked = request({host: '127.0.0.1', port, path, method, headers, agent: false})
    asked.on('error', reject)
    asked.on('response', (answer) => {
      text(answer).then(
        (read) => resolve({status: answer.statusCode ?? 0, headers: answer.headers, body: read}),
        reject,
      )
    })
    asked.end(body)
  })
}
