import type {SanityClient} from '@sanity/client'

import {seedDocuments} from '../../ingest/seed-documents.ts'
import {readTexts} from '../narrow.ts'
import type {ImportItem} from './import-report.ts'
import type {PreparedCopy} from './prepare-copy.ts'
import type {Desk} from './read-desk.ts'

/** A document to be made; nothing that exists is ever replaced. */
export type PlannedMutation =
  | {readonly create: PlannedDocument}
  | {readonly createIfNotExists: PlannedDocument}

export interface PlannedDocument {
  readonly _id: string
  readonly _type: string
}

/** One request to the dataset: whole or not at all. */
export interface PlannedTransaction {
  readonly transactionId: string
  readonly mutations: readonly PlannedMutation[]
}

/** What becomes of one text, and the mutations, all in one transaction, that make it so. */
export interface PlannedCopy {
  readonly item: ImportItem
  readonly mutations: readonly PlannedMutation[]
}

/**
 * Decides what becomes of a prepared text. The same text twice is nothing to do: in the dataset it is unchanged,
 * in the same run a duplicate. An article that an editor deleted is not made again, for its source is still there.
 *
 * @param stored - Ids of sources that the dataset holds
 * @param taken - Paths by source id of what this run has taken so far
 */
export function planCopy(
  path: string,
  {identity, documents}: PreparedCopy,
  stored: ReadonlySet<string>,
  taken: ReadonlyMap<string, string>,
): PlannedCopy {
  const {sourceId, articleId: id} = identity
  if (stored.has(sourceId)) return {item: {path, outcome: 'unchanged', id}, mutations: []}
  const twin = taken.get(sourceId)
  if (twin !== undefined) {
    return {
      item: {path, outcome: 'duplicate', id, reason: `The same text as "${twin}"`},
      mutations: [],
    }
  }
  return {
    item: {path, outcome: 'created', id},
    mutations: [
      {create: documents.source},
      {create: documents.article},
      {create: documents.record},
    ],
  }
}

/** Which of the sources the dataset holds already. */
export async function findStored(
  client: SanityClient,
  sourceIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const ids: unknown = await client.fetch(
    /* groq */ `*[_id in $ids]._id`,
    {ids: sourceIds},
    {perspective: 'raw', tag: 'import.stored'},
  )
  return new Set(readTexts(ids))
}

/** The built-in agencies, titles, sections and rules of the types of which the dataset has none yet. */
export function planSeeds(desk: Desk): readonly PlannedMutation[] {
  return seedDocuments()
    .filter(({_type}) => !desk.seededTypes.has(_type))
    .map((document) => ({createIfNotExists: document}))
}
