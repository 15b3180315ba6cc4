import {expect, test} from 'vitest'

import {openTestDatabase} from './open-test-database.ts'
import {addOrigin, isAddedOrigin, listOrigins, removeOrigin} from './origins.ts'

const now = new Date('2026-11-23T09:00:00Z')

test('an address is added as the origin that browsers send, once', () => {
  const database = openTestDatabase()
  expect(addOrigin(database, 'https://Paper.example/news?x=1', now)).toBe('https://paper.example')
  addOrigin(database, 'https://paper.example', now)
  expect(listOrigins(database)).toEqual(['https://paper.example'])
  expect(isAddedOrigin(database, 'https://paper.example')).toBe(true)
  expect(isAddedOrigin(database, 'http://paper.example')).toBe(false)
})

test('a removed origin is gone, and cannot be removed again', () => {
  const database = openTestDatabase()
  addOrigin(database, 'http://localhost:3000', now)
  removeOrigin(database, 'http://localhost:3000/')
  expect(listOrigins(database)).toEqual([])
  expect(() => removeOrigin(database, 'http://localhost:3000')).toThrow('it is not in the list')
})

test.for(['*', 'null', 'paper.example', 'file:///etc/passwd', ''])('"%s" is no origin', (url) => {
  expect(() => addOrigin(openTestDatabase(), url, now)).toThrow('expected an address such as')
})
