import type {Mutation, SanityClient} from '@sanity/client'

import {contributorsByAlias} from '../../ingest/contributors-by-alias.ts'
import {type Fields, isFields, type Item, itemsOf} from '../../ingest/merge-content.ts'
import {patchBetween} from '../../ingest/merge-patch.ts'
import {baseOf, mergedSources, mergeVersion, type StoryText} from '../../ingest/merge-version.ts'
import {mergeArticle} from '../../ingest/merge.ts'
import {versionKinds} from '../../schemas/documents/source-text.ts'
import {referenceOf, textOf} from '../../schemas/rules/narrow.ts'
import {recordIdOf} from '../article/record-id.ts'
import {readStoredArticle, type StoredArticle} from '../decisions/decision.ts'
import {sayRefusal} from '../texts/say-refusal.ts'

/** Two articles that an editor takes for one story; ids with or without `drafts.`. */
export interface JoinedStory {
  /** The one that becomes a version, and is an article no more */
  readonly articleId: string
  /** The one that takes it in */
  readonly otherId: string
  /** ISO 8601 */
  readonly at: string
}

/**
 * Makes the received text of an article a version of another story, merged as an import merges it: what nobody edited there takes the new words,
 * what an editor touched stays. The article that was made from the text goes; the text stays.
 *
 * @returns One transaction; it is refused when somebody has changed one of the articles meanwhile. The record of the first is the caller's to hold
 * @throws Error when an edit or a published article would be lost, or the other article is gone; the message is for the editor
 */
export async function joinStory(
  client: SanityClient,
  {articleId, otherId, at}: JoinedStory,
): Promise<Mutation[]> {
  const article = await readStory(client, articleId)
  const other = await readStory(client, otherId)
  const names = contributorsByAlias(
    await client.fetch('*[_type == "contributor"]{_id, name, bylineName, aliases}'),
  )
  const {draft, record} = article
  if (article.published) throw new Error(sayRefusal('join-published'))
  if (draft === undefined || record === undefined) throw new Error(sayRefusal('join-gone'))
  if (other.record === undefined || (other.draft ?? other.published) === undefined) {
    throw new Error(sayRefusal('join-other-gone'))
  }
  const said = baseOf(article, names)
  const source = mergedSources(article).at(-1)
  if (said === undefined || source === undefined) throw new Error(sayRefusal('join-source-gone'))
  if (isEdited(draft, said)) {
    throw new Error(sayRefusal('join-edited'))
  }
  const text = {...textOfSource(source, record, at), article: said}
  const story = {...other, articleId: other.id, record: other.record}
  const version = mergeVersion(text, story, names)
  if (version === undefined) throw new Error(sayRefusal('join-other-source-gone'))
  return [
    ...(version.article === undefined
      ? []
      : other.draft === undefined
        ? [{create: version.article}]
        : patches(other.draft, version.article)),
    ...patches(other.record, version.record),
    ...withdrawal(draft),
    {delete: {id: recordIdOf(articleId)}},
  ]
}

interface StoredStory extends StoredArticle {
  readonly record: Fields | undefined
  /** The received texts that the record names, by id */
  readonly sources: ReadonlyMap<string, Fields>
}

async function readStory(client: SanityClient, articleId: string): Promise<StoredStory> {
  const article = await readStoredArticle(client, articleId)
  const record: unknown = await client.getDocument(recordIdOf(articleId))
  const ids = itemsOf(isFields(record) ? record['origins'] : undefined).map((origin) =>
    referenceOf(origin, 'source'),
  )
  const sources: readonly unknown[] = ids.length === 0 ? [] : await client.getDocuments(ids)
  return {
    ...article,
    record: isFields(record) ? record : undefined,
    sources: new Map(sources.filter(isFields).map((source) => [textOf(source, '_id'), source])),
  }
}

/** What an import puts into an article besides what the copy says. */
const OF_IMPORT = new Set(['publication', 'language', 'pubStatus'])

function isEdited(draft: Fields, said: Fields): boolean {
  const isOurs = (name: string) =>
    !(name.startsWith('_') || OF_IMPORT.has(name) || said[name] !== undefined)
  return (
    Object.keys(draft).some(isOurs) ||
    mergeArticle({base: said, theirs: said, ours: draft}).isEdited
  )
}

function textOfSource(
  source: Fields,
  record: Fields,
  receivedAt: string,
): Omit<StoryText, 'article'> {
  const kind = versionKinds.find(({value}) => value === source['versionKind'])?.value ?? 'update'
  return {
    kind: kind === 'first' ? 'update' : kind,
    versionNote: textOf(source, 'versionNote') || undefined,
    keyPrefix: textOf(source, '_id')
      .replace(/^source\./u, '')
      .slice(0, 6),
    receivedAt,
    origins: itemsOf(record['origins']),
    findings: itemsOf(record['findings']).filter(isDoubt),
  }
}

/** Whether the two are one story is settled now. */
function isDoubt({code}: Item): boolean {
  return code !== 'near-duplicate'
}

function patches(before: Fields, after: Fields): readonly Mutation[] {
  const [old, wanted] = [contentOf(before), contentOf(after)]
  return patchBetween(old, wanted).map(({set, unset, insert}, index) => ({
    patch: {
      id: textOf(before, '_id'),
      ...(index === 0 && {ifRevisionID: textOf(before, '_rev')}),
      ...(set && {set}),
      ...(unset && {unset: [...unset]}),
      ...(insert && {insert: {...insert, items: [...insert.items]}}),
    },
  }))
}

function contentOf({_rev, _createdAt, _updatedAt, ...content}: Fields): Fields {
  return content
}

/** A deletion knows no revision: a patch that changes nothing holds it. */
function withdrawal(document: Fields): readonly Mutation[] {
  const id = textOf(document, '_id')
  const unset = ['joined']
  return [{patch: {id, ifRevisionID: textOf(document, '_rev'), unset}}, {delete: {id}}]
}
