import {afterAll, beforeAll, expect, test} from 'vitest'

import {serveTestLake, type TestLake} from '../serve-test-lake.ts'

let desk: TestLake
let clock = Date.parse('2026-11-23T09:00:00Z')
const minute = 60_000

beforeAll(async () => {
  desk = await serveTestLake({now: () => new Date(clock)})
})
afterAll(() => desk.close())

test('a bare visit is nobody', async () => {
  const me = await desk.ask('/v2021-06-07/users/me')
  expect([me.status, me.body]).toEqual([200, '{}'])
  const id = await desk.ask('/vX/auth/id')
  expect([id.status, JSON.parse(id.body).errorCode]).toEqual([401, 'SIO-401-ANF'])
})

test('the Studio signs in with a token of the terminal and out again', async () => {
  const {providers} = JSON.parse((await desk.ask('/v1/auth/providers')).body)
  const back = `${desk.served.url}/structure`
  const page = new URL(providers[0].url)
  page.searchParams.set('origin', back)
  const shown = await desk.ask(page.pathname + page.search)
  expect(shown.status).toBe(200)
  expect(shown.body).toContain('<label for="token">')
  expect(shown.headers['content-security-policy']).toContain("default-src 'none'")

  const answer = await submit(desk.lake.administratorToken, back)
  expect(answer.status).toBe(303)
  const [place, sid] = String(answer.headers.location).split('#sid=')
  expect([place, sid?.length]).toEqual([back, 32])
  const fetched = await desk.ask(`/v1/auth/fetch?sid=${sid}`)
  const {token} = JSON.parse(fetched.body)
  expect((await desk.ask(`/v1/auth/fetch?sid=${sid}`)).status).toBe(401)

  const headers = {authorization: `Bearer ${token}`}
  expect(JSON.parse((await desk.ask('/v1/auth/id', {headers})).body)).toEqual({
    id: 'administrator',
    expiry: new Date(clock + 30 * 24 * 60 * minute).toISOString(),
  })
  await desk.ask('/v1/auth/logout', {method: 'POST', headers})
  expect((await desk.ask('/v1/users/me', {headers})).status).toBe(401)
})

test('what is no address and what is no form are the caller’s fault', async () => {
  const page = await desk.ask('/v1/auth/login/local?origin=http%3A%2F%2F%5B')
  expect(page.status).toBe(400)
  const headers = {'content-type': 'application/json'}
  const form = await desk.ask('/v1/auth/login/local', {method: 'POST', headers, body: '{}'})
  expect([form.status, JSON.parse(form.body).message]).toEqual([
    400,
    expect.stringContaining('Cannot sign in: the body is no form'),
  ])
})

test('signing out does not end the token of the file', async () => {
  const headers = {authorization: `Bearer ${desk.lake.administratorToken}`}
  await desk.ask('/v1/auth/logout', {method: 'POST', headers})
  expect((await desk.ask('/v1/users/me', {headers})).status).toBe(200)
})

test('a wrong token stays at the form, which says so', async () => {
  const answer = await submit('wd-nonsense', `${desk.served.url}/"><script>`)
  expect([answer.status, answer.headers.location]).toEqual([401, undefined])
  expect(answer.body).toContain('<p role="alert"><strong>This token is not known here.')
  expect(answer.body).not.toContain('<script>')
})

test.for(['https://evil.example/', '//evil.example', 'javascript:alert(1)'])(
  'the session is not handed to %s',
  async (origin) => {
    const answer = await submit(desk.lake.administratorToken, origin)
    expect([answer.status, answer.headers.location]).toEqual([400, undefined])
  },
)

test('a sign-in that is not fetched within a minute is void', async () => {
  const answer = await submit(desk.lake.administratorToken, desk.served.url)
  const sid = String(answer.headers.location).split('#sid=')[1]
  clock += minute + 1
  expect((await desk.ask(`/v1/auth/fetch?sid=${sid}`)).status).toBe(401)
})

function submit(token: string, origin: string) {
  return desk.ask('/v1/auth/login/local', {
    method: 'POST',
    headers: {'content-type': 'application/x-www-form-urlencoded'},
    body: new URLSearchParams({token, origin}).toString(),
  })
}
