import {createHash} from 'node:crypto'

import {publishedIdOf} from '../store/document-ids.ts'
import type {Candidates} from '../store/document-source.ts'
import type {LakeDocument} from '../store/lake-document.ts'
import {findReferences} from '../store/references.ts'

/** More tags than this for one answer are one for the whole dataset: frontends' caches take about a hundred. */
const MOST_TAGS = 100

/** What an answer was made of. A change that can make another answer shares one of its subjects. */
type Subject = 'everything' | `${'id' | 'reference' | 'type'}:${string}`

/** Notes what a query reads, and gives the tags of its answer. */
export interface SyncTagCollector {
  /** The query asked for all documents that meet these constraints: what comes to meet them matters as well as what it got */
  readonly add: (candidates: Candidates) => void
  /** Sorted */
  tags(): readonly string[]
}

export function collectSyncTags(dataset: string): SyncTagCollector {
  const subjects = new Set<Subject>()
  return {
    add(candidates) {
      for (const subject of subjectsOf(candidates)) subjects.add(subject)
    },
    tags() {
      const isAll = subjects.has('everything') || subjects.size > MOST_TAGS
      return toTags(dataset, isAll ? ['everything'] : [...subjects])
    },
  }
}

/** A document before and after a commit. */
export interface ChangedDocument {
  readonly id: string
  readonly before: LakeDocument | undefined
  readonly after: LakeDocument | undefined
}

/**
 * The tags of all answers that a change can alter.
 *
 * @param layers - Its other layers (published, draft, versions), which show in its place, or no longer do, in a perspective; none for readers of published documents
 */
export function syncTagsOfChange(
  dataset: string,
  {id, before, after}: ChangedDocument,
  layers: readonly LakeDocument[] = [],
): readonly string[] {
  const documents = [before, after, ...layers].filter((document) => document !== undefined)
  const references = documents.flatMap(findReferences)
  return toTags(dataset, [
    'everything',
    `id:${publishedIdOf(id)}`,
    ...documents.map(({_type: type}): Subject => `type:${type}`),
    ...references.map(({to}): Subject => `reference:${to}`),
  ])
}

/** The narrowest kind of subject that covers every document that can meet the constraints. */
function subjectsOf(candidates: Candidates): readonly Subject[] {
  const {ids, publishedIds, referencing, types, alternatives = []} = candidates
  const named = ids ?? publishedIds
  if (named) return named.map((id): Subject => `id:${publishedIdOf(id)}`)
  if (referencing) return referencing.map((id): Subject => `reference:${id}`)
  const either = alternatives
    .map((members) => members.flatMap(subjectsOf))
    .find((subjects) => !subjects.includes('everything'))
  if (types) return types.map((type): Subject => `type:${type}`)
  return either ?? ['everything']
}

/** Opaque, and short: two subjects with one tag only make a cache fresh once too often. */
function toTags(dataset: string, subjects: readonly Subject[]): readonly string[] {
  const tags = subjects.map((subject) => {
    const hash = createHash('sha256').update(`${dataset}\n${subject}`).digest('base64url')
    return `s1:${hash.slice(0, 8)}`
  })
  return [...new Set(tags)].toSorted()
}
