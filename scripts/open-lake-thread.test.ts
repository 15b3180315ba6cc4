import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {expect, onTestFinished, test} from 'vitest'

import {openTarget, type Target} from './target.ts'
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
