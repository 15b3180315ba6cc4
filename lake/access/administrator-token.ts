import {chmodSync, existsSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'

import {createToken, isKnownSecret, judgeToken, newToken} from './tokens.ts'
import {addUser, administratorId, findUsers} from './users.ts'

/** What a token file may hold; anything else was damaged and is replaced. */
const TOKEN = /^[A-Za-z0-9_-]{32,200}$/u

/**
 * Gives the administrator's token from `<data>/token`, which only its owner may read, and makes user and file when they are missing.
 * The file is the root of trust: a token in it that the database has never seen (a restored backup) is taken up; one that was revoked is replaced.
 *
 * @throws Error when the file cannot be read or written
 */
export function openAdministratorToken(
  database: DatabaseSync,
  dataDirectory: string,
  now: Date,
): string {
  if (findUsers(database, [administratorId]).length === 0) {
    addUser(database, {id: administratorId, name: 'Administrator'}, now)
  }
  const file = join(dataDirectory, 'token')
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  if (TOKEN.test(kept)) {
    chmodSync(file, 0o600)
    const verdict = judgeToken(database, kept, now)
    if (verdict.type === 'user' && verdict.userId === administratorId) return kept
    if (!isKnownSecret(database, kept)) return register(database, kept, now)
  }
  const token = newToken()
  const draft = `${file}.new`
  writeFileSync(draft, `${token}\n`, {mode: 0o600})
  renameSync(draft, file)
  return register(database, token, now)
}

function register(database: DatabaseSync, token: string, now: Date): string {
  createToken(database, {userId: administratorId, label: 'token file of the lake', token}, now)
  return token
}
