import type {EditAction, PublishAction} from '@sanity/client'

import {type Fields, fieldOf, stringsOf, textOf} from '../../schemas/rules/narrow.ts'

/**
 * What the lake is asked when an article goes out: one request that sets the times of its life and publishes, so that no reader
 * ever sees the one without the other.
 *
 * @param draft - The draft as it stands in the dataset, with its `drafts.` id
 * @param published - What readers have now; `undefined` the first time
 * @param now - ISO 8601
 */
export function buildPublishRequest(
  draft: Fields,
  published: Fields | undefined,
  now: string,
): [EditAction, PublishAction] {
  const draftId = textOf(draft, '_id')
  const publishedId = draftId.replace(/^drafts\./u, '')
  const revision = textOf(published, '_rev')
  return [
    {
      actionType: 'sanity.action.document.edit',
      draftId,
      publishedId,
      patch: {set: {...lifeTimes(draft, published, now), ...formerSlugs(draft, published)}},
    },
    {
      actionType: 'sanity.action.document.publish',
      draftId,
      publishedId,
      ...(revision !== '' && {ifPublishedRevisionId: revision}),
    },
  ]
}

function lifeTimes(draft: Fields, published: Fields | undefined, now: string) {
  const lastUpdate = textOf(published, 'contentUpdatedAt')
  const isSame = published !== undefined && content(draft) === content(published)
  return {
    firstPublishedAt:
      textOf(published, 'firstPublishedAt') || textOf(draft, 'firstPublishedAt') || now,
    publishedAt: now,
    contentUpdatedAt: isSame && lastUpdate !== '' ? lastUpdate : now,
  }
}

/** Addresses that readers have keep leading here. */
function formerSlugs(draft: Fields, published: Fields | undefined): {formerSlugs?: string[]} {
  const current = textOf(fieldOf(draft, 'slug'), 'current')
  const before = textOf(fieldOf(published, 'slug'), 'current')
  if (before === '' || before === current) return {}
  const former = new Set([...stringsOf(draft, 'formerSlugs'), before])
  former.delete(current)
  return {formerSlugs: [...former]}
}

/** Everything a reader could notice, as one comparable string. */
function content(article: Fields): string {
  return JSON.stringify(sorted(article), (key, value: unknown) =>
    notContent.has(key) ? undefined : sorted(value),
  )
}

const notContent = new Set([
  '_id',
  '_rev',
  '_createdAt',
  '_updatedAt',
  '_originalId',
  '_system',
  'firstPublishedAt',
  'publishedAt',
  'contentUpdatedAt',
])

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  )
}
