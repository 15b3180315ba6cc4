import {once} from 'node:events'
import type {AddressInfo} from 'node:net'

import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {type WebSocket as ServerSocket, WebSocketServer} from 'ws'

import {createMuxFetch} from './mux-fetch.ts'

let server: WebSocketServer
let lake: string
let paths: string[]

beforeEach(async () => {
  server = new WebSocketServer({port: 0, host: '127.0.0.1'})
  await once(server, 'listening')
  lake = `http://127.0.0.1:${address(server).port}`
  paths = []
  server.on('connection', (_socket, request) => paths.push(request.url ?? ''))
})

afterEach(async () => {
  for (const socket of server.clients) socket.terminate()
  server.close()
  await once(server, 'close')
})

describe('createMuxFetch', () => {
  test('carries two streams over one socket and keeps them apart', async () => {
    const muxFetch = createMuxFetch(lake, refuse)
    const first = muxFetch(`${lake}/v1/data/listen/production?query=a`, {
      headers: {'Last-Event-ID': 'tx-1#drafts.a'},
    })
    const second = muxFetch(`${lake}/vX/data/live/events/production`)
    const socket = await connection()
    const opened = await received(socket, 2)
    socket.send(JSON.stringify({id: 1, head: {status: 200, headers: {'x-lake': 'one'}}}))
    socket.send(JSON.stringify({id: 2, head: {status: 403, headers: {}}}))
    socket.send(JSON.stringify({id: 1, chunk: 'event: wel'}))
    socket.send(JSON.stringify({id: 2, chunk: 'refused'}))
    socket.send(JSON.stringify({id: 1, chunk: 'come\n\n'}))
    socket.send(JSON.stringify({id: 2, end: 1}))
    socket.send(JSON.stringify({id: 1, end: 1}))

    const [one, two] = await Promise.all([first, second])

    expect(opened).toEqual([
      {
        op: 'open',
        id: 1,
        path: '/v1/data/listen/production?query=a',
        headers: {'last-event-id': 'tx-1#drafts.a'},
      },
      {op: 'open', id: 2, path: '/vX/data/live/events/production', headers: {}},
    ])
    expect(paths).toEqual(['/__mux'])
    expect([one.status, one.headers.get('x-lake'), await one.text()]).toEqual([
      200,
      'one',
      'event: welcome\n\n',
    ])
    expect([two.status, await two.text()]).toEqual([403, 'refused'])
  })

  test.for([
    ['a query', '/v1/data/query/production?query=*'],
    ['a path that only mentions listening', '/v1/projects/wiredesk/data/listen/x'],
  ] as const)('leaves %s to the ordinary fetch', async ([, path]) => {
    const muxFetch = createMuxFetch(lake, () => Promise.resolve(new Response('plain')))

    const response = await muxFetch(lake + path)

    expect([await response.text(), paths]).toEqual(['plain', []])
  })

  test('leaves the listener of another host to the ordinary fetch', async () => {
    const muxFetch = createMuxFetch(lake, () => Promise.resolve(new Response('plain')))

    const response = await muxFetch('https://wiredesk.example.com/v1/data/listen/production')

    expect([await response.text(), paths]).toEqual(['plain', []])
  })

  test('fails open and waiting streams when the socket is lost, and opens the next one anew', async () => {
    const muxFetch = createMuxFetch(lake, refuse)
    const begun = muxFetch(`${lake}/v1/data/listen/production`)
    const waiting = muxFetch(`${lake}/v1/data/listen/production`)
    const socket = await connection()
    await received(socket, 2)
    socket.send(JSON.stringify({id: 1, head: {status: 200, headers: {}}}))
    const body = (await begun).text()
    socket.terminate()

    const lost = `Cannot go on with the events of "${lake}": the connection is lost`
    await Promise.all([
      expect(body).rejects.toThrow(new TypeError(lost)),
      expect(waiting).rejects.toThrow(new TypeError(lost)),
    ])

    const again = muxFetch(`${lake}/v1/data/listen/production`)
    const next = await connection()
    await received(next, 1)
    next.send(JSON.stringify({id: 3, head: {status: 200, headers: {}}}))
    next.send(JSON.stringify({id: 3, end: 1}))

    expect((await again).status).toBe(200)
  })

  test('tells the lake when the reader aborts or cancels', async () => {
    const muxFetch = createMuxFetch(lake, refuse)
    const abort = new AbortController()
    const aborted = muxFetch(`${lake}/v1/data/listen/production`, {signal: abort.signal})
    const cancelled = muxFetch(`${lake}/v1/data/listen/production`)
    const socket = await connection()
    await received(socket, 2)
    const closed = received(socket, 2)
    socket.send(JSON.stringify({id: 2, head: {status: 200, headers: {}}}))
    await (await cancelled).body?.cancel()
    abort.abort()

    await expect(aborted).rejects.toMatchObject({name: 'AbortError'})
    expect(await closed).toEqual([
      {op: 'close', id: 2},
      {op: 'close', id: 1},
    ])
  })

  test('opens nothing for a request that was aborted before', async () => {
    const muxFetch = createMuxFetch(lake, refuse)
    const request = muxFetch(`${lake}/v1/data/listen/production`, {signal: AbortSignal.abort()})

    await expect(request).rejects.toMatchObject({name: 'AbortError'})
    expect(paths).toEqual([])
  })
})

const refuse: typeof fetch = () => Promise.reject(new Error('not for the ordinary fetch'))

async function connection(): Promise<ServerSocket> {
  const open = [...server.clients].find((client) => client.readyState === client.OPEN)
  if (open !== undefined) return open
  const [socket]: ServerSocket[] = await once(server, 'connection')
  if (socket === undefined) throw new Error('The server told of a connection without its socket')
  return socket
}

/** The next `count` messages that the lake receives. */
function received(socket: ServerSocket, count: number): Promise<unknown[]> {
  const {promise, resolve} = Promise.withResolvers<unknown[]>()
  const messages: unknown[] = []
  const onMessage = (data: Buffer) => {
    messages.push(JSON.parse(data.toString('utf8')))
    if (messages.length < count) return
    socket.off('message', onMessage)
    resolve(messages)
  }
  socket.on('message', onMessage)
  return promise
}

function address(listening: WebSocketServer): AddressInfo {
  const bound = listening.address()
  if (bound === null || typeof bound === 'string') throw new Error('The server has no port')
  return bound
}
