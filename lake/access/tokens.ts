import {createHash, randomBytes} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'

import {prepareOnce} from '../store/prepare-once.ts'
import {type Row, readOptionalText, readText} from './rows.ts'

/** A token as it may be shown: never the secret itself, which is kept only as a hash. */
export interface TokenRecord {
  readonly id: string
  readonly userId: string
  readonly label: string
  /** ISO 8601 instants */
  readonly createdAt: string
  readonly expiresAt?: string
}

/** What a token in a request turned out to be. */
export type TokenVerdict =
  | {readonly type: 'user'; readonly userId: string; readonly expiresAt?: string}
  | {readonly type: 'expired'}
  | {readonly type: 'unknown'}

/** The Studio takes a token from a link only when it has 32 characters or more. */
const SHORTEST = 32

/** A new secret: 256 random bits, 46 characters that need no escaping in a link. */
export function newToken(): string {
  return `wd-${randomBytes(32).toString('base64url')}`
}

/**
 * Makes a token for a user. The secret is in the answer and nowhere else.
 *
 * @param options.token - A secret made elsewhere (the token file); else a new one
 * @throws RangeError when there is no such user, or the given secret is shorter than 32 characters
 */
export function createToken(
  database: DatabaseSync,
  options: {
    readonly userId: string
    readonly label: string
    readonly expiresAt?: string
    readonly token?: string
  },
  now: Date,
): {readonly token: string; readonly record: TokenRecord} {
  const {userId, label, expiresAt, token = newToken()} = options
  if (token.length < SHORTEST) {
    throw new RangeError(`Cannot make a token: it needs ${SHORTEST} characters or more`)
  }
  const user = database.prepare('select 1 from users where id = ? and removed_at is null')
  if (!user.get(userId)) {
    throw new RangeError(`Cannot make a token for user "${userId}": no such user`)
  }
  const id = `t-${randomBytes(6).toString('hex')}`
  const createdAt = now.toISOString()
  database
    .prepare(
      'insert into tokens (id, user_id, label, hash, created_at, expires_at) values (?, ?, ?, ?, ?, ?)',
    )
    .run(id, userId, label, hashToken(token), createdAt, expiresAt ?? null)
  const record = {id, userId, label, createdAt}
  return {token, record: expiresAt === undefined ? record : {...record, expiresAt}}
}

/** Tokens that are not revoked, oldest first. */
export function listTokens(database: DatabaseSync): readonly TokenRecord[] {
  const rows = database.prepare(
    'select * from tokens where revoked_at is null order by created_at, id',
  )
  return rows.all().map(readTokenRecord)
}

/** @throws RangeError when there is no such token, or it was revoked before */
export function revokeToken(database: DatabaseSync, id: string, now: Date): void {
  const revoked = database
    .prepare('update tokens set revoked_at = ? where id = ? and revoked_at is null')
    .run(now.toISOString(), id)
  if (revoked.changes === 0) throw new RangeError(`Cannot revoke token "${id}": no such token`)
}

/** Revokes by the secret (sign-out); does nothing when it is unknown. */
export function revokeSecret(database: DatabaseSync, token: string, now: Date): void {
  database
    .prepare('update tokens set revoked_at = ? where hash = ? and revoked_at is null')
    .run(now.toISOString(), hashToken(token))
}

/** Whose token is it? A revoked one, and one of a removed user, is unknown. */
export function judgeToken(database: DatabaseSync, token: string, now: Date): TokenVerdict {
  const row = prepareOnce(
    database,
    `select tokens.user_id, tokens.expires_at from tokens join users on users.id = tokens.user_id
     where tokens.hash = ? and tokens.revoked_at is null and users.removed_at is null`,
  ).get(hashToken(token))
  if (!row) return {type: 'unknown'}
  const userId = readText(row, 'user_id')
  const expiresAt = readOptionalText(row, 'expires_at')
  if (expiresAt === undefined) return {type: 'user', userId}
  return Date.parse(expiresAt) <= now.getTime()
    ? {type: 'expired'}
    : {type: 'user', userId, expiresAt}
}

/** Was this secret ever a token here, revoked or not? */
export function isKnownSecret(database: DatabaseSync, token: string): boolean {
  return database.prepare('select 1 from tokens where hash = ?').get(hashToken(token)) !== undefined
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function readTokenRecord(row: Row): TokenRecord {
  const expiresAt = readOptionalText(row, 'expires_at')
  const record = {
    id: readText(row, 'id'),
    userId: readText(row, 'user_id'),
    label: readText(row, 'label'),
    createdAt: readText(row, 'created_at'),
  }
  return expiresAt === undefined ? record : {...record, expiresAt}
}
