import type {SanityClient} from '@sanity/client'

import {type Fields, isFields} from '../../ingest/merge-content.ts'
import {readRecords, readText, readTexts} from '../narrow.ts'

/** Everything the dataset has of one story, as read at one moment; each document with its `_rev`. */
export interface Story {
  /** `article-<hash>`, without `drafts.` */
  readonly articleId: string
  readonly published?: Fields | undefined
  readonly draft?: Fields | undefined
  readonly record?: Fields | undefined
  /** Ids of versions in releases: reported, never written */
  readonly releases: readonly string[]
  /** The received texts that the record names, by id */
  readonly sources: ReadonlyMap<string, Fields>
}

/** Documents by id; those that there are. */
export type ReadDocuments = (ids: readonly string[]) => Promise<ReadonlyMap<string, Fields>>

export function documentReader(client: SanityClient): ReadDocuments {
  return async (ids) => {
    if (ids.length === 0) return new Map()
    const documents: readonly unknown[] = await client.getDocuments([...ids], {
      tag: 'import.read',
    })
    return byId(documents.filter(isFields))
  }
}

export async function readStory(
  client: SanityClient,
  read: ReadDocuments,
  articleId: string,
): Promise<Story> {
  const ids = [articleId, `drafts.${articleId}`, `record.${articleId}`]
  const documents = await read(ids)
  const record = documents.get(`record.${articleId}`)
  const releases: unknown = await client.fetch(
    /* groq */ `*[sanity::versionOf($id) && _id in path("versions.**")]._id`,
    {id: articleId},
    {perspective: 'raw', tag: 'import.versions'},
  )
  return {
    articleId,
    published: documents.get(articleId),
    draft: documents.get(`drafts.${articleId}`),
    record,
    releases: readTexts(releases),
    sources: await read(sourceIdsOf(record)),
  }
}

/**
 * The article of a provider's story that was begun under another id: its first text came without one, and somebody has said since that
 * they belong together.
 */
export async function findStory(
  client: SanityClient,
  provider: string,
  storyId: string,
): Promise<string | undefined> {
  const ids: unknown = await client.fetch(
    /* groq */ `*[_type == "sourceText" && storyId == $storyId && lower(provider) == lower($provider)]._id`,
    {provider, storyId},
    {perspective: 'raw', tag: 'import.story'},
  )
  const sourceIds = readTexts(ids)
  return sourceIds.length === 0 ? undefined : findArticle(client, sourceIds)
}

/** The article that one of some received texts belongs to, wherever somebody has put it. */
export async function findArticle(
  client: SanityClient,
  sourceIds: readonly string[],
): Promise<string | undefined> {
  const found: unknown = await client.fetch(
    /* groq */ `*[_type == "articleRecord" && references($sourceIds)] | order(_id)[0...1]._id`,
    {sourceIds},
    {perspective: 'raw', tag: 'import.story'},
  )
  return readTexts(found)[0]?.replace(/^record\./u, '')
}

export function sourceIdsOf(record: Fields | undefined): readonly string[] {
  return readRecords(record?.['origins']).flatMap(({source}) =>
    isFields(source) ? (readText(source['_ref']) ?? []) : [],
  )
}

function byId(documents: readonly Fields[]): ReadonlyMap<string, Fields> {
  return new Map(
    documents.flatMap((document) => {
      const id = readText(document['_id'])
      return id === undefined ? [] : [[id, document] as const]
    }),
  )
}
