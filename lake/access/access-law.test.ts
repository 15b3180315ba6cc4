import {once} from 'node:events'

import {afterAll, beforeAll, expect, test} from 'vitest'
import {WebSocket} from 'ws'

import {serveTestLake, type TestLake} from '../serve-test-lake.ts'
import {addOrigin} from './origins.ts'
import {createToken} from './tokens.ts'

const query = `/v2025-02-19/data/query/production?query=${encodeURIComponent('*[_type == "article"]._id')}`
const everything = `/v2025-02-19/data/query/production?perspective=raw&query=${encodeURIComponent('*._id')}`
const mutate = '/v2025-02-19/data/mutate/production'
const website = 'https://paper.example'
let desk: TestLake

beforeAll(async () => {
  desk = await serveTestLake()
  addOrigin(desk.lake.store.database, website, new Date())
  await desk
    .client(desk.lake.administratorToken)
    .transaction()
    .create({_id: 'article-1', _type: 'article'})
    .create({_id: 'drafts.article-2', _type: 'article'})
    .create({_id: 'source.1', _type: 'sourceText'})
    .commit()
})

afterAll(() => desk.close())

test('without a token, published and undotted documents are all there is', async () => {
  const anonymous = desk.client()
  expect(await anonymous.fetch('*._id', {}, {perspective: 'raw'})).toEqual(['article-1'])
  expect(await anonymous.getDocument('article-1')).toMatchObject({_id: 'article-1'})
  expect(await anonymous.getDocument('source.1')).toBeUndefined()
  expect(await anonymous.getDocument('drafts.article-2')).toBeUndefined()
})

test('with a token, a user reads everything', async () => {
  const user = desk.client(desk.lake.administratorToken)
  expect(await user.fetch('*._id', {}, {perspective: 'raw'})).toEqual([
    'article-1',
    'drafts.article-2',
    'source.1',
  ])
})

test('without a token nobody writes', async () => {
  const body = JSON.stringify({mutations: [{create: {_type: 'article'}}]})
  const headers = {'content-type': 'application/json'}
  const answers = [
    await desk.ask(mutate, {method: 'POST', headers, body}),
    await desk.ask('/v1/data/actions/production', {
      method: 'POST',
      headers,
      body: '{"actions":[]}',
    }),
    await desk.ask('/v1/assets/files/production', {method: 'POST', body: 'x'}),
    await desk.ask('/v1/users/me/keyvalue', {method: 'PUT', headers, body: '[]'}),
  ]
  expect(answers.map(({status}) => status)).toEqual([401, 401, 401, 401])
})

test('a bad token is a 401 that ends the session, not an anonymous reader', async () => {
  const answer = await desk.ask(query, {headers: {authorization: 'Bearer nonsense'}})
  expect(answer.status).toBe(401)
  expect(JSON.parse(answer.body)).toEqual({
    statusCode: 401,
    error: 'Unauthorized',
    message:
      'Session not found: the token is unknown or revoked; `wiredesk start` prints the link to sign in',
    errorCode: 'SIO-401-ANF',
  })
})

test('an expired token says so', async () => {
  const {token} = createToken(
    desk.lake.store.database,
    {userId: 'administrator', label: 'old', expiresAt: '2020-01-01T00:00:00Z'},
    new Date(),
  )
  const answer = await desk.ask(query, {headers: {authorization: `Bearer ${token}`}})
  expect([answer.status, JSON.parse(answer.body).errorCode]).toEqual([401, 'SIO-401-AEX'])
})

test('a foreign host is refused before anything is looked at', async () => {
  const answer = await desk.ask(query, {headers: {host: 'evil.example'}})
  expect(answer.status).toBe(403)
  expect(JSON.parse(answer.body)).toEqual({
    statusCode: 403,
    error: 'Forbidden',
    message: `Refused: Host "evil.example" is not this lake: use http://localhost:${desk.served.port} or http://127.0.0.1:${desk.served.port}`,
  })
})

test.for(['https://evil.example', 'null', 'http://localhost:1'])(
  'a page of %s neither reads nor writes, even with a token',
  async (origin) => {
    const authorization = `Bearer ${desk.lake.administratorToken}`
    const read = await desk.ask(query, {headers: {origin, authorization}})
    const write = await desk.ask(mutate, {
      method: 'POST',
      headers: {origin, authorization, 'content-type': 'text/plain'},
      body: '{"mutations":[]}',
    })
    const preflight = await desk.ask(mutate, {method: 'OPTIONS', headers: {origin}})
    expect([read.status, write.status, preflight.status]).toEqual([403, 403, 403])
    expect(read.headers['access-control-allow-origin']).toBeUndefined()
  },
)

test('a page of an added origin reads published documents, without credentials', async () => {
  const answer = await desk.ask(everything, {headers: {origin: website}})
  expect(JSON.parse(answer.body).result).toEqual(['article-1'])
  expect(answer.headers['access-control-allow-origin']).toBe(website)
  expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
  expect(answer.headers.vary).toContain('Origin')
})

test('a page of an added origin writes nothing and brings no token', async () => {
  const headers = {origin: website}
  const authorization = `Bearer ${desk.lake.administratorToken}`
  const answers = [
    await desk.ask(mutate, {method: 'POST', headers, body: '{"mutations":[]}'}),
    await desk.ask(query, {headers: {...headers, authorization}}),
    await desk.ask('/v1/users/me', {headers}),
    await desk.ask('/v1/auth/providers', {headers}),
  ]
  expect(answers.map(({status}) => status)).toEqual([403, 403, 403, 403])
})

test('the preflight of an added origin does not let a token through', async () => {
  const {status, headers} = await desk.ask(query, {method: 'OPTIONS', headers: {origin: website}})
  expect(status).toBe(204)
  expect(headers['access-control-allow-headers']).not.toContain('authorization')
})

test.for([
  [website, 'cross-origin'],
  ['https://evil.example', 'same-site'],
] as const)('a picture on a page of %s is for %s', async ([page, policy]) => {
  const client = desk.client(desk.lake.administratorToken)
  const {path} = await client.assets.upload('file', Buffer.from('quay'), {filename: 'quay.txt'})
  const headers = {
    'referer': `${page}/`,
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'no-cors',
  }
  const answer = await desk.ask(`/${path}`, {headers})
  expect([answer.body, answer.headers['cross-origin-resource-policy']]).toEqual(['quay', policy])
})

test('a browser lets @sanity/client on a page of an added origin send what it sends', async () => {
  const sent = new Set<string>()
  const client = desk.client(undefined, {
    resolveFetch: () => (input, init) => {
      for (const name of new Headers(init?.headers).keys()) sent.add(name)
      return fetch(input, init)
    },
  })
  await client.fetch('*[0]')
  await client.fetch('*[_id in $ids]', {ids: Array.from({length: 2000}, (_, n) => `id-${n}`)})
  await client.getDocument('a')
  const {headers} = await desk.ask(query, {method: 'OPTIONS', headers: {origin: website}})
  const allowed = String(headers['access-control-allow-headers']).split(', ')
  // What a page may always send, and what the client sends under Node alone.
  const always = ['accept', 'user-agent']
  expect([...sent].filter((name) => ![...allowed, ...always].includes(name))).toEqual([])
  expect(sent).toContain('x-sanity-project-id')
})

test.for(['/__mux', '/v2022-06-30/socket/production'])(
  'a foreign page opens no socket at %s',
  async (path) => {
    const address = `${desk.served.url.replace('http', 'ws')}${path}`
    const faults = await Promise.all(
      ['https://evil.example', website, 'null'].map(async (origin) => {
        const [error] = await once(new WebSocket(address, {origin}), 'error')
        return String(error)
      }),
    )
    expect(faults).toEqual(faults.map(() => 'Error: Unexpected server response: 403'))
    const own = new WebSocket(address, {origin: desk.served.url})
    await once(own, 'open')
    own.terminate()
  },
)

test.for([
  '/images/wiredesk/production/../../../token',
  '/images/wiredesk/production/..%2f..%2f..%2ftoken',
  '/files/wiredesk/production/%2e%2e%2f%2e%2e%2ftoken',
  '/files/../token',
  '/../lake.sqlite',
  '/%2e%2e/token',
  '/..%5ctoken',
  '/token',
])('%s gives no file away', async (path) => {
  const {status, body} = await desk.ask(path)
  expect(body).not.toContain(desk.lake.administratorToken)
  expect([400, 404, 503]).toContain(status)
})

test('an unknown endpoint is a 404 that a browser test can see', async () => {
  const answer = await desk.ask('/vX/no/such/thing')
  expect(answer.status).toBe(404)
  expect(answer.headers['x-wiredesk-unknown-endpoint']).toBe('1')
  expect(JSON.parse(answer.body).message).toBe('This lake has no GET /vX/no/such/thing')
  const known = await desk.ask('/vX/ping')
  expect(known.headers['x-wiredesk-unknown-endpoint']).toBeUndefined()
})
