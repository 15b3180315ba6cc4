import {chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {expect, onTestFinished, test} from 'vitest'

import {openAdministratorToken} from './administrator-token.ts'
import {openTestDatabase} from './open-test-database.ts'
import {judgeToken, listTokens, revokeToken} from './tokens.ts'

const now = new Date('2026-11-23T09:00:00Z')
const administrator = {type: 'user', userId: 'administrator'}

test('the first start makes a token that only its owner can read; the next one finds it', () => {
  const directory = temporaryDirectory()
  const database = openTestDatabase()
  const token = openAdministratorToken(database, directory, now)
  const file = join(directory, 'token')
  expect(readFileSync(file, 'utf8')).toBe(`${token}\n`)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(judgeToken(database, token, now)).toEqual(administrator)
  expect(openAdministratorToken(database, directory, now)).toBe(token)
  expect(listTokens(database)).toHaveLength(1)
})

test('a file that others could read is closed again', () => {
  const directory = temporaryDirectory()
  const database = openTestDatabase()
  openAdministratorToken(database, directory, now)
  chmodSync(join(directory, 'token'), 0o644)
  openAdministratorToken(database, directory, now)
  expect(statSync(join(directory, 'token')).mode & 0o777).toBe(0o600)
})

test('a new database takes up the token of the file', () => {
  const directory = temporaryDirectory()
  const token = openAdministratorToken(openTestDatabase(), directory, now)
  const restored = openTestDatabase()
  expect(openAdministratorToken(restored, directory, now)).toBe(token)
  expect(judgeToken(restored, token, now)).toEqual(administrator)
})

test.for(['revoked', 'damaged'])('a %s token is replaced', (what) => {
  const directory = temporaryDirectory()
  const database = openTestDatabase()
  const token = openAdministratorToken(database, directory, now)
  if (what === 'damaged') writeFileSync(join(directory, 'token'), 'short')
  else for (const {id} of listTokens(database)) revokeToken(database, id, now)
  const next = openAdministratorToken(database, directory, now)
  expect(next).not.toBe(token)
  expect(judgeToken(database, next, now)).toEqual(administrator)
})

function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'wiredesk-'))
  onTestFinished(() => rmSync(directory, {recursive: true}))
  return directory
}
