import {beforeEach, expect, test} from 'vitest'

import {openTestDatabase} from './open-test-database.ts'
import {createToken, judgeToken, listTokens, revokeToken} from './tokens.ts'
import {addUser, findUsers, listUsers, removeUser} from './users.ts'

const now = new Date('2026-11-23T09:00:00Z')
const later = new Date('2026-11-23T10:00:00Z')
const ann = {id: 'ann', name: 'Ann Reyes', email: 'ann@paper.example'}
let database = openTestDatabase()

beforeEach(() => {
  database = openTestDatabase()
  addUser(database, ann, now)
})

test('a token says whose it is, and only its hash is stored', () => {
  const {token, record} = createToken(database, {userId: 'ann', label: 'laptop'}, now)
  expect(token).toMatch(/^wd-[\w-]{43}$/u)
  expect(judgeToken(database, token, now)).toEqual({type: 'user', userId: 'ann'})
  expect(listTokens(database)).toEqual([record])
  expect(JSON.stringify(database.prepare('select * from tokens').all())).not.toContain(token)
})

test('a token ends when it says so', () => {
  const expiresAt = later.toISOString()
  const {token} = createToken(database, {userId: 'ann', label: 'guest', expiresAt}, now)
  expect(judgeToken(database, token, now)).toEqual({type: 'user', userId: 'ann', expiresAt})
  expect(judgeToken(database, token, later)).toEqual({type: 'expired'})
})

test('a revoked token is unknown, and cannot be revoked twice', () => {
  const {token, record} = createToken(database, {userId: 'ann', label: 'lost'}, now)
  revokeToken(database, record.id, later)
  expect(judgeToken(database, token, later)).toEqual({type: 'unknown'})
  expect(() => revokeToken(database, record.id, later)).toThrow('no such token')
})

test('a removed user loses every token and keeps the name in the history', () => {
  const {token} = createToken(database, {userId: 'ann', label: 'laptop'}, now)
  removeUser(database, 'ann', later)
  expect(judgeToken(database, token, later)).toEqual({type: 'unknown'})
  expect(listUsers(database)).toEqual([])
  expect(findUsers(database, ['ann', 'nobody'])).toEqual([ann])
})

test('a user who comes back does not get the old tokens back', () => {
  const {token} = createToken(database, {userId: 'ann', label: 'laptop'}, now)
  removeUser(database, 'ann', later)
  addUser(database, ann, later)
  expect(listUsers(database)).toEqual([ann])
  expect(judgeToken(database, token, later)).toEqual({type: 'unknown'})
})

test.for([
  ['an id that is taken', {id: 'ann', name: 'Other'}, 'the id is taken'],
  ['an id that is no id', {id: 'an n', name: 'Other'}, 'an id is 1 to 64 letters'],
  ['no name', {id: 'bo', name: ' '}, 'the name is empty'],
] as const)('no user with %s', ([, user, fault]) => {
  expect(() => addUser(database, user, now)).toThrow(fault)
})

test('a token needs a user and 32 characters', () => {
  expect(() => createToken(database, {userId: 'bo', label: ''}, now)).toThrow('no such user')
  expect(() => createToken(database, {userId: 'ann', label: '', token: 'short'}, now)).toThrow(
    'needs 32 characters',
  )
})
