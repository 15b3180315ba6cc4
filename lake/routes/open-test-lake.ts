import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {type ClientConfig, createClient, type SanityClient} from '@sanity/client'
import {Hono} from 'hono'

import type {Caller, LakeEnvironment} from '../caller.ts'
import {openStore, type Store} from '../store/open-store.ts'
import {createDataRoutes} from './data-routes.ts'

/** A lake in a temporary folder with its data routes, for tests. */
export interface TestLake {
  readonly store: Store
  /** The path of the lake's file */
  readonly file: string
  /** A real client on the routes, without a server between; as this user, `undefined` = anonymous */
  client(userId?: string, config?: ClientConfig): SanityClient
  /** A bare request, for what the client does not send */
  request(path: string, init?: RequestInit, userId?: string): Promise<Response>
  close(): void
}

/** Ids count up from `id-1`; the clock starts at 2026-11-23T06:00:00Z and moves on one second for every look. */
export function openTestLake(indexedPaths: readonly string[] = []): TestLake {
  const folder = mkdtempSync(join(tmpdir(), 'lake-'))
  const file = join(folder, 'lake.sqlite')
  let seconds = 0
  let ids = 0
  const store = openStore({
    file,
    indexedPaths,
    now: () => new Date(Date.parse('2026-11-23T06:00:00Z') + 1000 * seconds++),
    newId: () => `id-${++ids}`,
  })
  const routes = createDataRoutes(store)

  function fetchAs(caller: Caller) {
    const app = new Hono<LakeEnvironment>()
    app.use(async (c, next) => {
      c.set('caller', caller)
      await next()
    })
    app.route('/:version', routes)
    return async (input: RequestInfo | URL, init?: RequestInit) =>
      await app.fetch(new Request(input, init))
  }

  return {
    store,
    file,
    client(userId, config) {
      const fetchLake = fetchAs(callerOf(userId))
      return createClient({
        projectId: 'wiredesk',
        dataset: 'production',
        apiVersion: '2025-02-19',
        apiHost: 'http://lake.test',
        useProjectHostname: false,
        useCdn: false,
        maxRetries: 0,
        resolveFetch: () => fetchLake,
        ...config,
      })
    },
    request(path, init, userId) {
      return fetchAs(callerOf(userId))(`http://lake.test${path}`, init)
    },
    close() {
      store.close()
      rmSync(folder, {recursive: true})
    },
  }
}

export function callerOf(userId: string | undefined): Caller {
  return userId === undefined ? {type: 'anonymous'} : {type: 'user', userId}
}
