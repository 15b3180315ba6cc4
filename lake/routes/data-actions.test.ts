import type {SanityClient} from '@sanity/client'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import {openTestLake, type TestLake} from './open-test-lake.ts'

let lake: TestLake
let alice: SanityClient
beforeEach(() => {
  lake = openTestLake()
  alice = lake.client('alice', {perspective: 'raw'})
})
afterEach(() => {
  lake.close()
})

const pair = {draftId: 'drafts.a', publishedId: 'a'}
const guard = {unset: ['_empty_action_guard_pseudo_field_']}

function all() {
  return alice.fetch(
    '*[!(_type match "system*")]{..., "_rev": null, "_createdAt": null, "_updatedAt": null}',
  )
}

function stored(document: Record<string, unknown>) {
  return {...document, _rev: null, _createdAt: null, _updatedAt: null}
}

/** What the history of release `r1` says of a version. */
function version(id: string) {
  return {
    documentId: id,
    documentType: 'article',
    versionId: `versions.r1.${id}`,
    versionRevisionId: expect.any(String),
  }
}

function told(type: string, author: string, more: Readonly<Record<string, unknown>> = {}) {
  return {type, author, ...more, releaseName: 'r1', timestamp: expect.any(String)}
}

describe('actions', () => {
  test('the first edit of a published document makes its draft', async () => {
    await alice.create({_id: 'a', _type: 'article', headline: 'One'})
    const {transactionId} = await alice.action(
      [
        {actionType: 'sanity.action.document.edit', ...pair, patch: guard},
        {
          actionType: 'sanity.action.document.edit',
          ...pair,
          patch: {diffMatchPatch: {headline: '@@ -1,3 +1,6 @@\n One\n+ up\n'}},
        },
      ],
      {transactionId: 'tx-edit'},
    )
    expect(transactionId).toBe('tx-edit')
    expect(await all()).toEqual([
      stored({_id: 'a', _type: 'article', headline: 'One'}),
      stored({_id: 'drafts.a', _type: 'article', headline: 'One up'}),
    ])
  })

  test('an edit of nothing is not found', async () => {
    await expect(
      alice.action({actionType: 'sanity.action.document.edit', ...pair, patch: guard}),
    ).rejects.toMatchObject({
      statusCode: 404,
      response: {body: {error: {type: 'actionError', items: [{index: 0}]}}},
    })
  })

  test('publishing puts the draft in place and makes waiting references strong', async () => {
    await alice.create({_id: 'c', _type: 'contributor'})
    await alice.create({
      _id: 'drafts.a',
      _type: 'article',
      contributor: {
        _type: 'reference',
        _ref: 'c',
        _weak: true,
        _strengthenOnPublish: {type: 'contributor'},
      },
      topic: {_ref: 't', _weak: true, _strengthenOnPublish: {type: 'topic', weak: true}},
    })
    await alice.action({actionType: 'sanity.action.document.publish', ...pair})
    expect(await all()).toEqual([
      stored({
        _id: 'a',
        _type: 'article',
        contributor: {_type: 'reference', _ref: 'c'},
        topic: {_ref: 't', _weak: true},
      }),
      stored({_id: 'c', _type: 'contributor'}),
    ])
  })

  test('publishing over another revision than the editor saw is a conflict', async () => {
    await alice.create({_id: 'a', _type: 'article'})
    await alice.create({_id: 'drafts.a', _type: 'article', headline: 'Two'})
    await expect(
      alice.action({
        actionType: 'sanity.action.document.publish',
        ...pair,
        ifPublishedRevisionId: 'stale',
      }),
    ).rejects.toMatchObject({statusCode: 409})
    expect(await alice.getDocument('a')).not.toHaveProperty('headline')
  })

  test('publishing another type over what is strongly referenced is a conflict', async () => {
    await alice.create({_id: 'a', _type: 'contributor'})
    await alice.create({_id: 'b', _type: 'article', contributor: {_type: 'reference', _ref: 'a'}})
    await alice.create({_id: 'drafts.a', _type: 'agency'})
    await expect(
      alice.action({actionType: 'sanity.action.document.publish', ...pair}),
    ).rejects.toMatchObject({
      statusCode: 409,
      message: expect.stringContaining(
        'Document "a" cannot change its type as there are references to it from "b"',
      ),
    })
    expect(await all()).toEqual([
      stored({_id: 'a', _type: 'contributor'}),
      stored({_id: 'b', _type: 'article', contributor: {_type: 'reference', _ref: 'a'}}),
      stored({_id: 'drafts.a', _type: 'agency'}),
    ])
  })

  test('several actions see each other and fail together', async () => {
    await alice.action([
      {
        actionType: 'sanity.action.document.create',
        publishedId: 'a',
        attributes: {_id: 'drafts.a', _type: 'article'},
        ifExists: 'fail',
      },
      {actionType: 'sanity.action.document.edit', ...pair, patch: {set: {headline: 'New'}}},
      {actionType: 'sanity.action.document.publish', ...pair},
    ])
    expect(await all()).toEqual([stored({_id: 'a', _type: 'article', headline: 'New'})])

    await expect(
      alice.action([
        {actionType: 'sanity.action.document.unpublish', ...pair},
        {actionType: 'sanity.action.document.discard', draftId: 'drafts.missing'},
      ]),
    ).rejects.toMatchObject({statusCode: 404})
    expect(await all()).toEqual([stored({_id: 'a', _type: 'article', headline: 'New'})])
  })

  test('unpublish keeps the content as a draft, delete takes both', async () => {
    await alice.create({_id: 'a', _type: 'article', headline: 'One'})
    await alice.action({actionType: 'sanity.action.document.unpublish', ...pair})
    expect(await all()).toEqual([stored({_id: 'drafts.a', _type: 'article', headline: 'One'})])

    await alice.action({actionType: 'sanity.action.document.publish', ...pair})
    await alice.action({actionType: 'sanity.action.document.edit', ...pair, patch: guard})
    await alice.action({
      actionType: 'sanity.action.document.delete',
      publishedId: 'a',
      includeDrafts: ['drafts.a'],
    })
    expect(await all()).toEqual([])
  })

  test('a document is not deleted while a draft or version of it is not named', async () => {
    await alice.create({_id: 'a', _type: 'article'})
    await alice.create({_id: 'drafts.a', _type: 'article'})
    await alice.create({_id: 'versions.r1.a', _type: 'article'})
    const remove = (...includeDrafts: string[]) =>
      alice.action({
        actionType: 'sanity.action.document.delete',
        publishedId: 'a',
        includeDrafts,
      })
    await expect(remove('drafts.a')).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringContaining(
        'Cannot delete "a": "versions.r1.a" exists and is not in "includeDrafts"',
      ),
    })
    expect(await all()).toHaveLength(3)
    await remove('drafts.a', 'versions.r1.a')
    expect(await all()).toEqual([])
  })

  test('a draft is not made anew beside a published document, nor put in the place of nothing', async () => {
    const attributes = {_id: 'drafts.a', _type: 'article'}
    await expect(
      alice.action({
        actionType: 'sanity.action.document.replaceDraft',
        publishedId: 'a',
        attributes,
      }),
    ).rejects.toMatchObject({statusCode: 404})
    await alice.create({_id: 'a', _type: 'article'})
    await expect(
      alice.action({
        actionType: 'sanity.action.document.create',
        publishedId: 'a',
        attributes,
        ifExists: 'ignore',
      }),
    ).rejects.toMatchObject({statusCode: 409})
    expect(await all()).toEqual([stored({_id: 'a', _type: 'article'})])
  })

  test('a dry run answers and stores nothing', async () => {
    await alice.create({_id: 'drafts.a', _type: 'article'})
    const published = await alice.action(
      {actionType: 'sanity.action.document.publish', ...pair},
      {dryRun: true, transactionId: 'dry'},
    )
    expect(published).toMatchObject({transactionId: 'dry'})
    expect(await all()).toEqual([stored({_id: 'drafts.a', _type: 'article'})])
  })

  test('history is not purged in silence', async () => {
    await alice.create({_id: 'a', _type: 'article'})
    await alice.create({_id: 'drafts.a', _type: 'article'})
    const purge = {
      'document.delete': {publishedId: 'a', includeDrafts: ['drafts.a']},
      'document.discard': {draftId: 'drafts.a'},
      'document.version.discard': {versionId: 'drafts.a'},
    }
    for (const [name, fields] of Object.entries(purge)) {
      const actions = [{actionType: `sanity.action.${name}`, purge: true, ...fields}]
      await expect(alice.dataRequest('actions', {actions})).rejects.toMatchObject({
        statusCode: 400,
        message: expect.stringContaining('Cannot purge: this lake keeps the history'),
      })
    }
    const mutations = [{delete: {id: 'a', purge: true}}]
    await expect(alice.dataRequest('mutate', {mutations})).rejects.toMatchObject({statusCode: 400})
    expect(await all()).toHaveLength(2)
  })

  test('replaceDraft restores, version.discard throws away', async () => {
    await alice.create({_id: 'drafts.a', _type: 'article', headline: 'New'})
    await alice.action({
      actionType: 'sanity.action.document.replaceDraft',
      publishedId: 'a',
      attributes: {_id: 'drafts.a', _type: 'article', headline: 'Old'},
    })
    expect(await all()).toEqual([stored({_id: 'drafts.a', _type: 'article', headline: 'Old'})])
    await alice.action({
      actionType: 'sanity.action.document.version.discard',
      versionId: 'drafts.a',
    })
    expect(await all()).toEqual([])
  })

  test.for(['edit', 'publish', 'unpublish'])(
    '%s wants a draft of the same document',
    async (name) => {
      await alice.create({_id: 'a', _type: 'article'})
      await alice.create({_id: 'drafts.b', _type: 'article'})
      for (const draftId of ['a', 'drafts.b']) {
        const action = {
          actionType: `sanity.action.document.${name}`,
          draftId,
          publishedId: 'a',
          patch: guard,
        }
        await expect(
          alice.request({
            method: 'POST',
            url: '/data/actions/production',
            body: {actions: [action]},
          }),
        ).rejects.toMatchObject({
          statusCode: 400,
          message: expect.stringContaining(`"${draftId}" is no draft or version of "a"`),
        })
      }
    },
  )

  test.for([
    ['document.discard', {draftId: 'a'}],
    ['document.version.discard', {versionId: 'a'}],
    ['document.create', {publishedId: 'new', attributes: {_id: 'new', _type: 'article'}}],
    ['document.create', {publishedId: 'new', attributes: {_type: 'article'}}],
    ['document.create', {publishedId: 'new', attributes: {_id: 'drafts.b', _type: 'article'}}],
    ['document.replaceDraft', {publishedId: 'a', attributes: {_id: 'a', _type: 'note'}}],
    ['document.replaceDraft', {publishedId: 'a', attributes: {_id: 'drafts.b', _type: 'note'}}],
    ['document.version.replace', {document: {_id: 'a', _type: 'note'}}],
    ['document.version.create', {publishedId: 'a', document: {_id: 'new', _type: 'article'}}],
    ['document.version.create', {publishedId: 'a', versionId: 'versions.r1.b', baseId: 'a'}],
    ['document.version.unpublish', {publishedId: 'a', versionId: 'a'}],
    ['document.delete', {publishedId: 'a', includeDrafts: ['b', 'drafts.b']}],
    ['document.delete', {publishedId: 'drafts.b', includeDrafts: []}],
    ['document.edit', {...pair, patch: {query: '*', set: {headline: 'Lost'}}}],
  ] as const)('%s touches nothing but the draft or version that it is for', async (action) => {
    const [name, fields] = action
    await alice.create({_id: 'a', _type: 'article'})
    await alice.create({_id: 'b', _type: 'article'})
    await alice.create({_id: 'drafts.b', _type: 'article'})
    const before = await all()
    const actions = [{actionType: `sanity.action.${name}`, ...fields}]
    await expect(alice.dataRequest('actions', {actions})).rejects.toMatchObject({statusCode: 400})
    expect(await all()).toEqual(before)
  })

  test('what an action brings gets the keys that it lacks, what was stored stays as it is', async () => {
    await alice.create({_id: 'a', _type: 'article', old: [{text: 'x'}]})
    await alice.action({
      actionType: 'sanity.action.document.edit',
      ...pair,
      patch: {set: {points: [{text: 'y'}, {_key: 'mine', text: 'z'}]}},
    })
    await alice.action({
      actionType: 'sanity.action.document.create',
      publishedId: 'b',
      attributes: {_id: 'drafts.b', _type: 'article', points: [{text: 'y'}]},
      ifExists: 'fail',
    })
    const _key = expect.stringMatching(/^.{3,12}$/u)
    expect(await alice.fetch('*[_id in path("drafts.**")]{old, points}')).toEqual([
      {
        old: [{text: 'x'}],
        points: [
          {_key, text: 'y'},
          {_key: 'mine', text: 'z'},
        ],
      },
      {old: null, points: [{_key, text: 'y'}]},
    ])
  })

  test('an unknown action is refused', async () => {
    const response = await lake.request(
      '/v2025-02-19/data/actions/production',
      {method: 'POST', body: '{"actions":[{"actionType":"sanity.action.document.explode"}]}'},
      'alice',
    )
    expect(response.status).toBe(400)
  })
})

describe('releases', () => {
  beforeEach(async () => {
    await alice.create({_id: 'a', _type: 'article', headline: 'Old'})
    await alice.create({_id: 'b', _type: 'article'})
    await alice.releases.create({releaseId: 'r1', metadata: {title: 'Budget day'}})
    await alice.createVersion({publishedId: 'a', releaseId: 'r1', baseId: 'a'})
    await alice.patch('versions.r1.a').set({headline: 'New'}).commit()
    await alice.action({
      actionType: 'sanity.action.document.version.unpublish',
      versionId: 'versions.r1.b',
      publishedId: 'b',
    })
  })

  test('publishing a release publishes and unpublishes its documents', async () => {
    await alice.releases.publish({releaseId: 'r1'})
    expect(await all()).toEqual([stored({_id: 'a', _type: 'article', headline: 'New'})])
    expect(await alice.releases.get({releaseId: 'r1'})).toMatchObject({
      _id: '_.releases.r1',
      name: 'r1',
      state: 'published',
      metadata: {title: 'Budget day', releaseType: 'undecided'},
      finalDocumentStates: [{id: 'versions.r1.a'}, {id: 'versions.r1.b'}],
    })
  })

  test('a release is taken in as another lake had it, unless its time has passed', async () => {
    const takeIn = (name: string, ifExists: 'fail' | 'ignore' | 'replace', more = {}) =>
      alice.action({
        actionType: 'sanity.action.release.import',
        releaseId: name,
        attributes: {_id: `_.releases.${name}`, _type: 'system.release', name, ...more},
        ifExists,
      })
    await takeIn('spring', 'fail', {state: 'scheduled', publishAt: '2030-01-01T00:00:00Z'})
    await takeIn('past', 'fail', {state: 'scheduled', publishAt: '2025-01-01T00:00:00Z'})
    await expect(takeIn('spring', 'fail')).rejects.toMatchObject({statusCode: 409})
    await takeIn('spring', 'ignore', {state: 'archived'})
    await takeIn('autumn', 'fail', {state: 'active'})
    await takeIn('autumn', 'replace', {state: 'archived'})
    await expect(takeIn('x', 'fail', {_id: 'a'})).rejects.toMatchObject({statusCode: 400})

    expect(
      await alice.fetch(
        'releases::all()[name != "r1"]{name, state, publishAt, error} | order(name)',
      ),
    ).toEqual([
      {name: 'autumn', state: 'archived', publishAt: null, error: null},
      {
        name: 'past',
        state: 'active',
        publishAt: null,
        error: {
          message:
            'It was to go out at 2025-01-01T00:00:00Z, before it came into this lake: schedule it anew',
        },
      },
      {name: 'spring', state: 'scheduled', publishAt: '2030-01-01T00:00:00Z', error: null},
    ])
  })

  test('an archived release gives its versions back', async () => {
    const before = await all()
    await alice.releases.archive({releaseId: 'r1'})
    expect(await alice.fetch('*[_id in path("versions.**")]')).toEqual([])
    await alice.releases.unarchive({releaseId: 'r1'})
    expect(await all()).toEqual(before)
  })

  test('a release is scheduled and unscheduled; what its state forbids is a conflict', async () => {
    await alice.releases.schedule({releaseId: 'r1', publishAt: '2026-11-24T05:00:00Z'})
    expect(await alice.releases.get({releaseId: 'r1'})).toMatchObject({
      state: 'scheduled',
      publishAt: '2026-11-24T05:00:00.000Z',
    })
    await expect(alice.releases.delete({releaseId: 'r1'})).rejects.toMatchObject({statusCode: 409})
    await alice.releases.unschedule({releaseId: 'r1'})
    await alice.releases.archive({releaseId: 'r1'})
    await alice.releases.delete({releaseId: 'r1'})
    expect(await alice.getDocument('_.releases.r1')).toBeUndefined()
  })

  test('its history tells who did what, newest first and page by page', async () => {
    const bob = lake.client('bob')
    await bob.discardVersion({publishedId: 'b', releaseId: 'r1'})
    await alice.releases.schedule({releaseId: 'r1', publishAt: '2026-11-24T05:00:00Z'})
    await bob.releases.unschedule({releaseId: 'r1'})
    await alice.releases.archive({releaseId: 'r1'})
    await alice.releases.unarchive({releaseId: 'r1'})
    await bob.releases.publish({releaseId: 'r1'})

    const read = async (parameters: string): Promise<unknown> =>
      alice.request({url: `/data/history/production/events/releases/r1?${parameters}`})
    const came = {revisionId: expect.any(String)}
    const events = [
      told('publishRelease', 'bob'),
      told('unarchiveRelease', 'alice'),
      told('archiveRelease', 'alice'),
      told('unscheduleRelease', 'bob'),
      told('scheduleRelease', 'alice', {publishAt: '2026-11-24T05:00:00.000Z'}),
      told('discardDocumentFromRelease', 'bob', version('b')),
      told('addDocumentToRelease', 'alice', {...version('b'), ...came}),
      told('addDocumentToRelease', 'alice', {...version('a'), ...came}),
      told('createRelease', 'alice'),
    ]
    expect(await read('limit=100')).toEqual({events, nextCursor: ''})
    const first = await read('limit=4')
    expect(first).toEqual({events: events.slice(0, 4), nextCursor: expect.stringMatching(/^\d+$/u)})
    const {nextCursor} = Object(first)
    expect(await read(`limit=100&nextCursor=${nextCursor}`)).toEqual({
      events: events.slice(4),
      nextCursor: '',
    })
    await expect(
      lake.client().request({url: '/data/history/production/events/releases/r1'}),
    ).rejects.toMatchObject({statusCode: 401})
  })

  test('an archived release brings back its own versions, not those of one with a like name', async () => {
    for (const releaseId of ['r_2', 'rx2']) {
      await alice.releases.create({releaseId})
      await alice.createVersion({publishedId: 'a', releaseId, baseId: 'a'})
    }
    const archive = 'sanity.action.release.archive' as const
    await alice.action([
      {actionType: archive, releaseId: 'r_2'},
      {actionType: archive, releaseId: 'rx2'},
    ])
    await alice.releases.unarchive({releaseId: 'r_2'})
    expect(
      await alice.fetch('*[_id in path("versions.r_2.**") || _id in path("versions.rx2.**")]._id'),
    ).toEqual(['versions.r_2.a'])
  })
})
