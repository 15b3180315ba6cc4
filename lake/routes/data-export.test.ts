import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import {openTestLake, type TestLake} from './open-test-lake.ts'

let lake: TestLake
beforeEach(async () => {
  lake = openTestLake()
  const reference = {_type: 'reference', _ref: 'c'}
  await lake.store.dataset('production').commit({
    author: 'alice',
    mutations: [
      {create: {_id: 'c', _type: 'contributor'}},
      {create: {_id: 'a', _type: 'article', contributor: reference}},
      {create: {_id: 'drafts.a', _type: 'article', contributor: reference}},
    ],
  })
})
afterEach(() => {
  lake.close()
})

async function exportIds(parameters = '', userId?: string) {
  const response = await lake.request(`/v1/data/export/production${parameters}`, {}, userId)
  const text = await response.text()
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line)._id)
}

describe('export', () => {
  test('is every document a line, sorted by id', async () => {
    expect(await exportIds('', 'alice')).toEqual(['a', 'c', 'drafts.a'])
  })

  test('can be of some types', async () => {
    expect(await exportIds('?types=contributor,topic', 'alice')).toEqual(['c'])
  })

  test('gives anonymous readers what they may read', async () => {
    expect(await exportIds()).toEqual(['a', 'c'])
  })

  test('is of one moment, whatever is written meanwhile', async () => {
    const response = await lake.request('/v1/data/export/production', {}, 'alice')
    await lake.client('alice').create({_id: 'z', _type: 'article'})
    await lake.client('alice').delete('drafts.a')
    const text = await response.text()
    expect(text.split('\n').length - 1).toBe(3)
  })
})

describe('references', () => {
  test('names who refers to a document, as far as the caller may know', async () => {
    const path = '/v1/data/references/production/documents/c/to'
    const ids = async (userId?: string, parameters = '') => {
      const response = await lake.request(`${path}${parameters}`, {}, userId)
      return response.json()
    }
    const [a, draft] = ['a', 'drafts.a'].map((documentId) => ({
      datasetName: 'production',
      documentId,
    }))
    expect(await ids('alice')).toEqual({totalCount: 2, references: [a, draft]})
    expect(await ids()).toEqual({totalCount: 1, references: [a]})
    expect(await ids('alice', '?excludeInternalReferences=true&excludePaths=true')).toEqual({
      totalCount: 0,
      references: [],
    })
  })
})
