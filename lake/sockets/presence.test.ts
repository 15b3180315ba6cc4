import {once} from 'node:events'

import {afterAll, beforeAll, expect, test} from 'vitest'
import {WebSocket} from 'ws'

import {createToken} from '../access/tokens.ts'
import {addUser} from '../access/users.ts'
import {serveTestLake, type TestLake} from '../serve-test-lake.ts'
import {messageText} from './message.ts'

let desk: TestLake
let annsToken = ''

beforeAll(async () => {
  desk = await serveTestLake()
  const {database} = desk.lake.store
  addUser(database, {id: 'ann', name: 'Ann Reyes'}, new Date())
  annsToken = createToken(database, {userId: 'ann', label: ''}, new Date()).token
})
afterAll(() => desk.close())

test('two users of a dataset see where the other is, and when they leave', async () => {
  const chief = await connect(desk.lake.administratorToken)
  const ann = await connect(annsToken)
  const elsewhere = await connect(annsToken, 'staging')
  const subscription = await call(chief, 'presence_subscribe')
  await call(elsewhere, 'presence_subscribe')
  const heard: unknown[] = []
  chief.on('message', (data) => {
    const message = JSON.parse(messageText(data))
    if (message.method === 'presence_subscription') heard.push(message.params)
  })

  const locations = [{type: 'document', documentId: 'article-1', path: ['headline']}]
  await call(ann, 'presence_rollcall', {session: 's1'})
  await call(ann, 'presence_announce', {data: {sessionId: 's1', locations}})
  ann.close()
  await expect
    .poll(() => heard)
    .toEqual([
      {subscription, result: {type: 'rollCall', i: 'ann', session: 's1'}},
      {subscription, result: {type: 'state', i: 'ann', m: {sessionId: 's1', locations}}},
      {subscription, result: {type: 'disconnect', i: 'ann', m: {session: 's1'}}},
    ])
})

test('nobody is heard or hears before they show a good token', async () => {
  const stranger = await connect()
  const refused = {error: {code: 4001, message: 'Unauthorized: show a token first'}}
  expect(await answer(stranger, 'presence_subscribe')).toMatchObject(refused)
  expect(await answer(stranger, 'presence_announce', {data: {sessionId: 's'}})).toMatchObject(
    refused,
  )
  expect(await answer(stranger, 'authorization', {authorization: 'Bearer x'})).toMatchObject({
    error: {code: 4001, message: 'Unauthorized: the token is unknown'},
  })
})

test('a heartbeat is answered, an unknown method and nonsense are refused', async () => {
  const socket = await connect(annsToken)
  socket.send('♥')
  const [data] = await once(socket, 'message')
  expect(messageText(data)).toBe('♥')
  expect(await answer(socket, 'presence_dance')).toMatchObject({error: {code: -32601}})
  socket.send('nonsense')
  const [code] = await once(socket, 'close')
  expect(code).toBe(1007)
})

async function connect(token?: string, dataset = 'production'): Promise<WebSocket> {
  const socket = new WebSocket(
    `${desk.served.url.replace('http', 'ws')}/v2022-06-30/socket/${dataset}`,
  )
  await once(socket, 'open')
  if (token !== undefined) await call(socket, 'authorization', {authorization: `Bearer ${token}`})
  return socket
}

async function call(socket: WebSocket, method: string, params = {}): Promise<unknown> {
  return (await answer(socket, method, params)).result
}

function answer(
  socket: WebSocket,
  method: string,
  params = {},
): Promise<{readonly result?: unknown; readonly error?: unknown}> {
  const id = `${method}-${Math.random()}`
  const {promise, resolve} = Promise.withResolvers<{readonly result?: unknown}>()
  const listen = (data: Buffer) => {
    const message = JSON.parse(messageText(data))
    if (message.id !== id) return
    socket.off('message', listen)
    resolve(message)
  }
  socket.on('message', listen)
  socket.send(JSON.stringify({jsonrpc: '2.0', method, params: {...params, apiVersion: 'v1'}, id}))
  return promise
}
