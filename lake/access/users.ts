import type {DatabaseSync} from 'node:sqlite'

import {type Row, readOptionalText, readText} from './rows.ts'

/** Somebody who may write. Everyone with a token may do everything in the datasets; there are no roles. */
export interface User {
  readonly id: string
  readonly name: string
  readonly email?: string
}

/** The user of the token that the first start makes; the only one who manages users, tokens and origins. */
export const administratorId = 'administrator'

/** Users that may still sign in, by name. */
export function listUsers(database: DatabaseSync): readonly User[] {
  const rows = database.prepare('select * from users where removed_at is null order by name, id')
  return rows.all().map(readUser)
}

/**
 * Users by id in the order asked, removed ones too: the history names them.
 * @returns What is known; an unknown id is left out
 */
export function findUsers(database: DatabaseSync, ids: readonly string[]): readonly User[] {
  const statement = database.prepare('select * from users where id = ?')
  return ids.flatMap((id) => {
    const row = statement.get(id)
    return row ? [readUser(row)] : []
  })
}

/**
 * Makes a user, or gives a removed one with the same id back.
 *
 * @throws RangeError when the id is taken or not made of 1 to 64 letters, digits, `-` and `_`
 */
export function addUser(database: DatabaseSync, user: User, now: Date): User {
  if (!/^[A-Za-z0-9_-]{1,64}$/u.test(user.id)) {
    throw new RangeError(
      `Cannot add user "${user.id}": an id is 1 to 64 letters, digits, hyphens and underscores`,
    )
  }
  const name = user.name.trim()
  if (name === '') throw new RangeError(`Cannot add user "${user.id}": the name is empty`)
  const existing = database.prepare('select removed_at from users where id = ?').get(user.id)
  if (existing && existing.removed_at === null) {
    throw new RangeError(`Cannot add user "${user.id}": the id is taken`)
  }
  database
    .prepare(
      `insert into users (id, name, email, created_at) values (?, ?, ?, ?)
       on conflict (id) do update set name = excluded.name, email = excluded.email, removed_at = null`,
    )
    .run(user.id, name, user.email ?? null, now.toISOString())
  return user.email === undefined ? {id: user.id, name} : {id: user.id, name, email: user.email}
}

/**
 * Takes a user's access away and revokes the tokens; what they wrote keeps their name.
 *
 * @throws RangeError when there is no such user, or it is the administrator, whose token the start prints
 */
export function removeUser(database: DatabaseSync, id: string, now: Date): void {
  if (id === administratorId) {
    throw new RangeError(`Cannot remove user "${id}": the token file of the lake belongs to it`)
  }
  const at = now.toISOString()
  const removed = database
    .prepare('update users set removed_at = ? where id = ? and removed_at is null')
    .run(at, id)
  if (removed.changes === 0) throw new RangeError(`Cannot remove user "${id}": no such user`)
  database
    .prepare('update tokens set revoked_at = ? where user_id = ? and revoked_at is null')
    .run(at, id)
}

function readUser(row: Row): User {
  const email = readOptionalText(row, 'email')
  const user = {id: readText(row, 'id'), name: readText(row, 'name')}
  return email === undefined ? user : {...user, email}
}
