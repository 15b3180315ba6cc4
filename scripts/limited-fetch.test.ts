import {once} from 'node:events'
import {createServer} from 'node:http'

import {afterEach, beforeEach, expect, test} from 'vitest'

import {limitedFetch} from './limited-fetch.ts'

/** A lake that is away: it breaks each connection. */
let asked = 0
let stop: AbortController
const server = createServer((request) => {
  asked += 1
  request.socket.destroy()
  if (asked === 2) stop.abort()
})
let url: string

beforeEach(async () => {
  asked = 0
  stop = new AbortController()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})
afterEach(async () => {
  server.close()
  await once(server, 'close')
})

test('who stops a command does not wait for a lake that is away', async () => {
  const limited = limitedFetch(fetch, {retries: 1000, stop: stop.signal})

  await expect(limited(url)).rejects.toThrow(`Cannot reach "${url}": `)
  expect(asked).toBe(2)
})

test('what is asked after that is tried once', async () => {
  stop.abort()
  const limited = limitedFetch(fetch, {retries: 1000, stop: stop.signal})

  await expect(limited(url)).rejects.toThrow(`Cannot reach "${url}": `)
  expect(asked).toBe(1)
})
