import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import {openTestLake, type TestLake} from './open-test-lake.ts'

let lake: TestLake
beforeEach(() => {
  lake = openTestLake()
})
afterEach(() => {
  lake.close()
})

const alice = () => lake.client('alice')
const article = {_id: 'a', _type: 'article', headline: 'One'}

describe('mutate', () => {
  test('create gives the document its revision and times', async () => {
    await alice().create(article)
    expect(await alice().getDocument('a')).toEqual({
      ...article,
      _rev: 'id-1',
      _createdAt: '2026-11-23T06:00:00.000Z',
      _updatedAt: '2026-11-23T06:00:00.000Z',
    })
  })

  test('create without an id, and with an id that ends in a dot, are completed', async () => {
    const made = await alice().create({_type: 'article'})
    const draft = await alice().create({_id: 'drafts.', _type: 'article'})
    expect([made._id, draft._id]).toEqual(['id-2', 'drafts.id-4'])
  })

  test('create of what exists is a conflict', async () => {
    await alice().create(article)
    await expect(alice().create(article)).rejects.toMatchObject({
      statusCode: 409,
      response: {
        body: {
          error: {
            type: 'mutationError',
            items: [
              {
                index: 0,
                error: {
                  type: 'documentAlreadyExistsError',
                  description: 'Document by ID "a" already exists',
                  id: 'a',
                },
              },
            ],
          },
        },
      },
    })
  })

  test('createIfNotExists leaves what exists, createOrReplace keeps when it was made', async () => {
    await alice().create(article)
    await alice().createIfNotExists({...article, headline: 'Two'})
    expect(await alice().getDocument('a')).toMatchObject({headline: 'One', _rev: 'id-1'})
    await alice().createOrReplace({_id: 'a', _type: 'article', standfirst: 'New'})
    expect(await alice().getDocument('a')).toEqual({
      _id: 'a',
      _type: 'article',
      standfirst: 'New',
      _rev: 'id-3',
      _createdAt: '2026-11-23T06:00:00.000Z',
      _updatedAt: '2026-11-23T06:00:02.000Z',
    })
  })

  test('every patch operation does what the Studio does', async () => {
    await alice().create({
      ...article,
      words: 1,
      gone: true,
      body: [{_key: 'b1', text: 'First'}],
    })
    const patched = await alice()
      .patch('a')
      .set({'body[_key=="b1"].text': 'Changed'})
      .setIfMissing({standfirst: 'There'})
      .unset(['gone'])
      .inc({words: 2})
      .diffMatchPatch({headline: '@@ -1,3 +1,6 @@\n One\n+ up\n'})
      .insert('after', 'body[-1]', [{_key: 'b2', text: 'Second'}])
      .commit()
    expect(patched).toMatchObject({
      headline: 'One up',
      words: 3,
      standfirst: 'There',
      body: [
        {_key: 'b1', text: 'Changed'},
        {_key: 'b2', text: 'Second'},
      ],
    })
    expect(patched).not.toHaveProperty('gone')
  })

  test('a patch of a stale revision is a conflict, of the present one goes through', async () => {
    const {_rev} = await alice().create(article)
    await alice().patch('a').set({headline: 'Two'}).ifRevisionId(_rev).commit()
    await expect(
      alice().patch('a').set({headline: 'Three'}).ifRevisionId(_rev).commit(),
    ).rejects.toMatchObject({statusCode: 409})
    expect(await alice().getDocument('a')).toMatchObject({headline: 'Two'})
  })

  test('a patch of a missing document is not found and undoes its whole transaction', async () => {
    const transaction = alice()
      .transaction()
      .create(article)
      .patch('missing', {set: {x: 1}})
    await expect(transaction.commit()).rejects.toMatchObject({statusCode: 404})
    expect(await alice().getDocument('a')).toBeUndefined()
  })

  test('a patch that changes nothing still makes a revision', async () => {
    await alice().create(article)
    await alice().patch('a').unset(['_empty_action_guard_pseudo_field_']).commit()
    expect(await alice().getDocument('a')).toMatchObject({_rev: 'id-2'})
  })

  test('patch and delete by query see what the same transaction did before', async () => {
    await alice().create({_id: 'old', _type: 'article'})
    await alice().mutate([
      {create: {_id: 'new', _type: 'article'}},
      {patch: {query: '*[_type == "article"]', set: {seen: true}}},
      {delete: {query: '*[_id == $id]', params: {id: 'old'}}},
    ])
    expect(await alice().fetch('*{_id, seen}')).toEqual([{_id: 'new', seen: true}])
  })

  test('a given transaction id becomes the revision, and is taken once', async () => {
    await alice().transaction().create(article).transactionId('tx-1').commit()
    expect(await alice().getDocument('a')).toMatchObject({_rev: 'tx-1'})
    await alice().request({
      url: '/data/mutate/production?transactionId=tx-2',
      method: 'POST',
      body: {mutations: [{patch: {id: 'a', set: {x: 2}}}]},
    })
    expect(await alice().getDocument('a')).toMatchObject({_rev: 'tx-2'})
    await expect(
      alice()
        .transaction()
        .patch('a', {set: {x: 1}})
        .transactionId('tx-1')
        .commit(),
    ).rejects.toMatchObject({statusCode: 409})
  })

  test('a dry run answers and stores nothing', async () => {
    const made = await alice().create(article, {dryRun: true})
    expect(made).toMatchObject({_id: 'a', headline: 'One'})
    expect(await alice().getDocument('a')).toBeUndefined()
  })

  test('array keys are made where they are missing, when asked for', async () => {
    await alice().create(
      {...article, points: [{text: 'a'}, {_key: 'k', text: 'b'}]},
      {autoGenerateArrayKeys: true},
    )
    expect(await alice().getDocument('a')).toMatchObject({
      points: [
        {_key: 'id2', text: 'a'},
        {_key: 'k', text: 'b'},
      ],
    })
  })

  test('anonymous writes are refused', async () => {
    await expect(lake.client().create(article)).rejects.toMatchObject({
      statusCode: 401,
      response: {body: {errorCode: 'SIO-401-ANF'}},
    })
  })
})

describe('references', () => {
  const reference = {_type: 'reference', _ref: 'c'}

  test('a strong reference needs its target, in the same transaction at the latest', async () => {
    const byline = {_id: 'a', _type: 'article', contributor: reference}
    await expect(alice().create(byline)).rejects.toMatchObject({
      statusCode: 409,
      message: expect.stringContaining('Document "a" references non-existent document "c"'),
    })
    await alice().transaction().create(byline).create({_id: 'c', _type: 'contributor'}).commit()
    expect(await alice().fetch('*[references("c")]._id')).toEqual(['a'])
  })

  test('what is strongly referenced cannot be deleted, and the error names who refers to it', async () => {
    await alice().create({_id: 'c', _type: 'contributor'})
    await alice().create({_id: 'a', _type: 'article', contributor: reference})
    await expect(alice().delete('c')).rejects.toMatchObject({
      statusCode: 409,
      response: {
        body: {
          error: {
            items: [
              {
                error: {
                  type: 'documentHasExistingReferencesError',
                  id: 'c',
                  referencingIDs: ['a'],
                },
              },
            ],
          },
        },
      },
    })
    await alice().mutate([{delete: {id: 'c'}}, {delete: {id: 'a'}}])
    expect(await alice().fetch('count(*)')).toBe(0)
  })

  test('what is strongly referenced does not become a document of another type', async () => {
    await alice().create({_id: 'c', _type: 'contributor'})
    await alice().create({_id: 'a', _type: 'article', contributor: reference})
    const other = {_id: 'c', _type: 'agency'}
    await expect(alice().createOrReplace(other)).rejects.toMatchObject({
      statusCode: 409,
      message: expect.stringContaining(
        'Document "c" cannot change its type as there are references to it from "a"',
      ),
    })
    await expect(
      alice()
        .transaction()
        .createOrReplace(other)
        .patch('a', {set: {headline: 'Tide'}})
        .commit(),
    ).rejects.toMatchObject({statusCode: 409})

    await alice()
      .transaction()
      .createOrReplace(other)
      .patch('a', {unset: ['contributor']})
      .commit()
    expect(await alice().getDocument('c')).toMatchObject(other)
  })

  test('a weak reference holds nothing', async () => {
    await alice().create({_id: 'a', _type: 'article', contributor: {...reference, _weak: true}})
    await alice().create({_id: 'c', _type: 'contributor'})
    await alice().delete('c')
    expect(await alice().fetch('*[references("c")]._id')).toEqual(['a'])
  })
})

function mutate(body: string, headers: Readonly<Record<string, string>> = {}) {
  const init = {method: 'POST', body, headers}
  return lake.request('/v2025-02-19/data/mutate/production', init, 'alice')
}

describe('hostile requests', () => {
  test.for([
    ['a prototype in a document', '{"mutations":[{"create":{"_type":"a","__proto__":{"x":1}}}]}'],
    ['a prototype in a path', '{"mutations":[{"patch":{"id":"a","set":{"a.__proto__.x":1}}}]}'],
    ['a name that breaks queries', '{"mutations":[{"create":{"_type":"a","hasOwnProperty":1}}]}'],
    ['no JSON', '{"mutations":'],
    ['no mutations', '{}'],
    ['two mutations in one', '{"mutations":[{"create":{"_type":"a"},"delete":{"id":"a"}}]}'],
    ['an unknown operation', '{"mutations":[{"patch":{"id":"a","setIfMising":{"a":1}}}]}'],
    [
      'an insertion at two places',
      '{"mutations":[{"patch":{"id":"a","insert":{"after":"a[-1]","before":"a[0]","items":[1]}}}]}',
    ],
    ['a path with an open bracket', '{"mutations":[{"patch":{"id":"a","set":{"a[":1}}}]}'],
    ['a path with half a selector', '{"mutations":[{"patch":{"id":"a","set":{"a]":1}}}]}'],
    ['a path of two words', '{"mutations":[{"patch":{"id":"a","unset":["a b"]}}]}'],
    ['a number that JSON cannot hold', '{"mutations":[{"create":{"_type":"a","n":1e999}}]}'],
    ['an id and a query', '{"mutations":[{"patch":{"id":"a","query":"*","set":{"a":1}}}]}'],
    ['an id with a slash', '{"mutations":[{"create":{"_id":"a/b","_type":"a"}}]}'],
    ['deep nesting', `{"mutations":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`],
  ] as const)('%s is refused as the caller’s fault', async ([, body]) => {
    expect((await mutate(body)).status).toBe(400)
    expect(lake.store.datasetNames()).toEqual([])
  })

  test.for([
    ['set', {[Array.from({length: 500}, () => 'a').join('.')]: 1}, 'nests deeper than 100 levels'],
    ['inc', {n: Number.MAX_VALUE}, 'A number is too large'],
  ] as const)('%s does not make what cannot be stored', async ([operation, fields, reason]) => {
    const before = await alice().create({_id: 'a', _type: 'article', n: Number.MAX_VALUE})
    const patch = {id: 'a', [operation]: fields}
    await expect(alice().dataRequest('mutate', {mutations: [{patch}]})).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringContaining(reason),
    })
    expect(await alice().getDocument('a')).toEqual(before)
  })

  test('a packed body is refused by the name of its packing', async () => {
    const answer = await mutate('{"mutations":[]}', {'content-encoding': 'gzip'})
    expect([answer.status, (await answer.json()).message]).toEqual([
      415,
      'Cannot read request body: it is packed with gzip; send it plain',
    ])
  })

  test('a visibility that does not exist is refused', async () => {
    const body = '{"mutations":[{"create":{"_type":"a"}}]}'
    const path = '/v2025-02-19/data/mutate/production?visibility=soon'
    const answer = await lake.request(path, {method: 'POST', body}, 'alice')
    expect([answer.status, await answer.json()]).toEqual([
      400,
      {
        statusCode: 400,
        error: 'Bad Request',
        message: 'Invalid visibility "soon": choose one of sync, async, deferred',
      },
    ])
    expect(lake.store.datasetNames()).toEqual([])
  })

  test.for([
    ['that comes in pieces', {}],
    ['that says its length', {'content-length': '6000008'}],
  ] as const)('a body over the limit %s is refused', async ([, headers]) => {
    expect((await mutate(`{"x":"${'x'.repeat(6_000_000)}"}`, headers)).status).toBe(413)
  })
})
