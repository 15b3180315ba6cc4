import {expect, test} from 'vitest'

import {seedDocuments} from './seed-documents.ts'

test('seed documents have ids of their own', () => {
  const ids = seedDocuments().map((document) => document._id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('an agency is seeded with the name first among its aliases', () => {
  expect(seedDocuments().find((document) => document._id === 'wireSource-upi')).toEqual({
    _id: 'wireSource-upi',
    _type: 'wireSource',
    name: 'UPI',
    code: 'upi',
    aliases: ['UPI', 'United Press International'],
    kind: 'wire',
    creditStyle: 'UPI',
    datelineForm: 'PORTHAVEN, March 1 (UPI) -- ',
    url: 'https://www.upi.com',
  })
})
