import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import type {SanityClient} from '@sanity/client'
import {afterEach, beforeEach, expect, test} from 'vitest'

import {serveTestLake, type TestLake} from '../../lake/serve-test-lake.ts'
import {createLocalClient, throughLimits} from '../target.ts'
import {type Fault, type LimitingProxy, serveHostedLimits} from '../testing/serve-hosted-limits.ts'
import {testWorld} from '../testing/test-world.ts'
import {runImport} from './run-import.ts'
import {sendTransaction} from './send-transaction.ts'
import {openCopies} from './sources/open-copies.ts'

const STORIES = 12
const FAULTS: readonly Fault[] = [
  'dropAfter',
  'dropWithin',
  'tooMany',
  'serverFault',
  'dropBefore',
  'tooManyUntil',
]

let folder: string
let files: readonly string[]
let lake: TestLake
let proxy: LimitingProxy | undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wiredesk-limits-'))
  const texts = Array.from({length: STORIES}, (_, story) =>
    [1, 2].map((version) => ({
      path: join(folder, `${story}-${version}.txt`),
      text: [
        '---',
        'provider: North Wire',
        `itemId: s${story}-${version}`,
        `itemVersion: ${version}`,
        `storyId: s${story}`,
        '---',
        `Ferry ${story} to sail`,
        '',
        `Ferry number ${story} will sail on day ${version}, its operator said on Monday.`,
        '',
      ].join('\n'),
    })),
  ).flat()
  await Promise.all(texts.map(({path, text}) => writeFile(path, text)))
  files = texts.map(({path}) => path)
  lake = await serveTestLake()
})

afterEach(async () => {
  await proxy?.close()
  proxy = undefined
  await lake.close()
  await rm(folder, {recursive: true})
})

function clientOf(served: TestLake, url = served.served.url): SanityClient {
  return createLocalClient({url, token: served.lake.administratorToken})
}

function importInto(client: SanityClient, inFlight: number) {
  return runImport(client, {
    copies: openCopies(files, {large: false, stdin: testWorld().world.stdin}),
    inputs: files,
    run: 'r1',
    startedAt: '2026-11-23T06:00:00.000Z',
    finishedAt: () => '2026-11-23T06:01:00.000Z',
    large: false,
    dryRun: false,
    stop: new AbortController().signal,
    inFlight,
    send: sendTransaction(client),
    onItem: () => {},
  })
}

/** All that stories are made of, without what each lake gives them itself. */
async function readStories(client: SanityClient): Promise<readonly unknown[]> {
  const documents: readonly Record<string, unknown>[] = await client.fetch(
    '*[_type in ["article", "articleRecord", "sourceText"]] | order(_id)',
  )
  return documents.map(({_rev, _createdAt, _updatedAt, ...document}) => document)
}

test(
  'an import under the hosted lake’s limits and faults stores what an undisturbed one stores, and stays under the limits',
  {timeout: 60_000},
  async () => {
    proxy = await serveHostedLimits(lake.served.url, {
      mutationsPerSecond: 25,
      inFlight: 100,
      // Less than a transaction of several texts has: each goes by itself, so that there are many requests.
      largestRequest: 72_000,
      fault(kind, number) {
        const every = kind === 'mutation' ? 4 : 12
        return number % every === 1 ? FAULTS[((number - 1) / every) % FAULTS.length] : undefined
      },
    })
    const limits = {mutationsPerSecond: 20, requestsPerSecond: 400, retries: 10, inFlight: 8}
    const {client, inFlight} = throughLimits(clientOf(lake, proxy.url), limits, 'the proxy')
    const report = await importInto(client, inFlight)
    expect(report.counts).toMatchObject({
      created: STORIES,
      updated: STORIES,
      failed: 0,
      conflict: 0,
    })

    const undisturbed = await serveTestLake()
    const direct = clientOf(undisturbed)
    await importInto(direct, 1)
    expect(await readStories(clientOf(lake))).toEqual(await readStories(direct))
    await undisturbed.close()

    const {seen} = proxy
    expect(seen.tooLarge).toBe(1)
    expect(seen.requests).toBeGreaterThan(2 * STORIES)
    expect(seen.faults).toBeGreaterThanOrEqual(8)
    expect(seen.mostInAnySecond).toBeLessThanOrEqual(25)
    expect(seen.mostInFlight).toBeLessThanOrEqual(8)

    const receipts: unknown = await clientOf(lake).fetch(
      `count(*[_type == "importRunItems"].items[outcome in ["created", "updated"]])`,
    )
    expect(receipts).toBe(2 * STORIES)
    const all: unknown = await clientOf(lake).fetch('*')
    expect(JSON.stringify([report, all])).not.toContain(lake.lake.administratorToken)
  },
)

test('nobody answering ends the run with one sentence, without the token', async () => {
  const {client} = throughLimits(
    clientOf(lake, 'http://127.0.0.1:9'),
    {retries: 1, inFlight: 1},
    'nowhere',
  )
  const error = await importInto(client, 1).catch(String)
  expect(error).toMatch(/^CommandError: Cannot reach "http:\/\/127\.0\.0\.1:9": .+$/u)
  expect(error).not.toContain(lake.lake.administratorToken)
})
