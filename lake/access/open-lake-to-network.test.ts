import {expect, onTestFinished, test} from 'vitest'

import {serveTestLake} from '../serve-test-lake.ts'

test('a lake that other machines can reach says so, and answers nothing without a token', async () => {
  const desk = await serveTestLake({host: '0.0.0.0'})
  onTestFinished(() => desk.close())
  expect(desk.served.notice).toBe(
    'This lake listens on 0.0.0.0: other machines can reach it, so every request needs a token, reading too',
  )
  const query = '/v2025-02-19/data/query/production?query=*'
  const authorization = `Bearer ${desk.lake.administratorToken}`
  const asked = async (path: string, headers: Record<string, string> = {}) =>
    (await desk.ask(path, {headers: {host: 'desk.lan', ...headers}})).status
  expect(await asked(query)).toBe(401)
  expect(await asked(query.replace('/v', '/%76'))).toBe(401)
  expect(await asked(query, {authorization})).toBe(200)
  expect(await asked(query, {authorization, origin: 'http://desk.lan'})).toBe(200)
  expect(await asked(query, {authorization, origin: 'http://evil.lan'})).toBe(403)
  expect(await asked('/v1/users/me')).toBe(200)
})
