import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

import {expect, onTestFinished, test} from 'vitest'

import {findRunningLake} from './running-lake.ts'
import {serveLake} from './serve-lake.ts'
import {serveTestLake, type TestLake} from './serve-test-lake.ts'

test('a served lake is found through its data directory, until it closes', async () => {
  const {dataDirectory, served, close} = await openDesk()
  expect(await findRunningLake(dataDirectory)).toEqual({url: served.url, pid: process.pid})
  await served.close()
  expect(existsSync(join(dataDirectory, 'lake.json'))).toBe(false)
  expect(await findRunningLake(dataDirectory)).toBeUndefined()
  expect(close).toBeDefined()
})

test('a note that a killed lake left behind counts for nothing', async () => {
  const gone = await openDesk()
  const file = join(gone.dataDirectory, 'lake.json')
  const note = readFileSync(file, 'utf8')
  await gone.served.close()
  writeFileSync(file, note)
  expect(await findRunningLake(gone.dataDirectory)).toBeUndefined()

  const other = await openDesk()
  writeFileSync(file, note.replace(gone.served.url, other.served.url))
  expect(await findRunningLake(gone.dataDirectory)).toBeUndefined()
})

test('a port in use is named, with the way out', async () => {
  const {lake, served} = await openDesk()
  await expect(serveLake(lake, {port: served.port, host: '127.0.0.1'})).rejects.toThrow(
    `Cannot serve the lake on 127.0.0.1:${served.port}: the port is in use; end the program that has it, or choose another with --port`,
  )
})

test('closing ends a stream of events', async () => {
  const {lake, served} = await openDesk()
  const stream = await fetch(`${served.url}/v2025-02-19/data/listen/production?query=*`, {
    headers: {authorization: `Bearer ${lake.administratorToken}`},
  })
  expect(stream.headers.get('content-type')).toContain('text/event-stream')
  const reading = stream.text()
  await served.close()
  expect(await reading).toContain('welcome')
})

async function openDesk(): Promise<TestLake> {
  const desk = await serveTestLake()
  onTestFinished(() => desk.close().catch(() => undefined))
  return desk
}
