import {describe, expect, test} from 'vitest'

import {buildPublishRequest} from './publish-request.ts'

const now = '2026-11-23T18:00:00.000Z'
const draft = {
  _id: 'drafts.article-a',
  _type: 'article',
  _rev: 'd1',
  headline: 'Ferry stops',
  slug: {_type: 'slug', current: 'ferry-stops'},
}
const published = {
  ...draft,
  _id: 'article-a',
  _rev: 'p1',
  firstPublishedAt: '2026-11-20T08:00:00.000Z',
  publishedAt: '2026-11-21T08:00:00.000Z',
  contentUpdatedAt: '2026-11-21T08:00:00.000Z',
}
const ids = {draftId: 'drafts.article-a', publishedId: 'article-a'}

describe('buildPublishRequest', () => {
  test('sets all three times when an article first goes out', () => {
    expect(buildPublishRequest(draft, undefined, now)).toEqual([
      {
        actionType: 'sanity.action.document.edit',
        ...ids,
        patch: {set: {firstPublishedAt: now, publishedAt: now, contentUpdatedAt: now}},
      },
      {actionType: 'sanity.action.document.publish', ...ids},
    ])
  })

  test('keeps the first time, and the time of the last change when nothing changed', () => {
    expect(buildPublishRequest(draft, published, now)).toEqual([
      {
        actionType: 'sanity.action.document.edit',
        ...ids,
        patch: {
          set: {
            firstPublishedAt: '2026-11-20T08:00:00.000Z',
            publishedAt: now,
            contentUpdatedAt: '2026-11-21T08:00:00.000Z',
          },
        },
      },
      {actionType: 'sanity.action.document.publish', ...ids, ifPublishedRevisionId: 'p1'},
    ])
  })

  test('tells readers of changed words, and keeps the old address leading here', () => {
    const renamed = {
      ...published,
      ...draft,
      slug: {_type: 'slug', current: 'ferries-stop'},
      formerSlugs: ['ferry', 'ferries-stop'],
    }

    expect(buildPublishRequest(renamed, published, now)[0].patch).toEqual({
      set: {
        firstPublishedAt: '2026-11-20T08:00:00.000Z',
        publishedAt: now,
        contentUpdatedAt: now,
        formerSlugs: ['ferry', 'ferry-stops'],
      },
    })
  })

  test('knows an article again whatever the order of its fields', () => {
    const {_id, headline, ...rest} = published
    const reordered = {...rest, headline, _id: 'drafts.article-a'}

    expect(buildPublishRequest(reordered, published, now)[0].patch.set).toMatchObject({
      contentUpdatedAt: '2026-11-21T08:00:00.000Z',
    })
    expect(_id).toBe('article-a')
  })
})
