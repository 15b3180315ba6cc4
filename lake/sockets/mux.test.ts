import {once} from 'node:events'

import {afterEach, beforeEach, expect, test} from 'vitest'
import {WebSocket, WebSocketServer} from 'ws'

import {messageText} from './message.ts'
import {carryStreams, type MuxOptions} from './mux.ts'

let server: WebSocketServer
let requests: Request[] = []

beforeEach(() => {
  requests = []
})
afterEach(() => {
  for (const client of server.clients) client.terminate()
  server.close()
})

test('streams share a socket and keep apart', async () => {
  const socket = await connect({fetch: async (request) => answer(request, ['one €', 'two'])})
  const messages = collect(socket)
  open(socket, 1, '/v1/data/listen/production?query=*', {
    'authorization': 'Bearer t',
    'last-event-id': 'tx#a',
    'cookie': 'x=1',
  })
  open(socket, 2, '/vX/data/live/events/production')
  await expect.poll(() => messages.length).toBe(8)
  const head = {status: 200, headers: {'content-type': 'text/event-stream'}}
  const expected = (id: number) => [
    {id, head},
    {id, chunk: 'one €'},
    {id, chunk: 'two'},
    {id, end: 1},
  ]
  expect(messages.filter(({id}) => id === 1)).toEqual(expected(1))
  expect(messages.filter(({id}) => id === 2)).toEqual(expected(2))
  expect(Object.fromEntries(requests[0]?.headers ?? [])).toEqual({
    'authorization': 'Bearer t',
    'last-event-id': 'tx#a',
  })
})

test('closing a stream cancels its request and says nothing more', async () => {
  const cancelled = Promise.withResolvers<string>()
  const socket = await connect({
    fetch: async () =>
      new Response(
        new ReadableStream({
          start: (controller) => controller.enqueue(new TextEncoder().encode(':')),
          cancel: () => cancelled.resolve('cancelled'),
        }),
      ),
  })
  open(socket, 1, '/v1/data/listen/production')
  await once(socket, 'message')
  socket.send(JSON.stringify({op: 'close', id: 1}))
  expect(await cancelled.promise).toBe('cancelled')
})

test('losing the socket cancels every stream', async () => {
  const cancelled = Promise.withResolvers<string>()
  const socket = await connect({
    fetch: async () =>
      new Response(new ReadableStream({cancel: () => cancelled.resolve('cancelled')})),
  })
  open(socket, 1, '/v1/data/listen/production')
  await once(socket, 'message')
  socket.terminate()
  expect(await cancelled.promise).toBe('cancelled')
})

test('a socket that does not read is cut', async () => {
  const chunk = new Uint8Array(256 * 1024).fill(0x20)
  const socket = await connect({
    mostWaiting: 1024 * 1024,
    fetch: async () =>
      new Response(new ReadableStream({pull: (controller) => controller.enqueue(chunk)})),
  })
  socket.pause()
  open(socket, 1, '/v1/data/listen/production')
  const [accepted] = server.clients
  if (accepted === undefined) throw new Error('no socket')
  const [code] = await once(accepted, 'close')
  expect(code).toBe(1006)
})

test.for([
  ['no JSON', 'x'],
  ['an unknown operation', '{"op":"write","id":1}'],
  ['a path that is no stream', '{"op":"open","id":1,"path":"/v1/data/query/production"}'],
  ['another host', '{"op":"open","id":1,"path":"//evil.example/v1/data/listen/x"}'],
  [
    'a token that no header can hold',
    String.raw`{"op":"open","id":1,"path":"/v1/data/listen/production","headers":{"authorization":"Bearer \n"}}`,
  ],
  [
    'a token that is no text',
    '{"op":"open","id":1,"path":"/v1/data/listen/production","headers":{"authorization":7}}',
  ],
  ['a way up', '{"op":"open","id":1,"path":"/v1/data/listen/../../users/me"}'],
] as const)('%s closes the socket', async ([, message]) => {
  const socket = await connect({fetch: async (request) => answer(request, [])})
  socket.send(message)
  const [code] = await once(socket, 'close')
  expect([code, requests]).toEqual([1008, []])
})

async function connect(options: MuxOptions): Promise<WebSocket> {
  server = new WebSocketServer({port: 0, host: '127.0.0.1'})
  server.on('connection', (socket) => carryStreams(socket, options))
  await once(server, 'listening')
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const socket = new WebSocket(`ws://127.0.0.1:${port}`)
  await once(socket, 'open')
  return socket
}

function answer(request: Request, chunks: readonly string[]): Response {
  requests.push(request)
  const bytes = chunks.map((chunk) => new TextEncoder().encode(chunk))
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = bytes.shift()
      if (next) controller.enqueue(next)
      else controller.close()
    },
  })
  return new Response(body, {headers: {'content-type': 'text/event-stream'}})
}

function open(socket: WebSocket, id: number, path: string, headers = {}): void {
  socket.send(JSON.stringify({op: 'open', id, path, headers}))
}

function collect(socket: WebSocket): {readonly id: number}[] {
  const messages: {readonly id: number}[] = []
  socket.on('message', (data) => messages.push(JSON.parse(messageText(data))))
  return messages
}
