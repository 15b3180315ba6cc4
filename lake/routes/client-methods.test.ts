import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {serveTestLake, type TestLake} from '../serve-test-lake.ts'

let desk: TestLake
let client: SanityClient
beforeAll(async () => {
  desk = await serveTestLake()
  client = desk.client(desk.lake.administratorToken, {perspective: 'raw'})
})
afterAll(() => desk.close())

const note = (id: string, more: Readonly<Record<string, unknown>> = {}) => ({
  _id: id,
  _type: 'note',
  ...more,
})

/** Methods of an object and its classes, as `name`, sorted. */
function methodsOf(object: object): readonly string[] {
  const names = new Set<string>()
  for (
    let place: object | null = object;
    place !== null && place !== Object.prototype;
    place = Reflect.getPrototypeOf(place)
  ) {
    for (const name of Object.getOwnPropertyNames(place)) {
      if (typeof Reflect.get(object, name) === 'function' && name !== 'constructor') names.add(name)
    }
  }
  return [...names].toSorted()
}

describe('@sanity/client against the lake', () => {
  /** A method that is new in the client must find its place here: served and tested, or named in docs/lake-differences.md. */
  test('has the methods that this file knows', () => {
    expect(methodsOf(client)).toEqual(
      `action clone config create createIfNotExists createOrReplace createVersion dataRequest delete
       discardVersion documentsExists fetch getDataUrl getDocument getDocuments getUrl listen mutate
       patch replaceVersion request transaction unpublishVersion withConfig`.split(/\s+/u),
    )
    expect(methodsOf(client.datasets)).toEqual(
      'create delete edit editEmbeddingsSettings getEmbeddingsSettings list'.split(' '),
    )
    expect(methodsOf(client.releases)).toEqual(
      `archive create delete edit fetchDocuments get publish schedule unarchive
       unschedule`.split(/\s+/u),
    )
    expect([client.assets, client.projects, client.users, client.live].map(methodsOf)).toEqual([
      ['upload'],
      ['getById', 'list'],
      ['getById'],
      ['events'],
    ])
  })

  test('create, createIfNotExists, createOrReplace, getDocument, getDocuments, documentsExists', async () => {
    expect(await client.create(note('m1', {n: 1}))).toMatchObject(note('m1', {n: 1}))
    expect(await client.createIfNotExists(note('m1', {n: 2}))).toMatchObject(note('m1', {n: 1}))
    expect(await client.createOrReplace(note('m1', {n: 3}))).toMatchObject(note('m1', {n: 3}))
    expect(await client.getDocument('m1')).toMatchObject({n: 3})
    expect(await client.getDocuments(['m1', 'none'])).toMatchObject([{n: 3}, null])
    expect(await client.documentsExists(['m1', 'none'])).toEqual(new Set(['m1']))
    const made = await client.create({_type: 'note'})
    expect(made._id).toMatch(/^[\w-]{10,}$/u)
    await expect(client.create(note('m1'))).rejects.toMatchObject({statusCode: 409})
  })

  test('patch: each of its operations', async () => {
    await client.create(
      note('p1', {n: 5, list: [1, 2, 3], deep: {a: 'x', b: 'y'}, text: 'The tide', gone: true}),
    )
    const patched = await client
      .patch('p1')
      .set({'deep.a': 'z'})
      .setIfMissing({'deep.c': 'new', 'n': 0})
      .unset(['gone', 'deep.b'])
      .inc({n: 3})
      .dec({n: 1})
      .diffMatchPatch({text: '@@ -1,8 +1,11 @@\n The tide\n+s !\n'})
      .commit()
    expect(patched).toMatchObject({
      n: 7,
      deep: {a: 'z', c: 'new'},
      text: 'The tides !',
    })
    expect(patched).not.toHaveProperty('gone')
    const {_rev} = patched
    await client.patch('p1').ifRevisionId(_rev).set({n: 1}).commit()
    await expect(client.patch('p1').ifRevisionId(_rev).set({n: 2}).commit()).rejects.toMatchObject({
      statusCode: 409,
    })
    const inserted = await client
      .transaction()
      .patch('p1', (patch) => patch.append('list', [5]))
      .patch('p1', (patch) => patch.prepend('list', [0]))
      .patch('p1', (patch) => patch.insert('after', 'list[-1]', [6]))
      .patch('p1', (patch) => patch.splice('list', 1, 1, [9]))
      .patch('p1', (patch) => patch.splice('list', 2, 0, [7, 8]))
      .patch('p1', (patch) => patch.splice('list', 0, 1))
      .patch('p1', (patch) => patch.splice('list', 7, 0, [1]))
      .commit({returnDocuments: true, returnFirst: true})
    expect(inserted).toMatchObject({list: [9, 7, 8, 2, 3, 5, 6, 1]})
    const byQuery = client.patch({query: '*[_id == $id]', params: {id: 'p1'}}).set({n: 4})
    expect(await byQuery.commit()).toMatchObject([{_id: 'p1', n: 4}])
    expect(await client.getDocument('p1')).toMatchObject({n: 4})
  })

  test('mutate and transaction: all or nothing, with an id of their own, dry, by each visibility', async () => {
    expect(
      await client
        .transaction()
        .create(note('t1'))
        .createIfNotExists(note('t2'))
        .createOrReplace(note('t3'))
        .patch('t1', (patch) => patch.set({n: 1}))
        .delete('t3')
        .transactionId('tx-own')
        .commit(),
    ).toMatchObject({transactionId: 'tx-own', documentIds: ['t1', 't2', 't3', 't1', 't3']})
    expect(await client.getDocument('t1')).toMatchObject({n: 1, _rev: 'tx-own'})
    await expect(client.mutate([{create: note('t4')}, {create: note('t1')}])).rejects.toMatchObject(
      {
        statusCode: 409,
        response: {body: {error: {items: [{index: 1}], type: 'mutationError'}}},
      },
    )
    const dry = await client.create(note('t4', {n: 9}), {dryRun: true})
    expect(dry).toMatchObject({_id: 't4', n: 9})
    expect(await client.documentsExists(['t3', 't4'])).toEqual(new Set())
    for (const visibility of ['sync', 'async', 'deferred'] as const) {
      await client.createOrReplace(note('t5', {visibility}), {visibility})
      expect(await client.getDocument('t5')).toMatchObject({visibility})
    }
    expect(await client.mutate(client.patch('t5').set({n: 1}), {returnDocuments: false})).toEqual({
      transactionId: expect.any(String),
      documentIds: ['t5'],
      results: [{id: 't5', operation: 'update'}],
    })
    const keyed = await client.create(note('t6', {items: [{a: 1}]}), {autoGenerateArrayKeys: true})
    expect(keyed).toMatchObject({items: [{a: 1, _key: expect.any(String)}]})
    expect(await client.delete('t6')).toMatchObject({results: [{operation: 'delete'}]})
  })

  test('fetch, dataRequest, request, getUrl, clone, withConfig, config', async () => {
    await client.createOrReplace(note('f1'))
    const query = '*[_id == $id]{_id}'
    expect(await client.fetch(query, {id: 'f1'})).toEqual([{_id: 'f1'}])
    expect(await client.fetch(query, {id: 'f1'}, {filterResponse: false})).toMatchObject({
      result: [{_id: 'f1'}],
      query,
      ms: expect.any(Number),
      syncTags: [expect.stringMatching(/^s1:/u)],
    })
    expect(await client.dataRequest('query', {query: 'count(*[_id == "f1"])'})).toMatchObject({
      result: 1,
    })
    expect(await client.request({url: '/ping', json: false})).toBe('PONG')
    expect(client.getUrl('/ping')).toBe(`${desk.served.url}/v2025-02-19/ping`)
    expect(client.getDataUrl('doc', 'f1')).toBe('/data/doc/production/f1')
    const drafts = client.clone().withConfig({perspective: 'drafts'})
    await client.create(note('drafts.f1', {draft: true}))
    expect(await drafts.fetch('*[_id == "f1"][0].draft')).toBe(true)
    expect(drafts.config()).toMatchObject({perspective: 'drafts', dataset: 'production'})
  })

  test('versions and releases', async () => {
    await client.createOrReplace(note('v1', {text: 'Old'}))
    await client.releases.create({releaseId: 'spring', metadata: {title: 'Spring'}})
    await client.releases.edit({releaseId: 'spring', patch: {set: {'metadata.title': 'Summer'}}})
    await client.createVersion({releaseId: 'spring', publishedId: 'v1', baseId: 'v1'})
    await client.replaceVersion({
      releaseId: 'spring',
      publishedId: 'v1',
      document: note('versions.spring.v1', {text: 'New'}),
    })
    expect(await client.fetch('*[_id == "v1"][0].text', {}, {perspective: ['spring']})).toBe('New')
    expect(await client.releases.get({releaseId: 'spring'})).toMatchObject({
      metadata: {title: 'Summer'},
    })
    expect((await client.releases.fetchDocuments({releaseId: 'spring'})).result).toMatchObject([
      {_id: 'versions.spring.v1'},
    ])
    await client.discardVersion({releaseId: 'spring', publishedId: 'v1'})
    await client.unpublishVersion({releaseId: 'spring', publishedId: 'v1'})
    await client.releases.schedule({releaseId: 'spring', publishAt: '2099-01-01T00:00:00Z'})
    await client.releases.unschedule({releaseId: 'spring'})
    await client.releases.archive({releaseId: 'spring'})
    await client.releases.unarchive({releaseId: 'spring'})
    await client.releases.publish({releaseId: 'spring'})
    expect(await client.getDocument('v1')).toBeUndefined()
    await client.releases.delete({releaseId: 'spring'})
    expect(await client.releases.get({releaseId: 'spring'})).toBeUndefined()
  })

  test('action: a draft from its making to its end', async () => {
    const pair = {draftId: 'drafts.a1', publishedId: 'a1'}
    const act = (name: string, more: Readonly<Record<string, unknown>>) =>
      client.dataRequest('actions', {
        actions: [{actionType: `sanity.action.document.${name}`, ...more}],
      })
    await client.action({
      actionType: 'sanity.action.document.create',
      publishedId: 'a1',
      attributes: note('drafts.a1', {n: 1}),
      ifExists: 'fail',
    })
    await client.action({actionType: 'sanity.action.document.edit', ...pair, patch: {inc: {n: 1}}})
    await client.action({actionType: 'sanity.action.document.publish', ...pair})
    expect(await client.getDocument('a1')).toMatchObject({n: 2})
    await client.action({actionType: 'sanity.action.document.unpublish', ...pair})
    expect(await client.documentsExists(['a1', 'drafts.a1'])).toEqual(new Set(['drafts.a1']))
    await act('discard', {draftId: 'drafts.a1'})
    expect(await client.documentsExists(['a1', 'drafts.a1'])).toEqual(new Set())
  })

  test('assets, users, projects, datasets', async () => {
    const file = await client.assets.upload('file', Buffer.from('minutes'), {
      filename: 'minutes.txt',
      title: 'Minutes',
    })
    expect(file).toMatchObject({originalFilename: 'minutes.txt', title: 'Minutes', size: 7})
    expect(await client.users.getById('me')).toMatchObject({id: 'administrator'})
    expect(await client.projects.getById('wiredesk')).toMatchObject({id: 'wiredesk'})
    expect(await client.projects.list()).toMatchObject([{id: 'wiredesk'}])
    await client.datasets.create('methods')
    expect((await client.datasets.list()).map(({name}) => name)).toContain('methods')
  })

  test('listen and live.events', async () => {
    const heard = new Promise((resolve, reject) => {
      const listening = client.listen('*[_id == "l1"]').subscribe({
        next(event) {
          listening.unsubscribe()
          resolve(event.type === 'mutation' && [event.transition, event.result?._id])
        },
        error: reject,
      })
    })
    const live = new Promise((resolve, reject) => {
      const listening = client.live.events().subscribe({
        next(event) {
          if (event.type === 'welcome') void client.create(note('l1')).catch(reject)
          if (event.type !== 'message') return
          listening.unsubscribe()
          resolve(event.tags.length > 0)
        },
        error: reject,
      })
    })
    expect(await Promise.all([heard, live])).toEqual([['appear', 'l1'], true])
  })
})

/** The first value, as a promise. */
function first<Value>(observable: {
  subscribe: (observer: {next: (value: Value) => void; error: (error: unknown) => void}) => {
    unsubscribe: () => void
  }
}): Promise<Value> {
  return new Promise((resolve, reject) => {
    observable.subscribe({next: resolve, error: reject})
  })
}

describe('the same through observables', () => {
  test('documents are written, read and deleted', async () => {
    const {observable} = client
    expect(await first(observable.create(note('o1', {n: 1})))).toMatchObject({n: 1})
    expect(await first(observable.createIfNotExists(note('o1')))).toMatchObject({n: 1})
    expect(await first(observable.createOrReplace(note('o1', {n: 2})))).toMatchObject({n: 2})
    expect(await first(observable.patch('o1').inc({n: 1}).commit())).toMatchObject({n: 3})
    expect(await first(observable.fetch('*[_id == "o1"][0].n'))).toBe(3)
    expect(await first(observable.getDocument('o1'))).toMatchObject({n: 3})
    expect(await first(observable.getDocuments(['o1']))).toMatchObject([{n: 3}])
    expect(await first(observable.documentsExists(['o1', 'o2']))).toEqual(new Set(['o1']))
    expect(
      await first(observable.transaction().create(note('o2')).delete('o1').commit()),
    ).toMatchObject({documentIds: ['o2', 'o1']})
    expect(await first(observable.delete('o2'))).toMatchObject({
      results: [{id: 'o2', operation: 'delete'}],
    })
  })

  test('so are releases, assets and what is known of the project', async () => {
    const {observable} = client
    await first(observable.releases.create({releaseId: 'seen', metadata: {title: 'Seen'}}))
    expect(await first(observable.releases.get({releaseId: 'seen'}))).toMatchObject({name: 'seen'})
    await first(observable.releases.archive({releaseId: 'seen'}))
    expect(await first(observable.users.getById('me'))).toMatchObject({id: 'administrator'})
    expect(await first(observable.projects.getById('wiredesk'))).toMatchObject({id: 'wiredesk'})
    expect(await first(observable.datasets.list())).toContainEqual(
      expect.objectContaining({name: 'production'}),
    )
    expect(await first(observable.request({url: '/users/me'}))).toMatchObject({
      id: 'administrator',
    })
  })
})
