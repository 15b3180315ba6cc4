import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'

import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {readEvents} from '../routes/read-events.ts'
import {serveTestLake, type TestLake} from '../serve-test-lake.ts'

const secret = 'unannounced'
let desk: TestLake
let authorization: string
let minutes: {readonly path: string; readonly _id: string}

beforeAll(async () => {
  desk = await serveTestLake()
  authorization = `Bearer ${desk.lake.administratorToken}`
  const client = desk.client(desk.lake.administratorToken)
  await client.mutate([
    {create: {_id: 'drafts.a', _type: 'note', text: secret}},
    {create: {_id: 'source.a', _type: 'note', text: secret}},
    {create: {_id: 'versions.r1.a', _type: 'note', text: secret}},
  ])
  const pointer = {_type: 'reference', _ref: 'source.a', _weak: true}
  await client.createOrReplace({_id: 'a', _type: 'note', text: 'Public', pointer})
  minutes = await client.assets.upload('file', Buffer.from('minutes'), {filename: 'minutes.txt'})
})
afterAll(() => desk.close())

const groq = (query: string, more = '') =>
  `/v1/data/query/production?returnQuery=false&query=${encodeURIComponent(query)}${more}`

const post = (path: string, body: string) =>
  desk.ask(path, {
    method: 'POST',
    headers: {authorization, 'content-type': 'application/json'},
    body,
  })

describe('without a token', () => {
  test.for([
    groq('*[_id == "a"]{"of": pointer->text}'),
    groq('*[references("source.a")]{"all": *[_id == "source.a"]}'),
    groq(`*[text match "${secret}"]`),
    groq('*', '&perspective=raw'),
    groq('*', '&perspective=drafts'),
    groq('*', '&perspective=r1,drafts'),
    '/v1/data/doc/production/drafts.a,source.a,versions.r1.a',
    '/v1/data/doc/production/a?includeAllVersions=true',
    '/v1/data/export/production',
    '/v1/data/references/production/documents/a/to',
    '/v1/data/history/production/documents/a?lastRevision=true',
    '/v1/data/history/production/transactions/drafts.a?effectFormat=mendoza',
    '/v1/data/history/production/events/documents/drafts.a',
    '/v1/wiredesk/backup',
    '/v1/projects/wiredesk',
    '/v1/datasets',
  ])('%s tells nothing of drafts and private documents', async (path) => {
    const {body} = await desk.ask(path)
    expect(body).not.toContain(secret)
  })

  test('a count or a missing id does not tell whether a hidden document exists', async () => {
    const {result} = JSON.parse((await desk.ask(groq(`count(*[text == "${secret}"])`))).body)
    const {omitted} = JSON.parse((await desk.ask('/v1/data/doc/production/drafts.a,drafts.b')).body)
    expect([result, omitted]).toEqual([
      0,
      [
        {id: 'drafts.a', reason: 'permission'},
        {id: 'drafts.b', reason: 'permission'},
      ],
    ])
  })

  test('a listener and live events hear of public documents only', async () => {
    const listener = readEvents(await fetch(`${desk.served.url}/v1/data/listen/production?query=*`))
    await listener.next()
    const live = readEvents(await fetch(`${desk.served.url}/v1/data/live/events/production`))
    await live.next()
    const client = desk.client(desk.lake.administratorToken)
    await client.patch('drafts.a').set({n: 1}).commit()
    await client.patch('a').set({n: 1}).commit({transactionId: 'tx-public'})
    expect((await listener.next()).data['documentId']).toBe('a')
    expect((await live.next()).id).toBe('tx-public')
    await Promise.all([listener.close(), live.close()])
  })

  test.for([
    `pointer->text == "${secret}"`,
    `count(*[text == "${secret}"]) > 0`,
    'defined(*[_id == "drafts.a"][0])',
  ])('the filter of a listener sees no hidden document: %s', async (hidden) => {
    const shown = `shown-${hidden.length}`
    const query = encodeURIComponent(`*[_id == "a" && (${hidden} || n == "${shown}")]`)
    const path = `${desk.served.url}/v1/data/listen/production?query=${query}`
    const listener = readEvents(await fetch(path))
    await listener.next()
    const client = desk.client(desk.lake.administratorToken)
    await client.patch('a').set({n: 1}).commit()
    const {_rev} = await client.patch('a').set({n: shown}).commit()
    expect((await listener.next()).data).toMatchObject({transactionId: _rev, transition: 'appear'})
    await listener.close()
  })

  test('the greeting of a stream names no transaction that touched nothing public', async () => {
    const client = desk.client(desk.lake.administratorToken)
    await client
      .transaction()
      .patch('a', {inc: {n: 1}})
      .commit({transactionId: 'tx-known'})
    await client
      .transaction()
      .patch('drafts.a', {inc: {n: 1}})
      .commit({transactionId: 'tx-hidden'})
    const greet = async (path: string, headers = {}) => {
      const events = readEvents(
        await fetch(`${desk.served.url}/v1/data/${path}`, {headers: {authorization, ...headers}}),
      )
      const {event, id} = await events.next()
      await events.close()
      return [event, id]
    }
    const anonymous = {authorization: ''}
    const resume = {...anonymous, 'last-event-id': 'unknown#a'}
    expect([
      await greet('listen/production?query=*', anonymous),
      await greet('listen/production?query=*&enableResume=true', resume),
      await greet('live/events/production', anonymous),
      await greet('listen/production?query=*'),
      await greet('live/events/production?includeDrafts=true'),
    ]).toEqual([
      ['welcome', 'tx-known#'],
      ['reset', 'tx-known#'],
      ['welcome', 'tx-known'],
      ['welcome', 'tx-hidden#'],
      ['welcome', 'tx-hidden'],
    ])
  })

  test('an asset is for whoever knows the hash of its bytes, and its document is public', async () => {
    const sha1 = createHash('sha1').update('minutes').digest('hex')
    expect(minutes._id).toBe(`file-${sha1}-txt`)
    expect((await desk.ask(`/${minutes.path}`)).body).toBe('minutes')
    expect((await desk.ask(`/${minutes.path.replace(sha1, '0'.repeat(40))}`)).status).toBe(404)
  })

  test('the administrator keeps the lake alone', async () => {
    const compact = await desk.ask('/v1/wiredesk/compact?days=0', {method: 'POST'})
    const backup = await desk.ask('/v1/wiredesk/backup')
    expect([compact.status, backup.status]).toEqual([401, 401])
  })
})

describe('hostile requests are refused with a sentence, and the lake goes on', () => {
  const deep = '['.repeat(1_000_000) + ']'.repeat(1_000_000)

  test.for([
    ['mutations', '/v1/data/mutate/production', `{"mutations":${deep}}`],
    ['actions', '/v1/data/actions/production', `{"actions":${deep}}`],
    ['parameters', '/v1/data/query/production', `{"query":"*","params":{"a":${deep}}}`],
  ] as const)('JSON of a million levels in %s', async ([, path, body]) => {
    const answer = await post(path, body)
    expect([answer.status, JSON.parse(answer.body).message]).toEqual([
      400,
      'Cannot read request body: it nests deeper than 100 levels',
    ])
  })

  test.for([
    ['parentheses', `${'('.repeat(1_000_000)}1${')'.repeat(1_000_000)}`],
    ['filters', `${'*['.repeat(100_000)}1${']'.repeat(100_000)}`],
    ['signs', `${'-'.repeat(1_000_000)}1`],
  ] as const)('GROQ of a million %s', async ([, query]) => {
    const answer = await post('/v1/data/query/production', JSON.stringify({query}))
    expect([answer.status, JSON.parse(answer.body).error.type]).toEqual([400, 'queryParseError'])
  })

  test('a listener whose query is long to parse', async () => {
    const query = encodeURIComponent(`*[${'1+'.repeat(2500)}1]`)
    const events = readEvents(
      await fetch(`${desk.served.url}/v1/data/listen/production?query=${query}`),
    )
    expect(await events.next()).toMatchObject({
      event: 'channelError',
      data: {error: {description: "A listener's query has at most 4000 characters, not 5004"}},
    })
  })

  test('a body that unpacks to a thousand times its size is not unpacked', async () => {
    const answer = await fetch(`${desk.served.url}/v1/data/mutate/production`, {
      method: 'POST',
      headers: {authorization, 'content-type': 'application/json', 'content-encoding': 'gzip'},
      body: gzipSync(Buffer.alloc(50_000_000, ' ')),
    })
    expect(answer.status).toBe(415)
  })

  test('an SVG that multiplies its entities, or reads a file of this machine', async () => {
    const names = Array.from({length: 10}, (_, index) => `e${index}`)
    const entities = names.map((name, index) => {
      const text = index === 0 ? 'tide' : `&${names[index - 1]};`.repeat(10)
      return `<!ENTITY ${name} "${text}">`
    })
    const bomb = `<?xml version="1.0"?><!DOCTYPE svg [${entities.join('')}]>${svg('<text>&e9;</text>')}`
    const thief = svg('<image href="file:///etc/hostname" width="9" height="9"/>')
    const client = desk.client(desk.lake.administratorToken)
    for (const copy of [bomb, thief]) {
      const uploaded = client.assets.upload('image', Buffer.from(copy), {filename: 'a.svg'})
      const drawn = await uploaded.then(
        async ({path}) => (await desk.ask(`/${path}?w=9&fm=png`)).status,
        () => 'refused',
      )
      expect(['refused', 200, 400]).toContain(drawn)
    }
    expect((await desk.ask('/v1/ping')).body).toBe('PONG')
  })

  test('JSON of a million levels for users and tokens', async () => {
    const answer = await post('/v1/wiredesk/users', deep)
    expect(answer.status).toBe(400)
  })

  test.for(['__proto__', 'constructor', 'prototype'])(
    'a document or patch with "%s" in it',
    async (name) => {
      const create = `{"mutations":[{"create":{"_type":"note","a":{"${name}":{"admin":true}}}}]}`
      const patch = `{"mutations":[{"patch":{"id":"a","set":{"a.${name}.admin":true}}}]}`
      const statuses = [
        (await post('/v1/data/mutate/production', create)).status,
        (await post('/v1/data/mutate/production', patch)).status,
      ]
      expect(statuses).toEqual([400, 400])
      expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
    },
  )

  test('parameters do not reach the prototype', async () => {
    const byGet = await desk.ask(groq('$a', '&$__proto__={"a":1}&$a=2'))
    const byPost = await post(
      '/v1/data/query/production',
      '{"query":"{\\"x\\": $a.b}","params":{"__proto__":{"b":1},"a":{}}}',
    )
    expect([byGet.status, byPost.status]).toEqual([400, 400])
    const inner = '{"query":"{\\"x\\": $a.b}","params":{"a":{"__proto__":{"b":1}}}}'
    expect(JSON.parse((await post('/v1/data/query/production', inner)).body).result).toEqual({
      x: null,
    })
  })

  test('a header is not made of a name that is asked for', async () => {
    const {headers} = await desk.ask(
      `/${minutes.path}?dl=${encodeURIComponent('a"\r\nset-cookie: x=1\r\n.txt')}`,
    )
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['content-disposition']).toBe(
      `attachment; filename*=UTF-8''a%22%0D%0Aset-cookie%3A%20x%3D1%0D%0A.txt`,
    )
  })

  test.for([
    '/files/wiredesk/production/..%2f..%2f..%2ftoken',
    '/files/wiredesk/production/../../../token',
    '/files/wiredesk/..%2f..%2flake.sqlite/x',
    '/images/wiredesk/production/..%5c..%5ctoken?w=9',
    '/images/wiredesk/production/%00',
    '/v1/../../token',
  ])('%s leads to no file of the lake', async (path) => {
    const {status, body} = await desk.ask(path)
    // What leads out of the API is a page of the Studio, which this lake has not
    expect([404, 503]).toContain(status)
    expect(body).not.toContain(desk.lake.administratorToken)
  })

  test('a file that is uploaded under the name of another', async () => {
    const client = desk.client(desk.lake.administratorToken)
    const stolen = await client.assets.upload('file', Buffer.from('mine'), {
      filename: '../../token',
    })
    expect(stolen).toMatchObject({
      path: expect.stringMatching(/^files\/wiredesk\/production\/[0-9a-f]{40}\.[a-z]+$/u),
    })
    expect(readFileSync(join(desk.dataDirectory, 'token'), 'utf8').trim()).toBe(
      desk.lake.administratorToken,
    )
  })

  test('an id, a dataset or a transaction with other characters', async () => {
    const name = encodeURIComponent('../../x\r\n')
    const transaction = '{"mutations":[],"transactionId":"a\\r\\ndata: x"}'
    const statuses = [
      (await post(`/v1/data/mutate/${name}`, '{"mutations":[]}')).status,
      (await post('/v1/data/mutate/production', transaction)).status,
    ]
    expect(statuses).toEqual([404, 400])
  })
})

function svg(content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${content}</svg>`
}
