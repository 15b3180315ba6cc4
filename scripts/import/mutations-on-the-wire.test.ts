import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test} from 'vitest'

import {serveTestLake, type TestLake} from '../../lake/serve-test-lake.ts'
import type {LimitedFetch} from '../limited-fetch.ts'
import {createLocalClient} from '../target.ts'
import {testWorld} from '../testing/test-world.ts'
import type {PlannedTransaction} from './planned-mutation.ts'
import {runImport} from './run-import.ts'
import {sendTransaction} from './send-transaction.ts'
import {openCopies} from './sources/open-copies.ts'

let folder: string
let files: readonly string[]
let lake: TestLake

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wiredesk-wire-'))
  const texts = [1, 2].flatMap((version) =>
    Array.from({length: 3}, (_, story) => ({
      path: join(folder, `${story}-${version}.txt`),
      text: [
        '---',
        'provider: North Wire',
        `itemId: s${story}-${version}`,
        `itemVersion: ${version}`,
        `storyId: s${story}`,
        '---',
        `Ferry ${story} to “sail”`,
        '',
        `Ferry number ${story} will sail on day ${version}, its operator said on Monday.`,
        '',
      ].join('\n'),
    })),
  )
  await Promise.all(texts.map(({path, text}) => writeFile(path, text)))
  files = texts.map(({path}) => path)
  lake = await serveTestLake()
})

afterEach(async () => {
  await lake.close()
  await rm(folder, {recursive: true})
})

/** Imports over HTTP. @returns The mutation requests that left, or with `dryRun` the transactions that would have */
async function importTexts(run: string, dryRun: boolean): Promise<readonly unknown[]> {
  const sent: unknown[] = []
  const planned: PlannedTransaction[] = []
  const recording: LimitedFetch = async (url, init) => {
    const request = new Request(url, init)
    if (request.url.includes('/data/mutate/')) sent.push(await request.clone().json())
    return fetch(request)
  }
  const client = createLocalClient({
    url: lake.served.url,
    token: lake.lake.administratorToken,
  }).withConfig({resolveFetch: () => recording})
  await runImport(client, {
    copies: openCopies(files, {large: false, stdin: testWorld().world.stdin}),
    inputs: files,
    run,
    startedAt: '2026-11-23T06:00:00.000Z',
    finishedAt: () => '2026-11-23T06:01:00.000Z',
    large: false,
    dryRun,
    stop: new AbortController().signal,
    send: dryRun
      ? async (transaction) => {
          planned.push(transaction)
        }
      : sendTransaction(client),
    onItem: () => {},
  })
  if (!dryRun) return sent
  expect(sent).toEqual([])
  return planned
}

test('what a dry run gives goes over the wire in a run with its id and clock; of the same texts again nothing does', async () => {
  const planned = await importTexts('r1', true)
  expect(planned.length).toBeGreaterThanOrEqual(3)
  expect(await importTexts('r1', false)).toEqual(planned)
  expect(await importTexts('r2', false)).toEqual([])
})
