import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterAll, beforeAll, expect, test} from 'vitest'

import {createStudioFiles} from './studio-files.ts'

const directory = mkdtempSync(join(tmpdir(), 'wiredesk-'))
const studio = join(directory, 'studio')
const page = '<!doctype html><title>desk</title>'

beforeAll(() => {
  mkdirSync(join(studio, 'assets'), {recursive: true})
  writeFileSync(join(directory, 'token'), 'secret')
  writeFileSync(join(studio, 'index.html'), page)
  writeFileSync(join(studio, 'favicon.svg'), '<svg/>')
  writeFileSync(join(studio, '.hidden'), 'secret')
  writeFileSync(join(studio, 'assets', 'main-DqKf8Xc1.js'), 'export {}')
  writeFileSync(join(studio, 'assets', 'desk-DqKf8Xc1.js'), 'export const desk = 1')
  writeFileSync(join(studio, 'assets', 'desk-DqKf8Xc1.js.gz'), 'packed')
})
afterAll(() => rmSync(directory, {recursive: true}))

test.for([
  ['/', 'text/html; charset=utf-8', 'no-cache', page],
  ['/structure/article;article-1', 'text/html; charset=utf-8', 'no-cache', page],
  ['/favicon.svg', 'image/svg+xml', 'no-cache', '<svg/>'],
  [
    '/assets/main-DqKf8Xc1.js',
    'text/javascript; charset=utf-8',
    'public, max-age=31536000, immutable',
    'export {}',
  ],
] as const)('%s is served as %s', async ([path, type, caching, body]) => {
  const answer = await ask(path)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe(type)
  expect(answer.headers.get('cache-control')).toBe(caching)
  expect(await answer.text()).toBe(body)
})

test('nothing but the lake itself is reached from the page', async () => {
  const {headers} = await ask('/')
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self' data:; connect-src 'self' ws://localhost:3333; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  )
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('same-origin')
})

test.for([
  ['a browser that takes gzip', {'accept-encoding': 'gzip, deflate, br'}, 'gzip', 'packed'],
  ['one that does not', {'accept-encoding': 'identity'}, null, 'export const desk = 1'],
  ['one that asks for a part', {'accept-encoding': 'gzip', 'range': 'bytes=0-5'}, null, 'export'],
] as const)('a script with a packed copy: %s', async ([, headers, encoding, body]) => {
  const request = new Request('http://localhost:3333/assets/desk-DqKf8Xc1.js', {headers})
  const answer = await createStudioFiles(studio).fetch(request)
  expect(answer.headers.get('content-encoding')).toBe(encoding)
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(answer.headers.get('vary')).toBe('accept-encoding')
  expect(await answer.text()).toBe(body)
})

test('a script that is gone is not answered with the page', async () => {
  expect((await ask('/assets/old-AAAAAAAA.js')).status).toBe(404)
})

test.for(['/.hidden', '/assets/..%2f..%2ftoken', '/%2e%2e/token', '/..%5ctoken', '/%00', '/%E0'])(
  '%s gives nothing away',
  async (path) => {
    expect(await (await ask(path)).text()).not.toContain('secret')
  },
)

test('a lake without a Studio says how to get one', async () => {
  const unbuilt = await ask('/', join(directory, 'missing'))
  expect([unbuilt.status, await unbuilt.text()]).toEqual([
    503,
    'The Studio is not built. Build it with `npm run build`, then load this page again.\n',
  ])
  const none = createStudioFiles(undefined)
  const answer = await none.fetch(new Request('http://localhost:3333/'))
  expect([answer.status, await answer.text()]).toEqual([
    503,
    'This lake is served without a Studio. `npm start` serves both.\n',
  ])
})

async function ask(path: string, from = studio): Promise<Response> {
  return createStudioFiles(from).fetch(new Request(`http://localhost:3333${path}`))
}
