import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import type {LakeDocument} from '../store/lake-document.ts'
import {openTestLake, type TestLake} from './open-test-lake.ts'

let lake: TestLake
beforeEach(() => {
  lake = openTestLake()
})
afterEach(() => {
  lake.close()
})

const alice = () => lake.client('alice')

async function store(...documents: readonly LakeDocument[]) {
  const mutations = documents.map((document) => ({create: document}))
  await lake.store.dataset('production').commit({mutations, author: 'alice'})
}

function raw(apiVersion: string) {
  return lake.client('alice', {apiVersion, perspective: 'raw'}).fetch('*[_type == "article"]._id')
}

function allIds(apiVersion: string) {
  return lake.client('alice', {apiVersion}).fetch('*._id')
}

describe('query', () => {
  test('a parse error says where', async () => {
    await expect(alice().fetch('*[_type == ')).rejects.toMatchObject({
      statusCode: 400,
      response: {
        body: {
          error: {type: 'queryParseError', query: '*[_type == ', start: expect.any(Number)},
        },
      },
    })
  })

  test('a parse error at the end of the query lies within it', async () => {
    const query = '"Tides'
    const answer = await lake.request(
      `/v2025-02-19/data/query/production?query=${encodeURIComponent(query)}`,
      {},
      'alice',
    )
    expect((await answer.json()).error).toMatchObject({query, start: 6, end: 6})
  })

  test('a perspective that is none is refused, by POST too', async () => {
    const answer = await lake.request(
      '/v2025-02-19/data/query/production',
      {method: 'POST', body: '{"query":"*","perspective":{"raw":true}}'},
      'alice',
    )
    expect([answer.status, (await answer.json()).message]).toEqual([
      400,
      'Invalid perspective {"raw":true}',
    ])
  })

  test('long queries go by POST, parameters with them', async () => {
    await store({_id: 'a', _type: 'article'})
    const ids = Array.from({length: 2000}, (_, index) => `missing-${index}`)
    expect(await alice().fetch('*[_id in $ids]._id', {ids: [...ids, 'a']})).toEqual(['a'])
  })

  test('the same query with other parameters has another answer', async () => {
    await store({_id: 'a', _type: 'article'}, {_id: 'c', _type: 'contributor'})
    const query = '*[_type == $type]._id'
    expect(await alice().fetch(query, {type: 'article'})).toEqual(['a'])
    expect(await alice().fetch(query, {type: 'contributor'})).toEqual(['c'])
  })

  test.for([
    ['*[$i]._id', {i: 1.5}, null],
    ['*[1e300]._id', {}, null],
    ['*[0..1e300]._id', {}, ['a', 'b']],
    ['*[0..0.5]._id', {}, ['a']],
    ['*[0]._id // the first', {}, 'a'],
    ['*[_id == "//"]._id', {}, []],
  ] as const)('%s', async ([query, params, answer]) => {
    await store({_id: 'a', _type: 'article'}, {_id: 'b', _type: 'article'})
    expect(await alice().fetch(query, params)).toEqual(answer)
  })

  test.for([
    ['lists in lists', '['.repeat(2000) + ']'.repeat(2000)],
    ['filter upon filter', `*${'[true]'.repeat(5000)}`],
    ['attribute of attribute', `*[a${'.a'.repeat(5000)} == 1]`],
  ] as const)('%s deeper than the stack are the caller’s fault', async ([, query]) => {
    const body = JSON.stringify({query})
    const init = {method: 'POST', body}
    const answer = await lake.request('/v2025-02-19/data/query/production', init, 'alice')
    expect(answer.status).toBe(400)
  })

  test('what does not exist is null', async () => {
    expect(await alice().fetch('*[_id == "a"][0]')).toBeNull()
  })

  test.for([
    ['raw', ['a', 'drafts.a', 'versions.r1.a']],
    ['published', ['a']],
    ['drafts', ['a']],
    [['r1', 'drafts'], ['a']],
  ] as const)('perspective %s', async ([perspective, ids]) => {
    await store(
      {_id: 'a', _type: 'article'},
      {_id: 'drafts.a', _type: 'article'},
      {_id: 'versions.r1.a', _type: 'article'},
    )
    const given = typeof perspective === 'string' ? perspective : [...perspective]
    expect(await alice().fetch('*._id', {}, {perspective: given})).toEqual(ids)
  })

  test('layers hide what lies under them and say where they come from', async () => {
    await store(
      {_id: 'a', _type: 'article'},
      {_id: 'drafts.a', _type: 'article'},
      {_id: 'drafts.b', _type: 'article'},
      {_id: 'versions.r1.a', _type: 'article'},
      {_id: 'c', _type: 'article'},
    )
    await alice().create({_id: 'versions.r1.c', _type: 'article', _system: {delete: true}})
    expect(await alice().fetch('*{_id, _originalId}', {}, {perspective: ['r1', 'drafts']})).toEqual(
      [
        {_id: 'a', _originalId: 'versions.r1.a'},
        {_id: 'b', _originalId: 'drafts.b'},
      ],
    )
  })

  test('without a perspective old versions read raw and new ones published', async () => {
    const ids = ['a', 'drafts.a', 'versions.r1.a']
    await store(...ids.map((_id) => ({_id, _type: 'article'})))
    expect(await allIds('2024-01-01')).toEqual(['a', 'drafts.a'])
    expect(await allIds('1')).toEqual(['a', 'drafts.a'])
    expect(await allIds('2025-02-19')).toEqual(['a'])
    expect(await allIds('X')).toEqual(['a'])
  })

  test('raw shows versions to those who know of releases', async () => {
    await store({_id: 'a', _type: 'article'}, {_id: 'versions.r1.a', _type: 'article'})
    expect(await raw('2025-02-19')).toEqual(['a', 'versions.r1.a'])
    expect(await raw('2025-02-18')).toEqual(['a'])
  })
})

describe('anonymous readers', () => {
  beforeEach(async () => {
    await store(
      {_id: 'a', _type: 'article'},
      {_id: 'drafts.a', _type: 'article'},
      {_id: 'source.a', _type: 'sourceText'},
    )
    await alice()
      .patch('a')
      .set({
        source: {_type: 'reference', _ref: 'source.a', _weak: true},
      })
      .commit()
  })

  test.for([
    ['*._id', ['a']],
    ['count(*)', 1],
    ['*[_id == "source.a"]', []],
    ['*[_id in ["source.a", "drafts.a"]]._id', []],
    ['*[_type == "sourceText"]._id', []],
    ['*[references("source.a")]._id', ['a']],
    ['*[0].source->_id', null],
    ['*[0]{"all": *._id, "one": *[_id == ^.source._ref]._id}', {all: ['a'], one: []}],
    ['count(*[sanity::versionOf("a")])', 1],
  ] as const)('see nothing private through %s', async ([query, answer]) => {
    for (const perspective of ['raw', 'published', 'drafts'] as const) {
      expect(await lake.client().fetch(query, {}, {perspective})).toEqual(answer)
    }
  })

  test('get no private document by id, and not whether it exists', async () => {
    const response = await lake.request('/v1/data/doc/production/a,source.a,source.b,b')
    expect(await response.json()).toEqual({
      documents: [expect.objectContaining({_id: 'a'})],
      omitted: [
        {id: 'source.a', reason: 'permission'},
        {id: 'source.b', reason: 'permission'},
        {id: 'b', reason: 'existence'},
      ],
    })
  })
})

describe('the Studio’s search', () => {
  beforeEach(async () => {
    await store(
      {_id: 'a', _type: 'article', headline: 'Harbour strike ends'},
      {
        _id: 'b',
        _type: 'article',
        headline: 'Strike',
        body: [{_type: 'block', children: [{_type: 'span', text: 'The harbour is open'}]}],
      },
      {_id: 'c', _type: 'contributor', name: 'Harbour'},
    )
  })

  const query = `*[_type in $__types && ([@, _id] match text::query($__query) || references($__rawQuery))]
    | score(boost(headline match text::query($__query), 10))
    | order(_score desc)[0...$__limit]._id`
  const search = (text: string) =>
    alice().fetch(query, {__types: ['article'], __query: text, __rawQuery: text, __limit: 10})

  test.for([
    ['harb*', ['a', 'b']],
    ['strike harbour', ['a', 'b']],
    ['strike -open', ['a']],
    ['a', ['a']],
    ['*', ['a', 'b']],
    ['nothing', []],
  ] as const)('%s', async ([text, ids]) => {
    expect(await search(text)).toEqual(ids)
  })

  test('of all types ranks titles first and finds what refers to an id', async () => {
    await store({_id: 'd', _type: 'article', of: {_type: 'reference', _ref: 'b', _weak: true}})
    // As sanity 6.15 writes it
    const global = `*[_type in $__types] | score(boost(_type in ["article"] && headline match text::query($__query), 10),
      ([@, _id] match text::query($__query) || references($__rawQuery)))[_score > 0]
      {_type, _id, _originalId, "orderings": [_score]} | order(orderings[0] desc)[0...$__limit]._id`
    const find = (text: string) =>
      alice().fetch(global, {
        __types: ['article', 'contributor'],
        __query: `${text}*`,
        __rawQuery: text,
        __limit: 10,
      })
    expect(await find('strike')).toEqual(['b', 'a'])
    expect(await find('harbour')).toEqual(['a', 'c', 'b'])
    expect(await find('b')).toEqual(['b', 'd'])
    expect(await find('')).toEqual(['a', 'b', 'c', 'd'])
  })
})

test('a dataset that does not exist is not found for anonymous readers', async () => {
  await store({_id: 'a', _type: 'article'})
  await expect(lake.client(undefined, {dataset: 'prodution'}).fetch('*')).rejects.toMatchObject({
    statusCode: 404,
    message: expect.stringContaining('Dataset "prodution" not found'),
  })
})
