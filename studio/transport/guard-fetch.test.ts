import {describe, expect, test} from 'vitest'

import {guardFetch} from './guard-fetch.ts'

const lake = 'http://127.0.0.1:3333'

describe('guardFetch', () => {
  test.for([
    ['lets the lake through', `${lake}/v1/ping`, `${lake}/v1/ping`],
    ['reads a path as one of the lake', '/v1/ping?tag=a', '/v1/ping?tag=a'],
    [
      "sends the project's host to the lake",
      'http://wiredesk.lake.invalid/v2021-06-07/users/me?tag=sdk',
      `${lake}/v2021-06-07/users/me?tag=sdk`,
    ],
    ['sends the placeholder to the lake', 'http://lake.invalid/v1/ping', `${lake}/v1/ping`],
    ['lets a local object through', 'blob:http://127.0.0.1:3333/1', 'blob:http://127.0.0.1:3333/1'],
  ] as const)('%s', async ([, asked, fetched]) => {
    const urls: string[] = []
    const guarded = guardFetch(lake, '6.15.0', (input) => {
      urls.push(input instanceof Request ? input.url : input.toString())
      return Promise.resolve(new Response('from the lake'))
    })

    const response = await guarded(asked)

    expect([await response.text(), urls]).toEqual(['from the lake', [fetched]])
  })

  test("keeps method, headers and body of a request for the project's host", async () => {
    const guarded = guardFetch(lake, '6.15.0', async (input, init) => {
      const request = new Request(input, init)
      const {url, method, headers} = request
      return Response.json([url, method, headers.get('authorization'), await request.text()])
    })
    const request = new Request('http://wiredesk.lake.invalid/v1/intake/batch', {
      method: 'POST',
      headers: {authorization: 'Bearer token'},
      body: 'line',
    })

    const response = await guarded(request)

    expect(await response.json()).toEqual([
      `${lake}/v1/intake/batch`,
      'POST',
      'Bearer token',
      'line',
    ])
  })

  test('tells the version check that the Studio is up to date', async () => {
    const response = await guardFetch(
      lake,
      '6.15.0',
      refuse,
    )('https://sanity-cdn.com/v1/modules/sanity/latest/%5E6.15.0/t1795000000')

    expect(await response.json()).toEqual({packageVersion: '6.15.0', latest: '6.15.0'})
  })

  test('has no feedback form', async () => {
    const guarded = guardFetch(lake, '6.15.0', refuse)

    const response = await guarded('https://api.sanity.io/vX/intake/feedback', {method: 'POST'})

    expect(response.status).toBe(404)
  })

  test.for([
    'https://www.sanity.io/',
    'https://127.0.0.1:3333/',
    'http://127.0.0.1:3334/',
    'http://evil.example.com/',
  ] as const)('refuses %s', async (url) => {
    const guarded = guardFetch(lake, '6.15.0', refuse)

    await expect(guarded(url)).rejects.toThrow(
      new TypeError(`Cannot fetch "${url}": this Studio works without the network`),
    )
  })
})

const refuse: typeof fetch = () => Promise.reject(new Error('not for the ordinary fetch'))
