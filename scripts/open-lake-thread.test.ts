import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {expect, onTestFinished, test} from 'vitest'

import {CommandError} from './command.ts'
import {runImport} from './import/run-import.ts'
import {sendTransaction} from './import/send-transaction.ts'
import {foundCopy} from './import/sources/found-copy.ts'
import {openLakeThread} from './open-lake-thread.ts'
import {createLocalClient, openTarget, type Target} from './target.ts'
import {testWorld} from './testing/test-world.ts'

async function dataDirectory(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wiredesk-thread-'))
  onTestFinished(() => rm(folder, {recursive: true}))
  return join(folder, 'lake')
}

function openThread(data: string): Promise<Target> {
  return openTarget({data}, testWorld().world, {writesMuch: true})
}

test('what a lake in a thread has stored is there for who opens it after', async () => {
  const data = await dataDirectory()
  const {client, close} = await openThread(data)
  await client.create({_id: 'topic-tides', _type: 'topic', title: 'Tides'})
  await close()
  const next = await openTarget({data}, testWorld().world)
  const titles: unknown = await next.client.fetch('*[_type == "topic"].title')
  await next.close()
  expect(titles).toEqual(['Tides'])
})

test('a lake in a thread refuses as any other does', async () => {
  const {client, close} = await openThread(await dataDirectory())
  await expect(client.fetch('*[')).rejects.toThrow(/query/u)
  await expect(client.patch('nobody').set({title: 'x'}).commit()).rejects.toMatchObject({
    statusCode: 404,
  })
  await close()
})

test('a lake that another program has open is said to be so', async () => {
  const data = await dataDirectory()
  const {close} = await openTarget({data}, testWorld().world)
  await expect(openThread(data)).rejects.toThrow(/Cannot open ".*": another process has it open/u)
  await close()
})

const IN_PEACE = {preparing: () => {}, stop: new AbortController().signal}

/** Texts of which the last ten are more than a thread with little memory can store. */
async function* copies(largest: number) {
  for (let index = 0; index < 120; index += 1) {
    const words = 'It sails at noon. '.repeat(index < 110 ? 1 : largest)
    const bytes = new TextEncoder().encode(`Ferry ${index} to sail\n\n${words}${index}.\n`)
    yield foundCopy(`${index}.txt`, {type: 'copy', bytes})
  }
}

test(
  'an import whose lake runs out of memory says so; what it has listed is stored, and again it goes on',
  {timeout: 60_000},
  async () => {
    const data = await dataDirectory()
    const thread = await openLakeThread(data, {
      ...IN_PEACE,
      resourceLimits: {maxOldGenerationSizeMb: 20},
    })
    const local = createLocalClient({url: 'http://127.0.0.1', token: thread.administratorToken})
    const client = local.withConfig({resolveFetch: () => thread.fetch, maxRetries: 0})
    const listed: string[] = []
    const options = {
      inputs: [],
      startedAt: '2026-11-23T06:00:00.000Z',
      finishedAt: () => '2026-11-23T06:01:00.000Z',
      large: true,
      dryRun: false,
      stop: new AbortController().signal,
    }
    const error: unknown = await runImport(client, {
      ...options,
      run: 'r1',
      copies: copies(30_000),
      send: sendTransaction(client),
      onItem: ({id = ''}) => listed.push(id),
    }).catch((fault: unknown) => fault)
    expect(error).toBeInstanceOf(CommandError)
    expect(String(error)).toBe(
      `CommandError: The lake in "${data}" has stopped: Worker terminated due to reaching memory limit: JS heap out of memory. What is listed is stored; run the command again`,
    )
    await thread.close()
    expect(listed.length).toBeGreaterThanOrEqual(50)

    const target = await openThread(data)
    const stored = await target.client.fetch<readonly string[]>(
      '*[_type == "articleRecord"].article._ref',
    )
    expect(listed.filter((id) => !stored.includes(id))).toEqual([])
    const whole = await target.client.fetch<unknown>(
      'count(*[_type == "articleRecord" && count(*[_id in ["drafts." + ^.article._ref, ^.origins[0].source._ref]]) == 2])',
    )
    expect(whole).toBe(stored.length)
    const {counts} = await runImport(target.client, {
      ...options,
      run: 'r2',
      copies: copies(1),
      send: sendTransaction(target.client),
      onItem: () => {},
    })
    expect(counts).toMatchObject({
      created: 120 - stored.length,
      unchanged: stored.length,
      failed: 0,
    })
    await target.close()
  },
)

test('a thread that ends by itself is said to have stopped', async () => {
  const data = await dataDirectory()
  const {fetch, close} = await openLakeThread(data, IN_PEACE)
  await close()
  await expect(fetch('http://127.0.0.1/v1/users/me')).rejects.toThrow(
    `The lake in "${data}" has stopped: its thread has ended with code 0. What is listed is stored; run the command again`,
  )
})
