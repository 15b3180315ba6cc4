import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

import {expect, onTestFinished, test} from 'vitest'

import {findRunningLake} from './running-lake.ts'
import {serveLake} from './serve-lake.ts'
import {serveTestLake, type TestLake} from './serve-test-lake.ts'
import type {Subscriber} from './store/dataset.ts'

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

test('an offer of HTTP/2, as Java’s client makes it, changes nothing', async () => {
  const {ask} = await openDesk()
  const headers = {'upgrade': 'h2c', 'connection': 'Upgrade, HTTP2-Settings', 'http2-settings': ''}
  const answer = await ask('/v1/data/query/production?query=1%2B1', {headers})
  expect([answer.status, JSON.parse(answer.body)]).toEqual([
    200,
    expect.objectContaining({query: '1+1', result: 2}),
  ])
})

test.for(['/data/query/production', '/vx/data/query/production', '/2025-02-19/data/doc/a/b'])(
  '%s is no page but a mistyped address of the API',
  async (path) => {
    const {ask} = await openDesk()
    const answer = await ask(path)
    expect([answer.status, JSON.parse(answer.body)]).toEqual([
      404,
      {
        statusCode: 404,
        error: 'Not Found',
        message: `Nothing is at ${path}: addresses of the API begin with a version, as in /v2025-02-19/data/query/production`,
      },
    ])
  },
)

test.for([
  ['POST', '/v1/auth/login/local'],
  ['PUT', '/v1/users/me/keyvalue'],
  ['PUT', '/v1/datasets/other'],
  ['POST', '/v1/wiredesk/tokens'],
] as const)('%s %s takes no body without an end', async ([method, path]) => {
  const {ask, lake} = await openDesk()
  const headers = {
    'authorization': `Bearer ${lake.administratorToken}`,
    'content-type': 'application/x-www-form-urlencoded',
    'transfer-encoding': 'chunked',
  }
  const answer = await ask(path, {method, headers, body: 'x'.repeat(6_000_000)})
  expect(answer.status).toBe(413)
})

test('HEAD is told what GET would be, and leaves nothing open behind', async () => {
  const {ask, lake, dataDirectory} = await openDesk()
  const dataset = lake.store.dataset('production')
  const {subscribe} = dataset
  let listening = 0
  Object.assign(dataset, {
    subscribe(subscriber: Subscriber) {
      const stop = subscribe(subscriber)
      listening++
      return () => {
        listening--
        stop()
      }
    },
  })
  const headers = {authorization: `Bearer ${lake.administratorToken}`}
  const answers = []
  for (const path of ['wiredesk/backup', 'data/listen/production?query=*']) {
    const {status, headers: got, body} = await ask(`/v1/${path}`, {method: 'HEAD', headers})
    answers.push([status, got['content-type'], body])
  }
  expect(answers).toEqual([
    [200, 'application/vnd.sqlite3', ''],
    [200, 'text/event-stream; charset=utf-8', ''],
  ])
  await expect
    .poll(() => [listening, readdirSync(join(dataDirectory, 'outgoing'))])
    .toEqual([0, []])
})

test('a fault that nobody can do anything about is told to whoever runs the lake', async () => {
  const told: string[] = []
  const desk = await serveTestLake({report: ({message}) => told.push(message)})
  onTestFinished(() => desk.close())
  const client = desk.client(desk.lake.administratorToken)
  await client.create({_id: 'a', _type: 'note'})
  desk.lake.store.database.exec(`UPDATE documents SET json = '{"_id":"a"}'`)
  const answer = await desk.ask('/v1/data/doc/production/a')
  const fault = 'Cannot read stored document: "_id" or "_type" is missing in {"_id":"a"}'
  expect([answer.status, JSON.parse(answer.body).message, told]).toEqual([
    500,
    `Cannot answer GET /v1/data/doc/production/a: ${fault}`,
    [fault],
  ])
})

async function openDesk(): Promise<TestLake> {
  const desk = await serveTestLake()
  onTestFinished(() => desk.close().catch(() => undefined))
  return desk
}
