import type {SanityClient} from '@sanity/client'

import {findStored, type StoredSources} from './find-stored.ts'
import type {NearDuplicate} from './near-texts.ts'
import {findNothingToDo, planFirst, type PlannedCopy} from './plan-import.ts'
import {planVersion} from './plan-version.ts'
import type {PreparedCopy} from './prepare-copy.ts'
import type {Desk} from './read-desk.ts'
import {findStory, type ReadDocuments, readStory, sourceIdsOf} from './read-story.ts'

/** What planning looks at besides the text. */
export interface PlanningContext {
  readonly client: SanityClient
  readonly read: ReadDocuments
  readonly desk: Desk
  /** The other story that a text seems to be a version of */
  readonly findNear: (copy: PreparedCopy) => Promise<NearDuplicate | undefined>
  /** Paths by source id of what this run has taken so far */
  readonly taken: ReadonlyMap<string, string>
  /** The article that somebody says the text is a version of */
  readonly versionOf: string | undefined
}

/**
 * Reads what the dataset has of a text and its story and decides what becomes of it.
 *
 * @param stored - What was found of it a moment ago; looked for again when absent
 */
export async function planCopy(
  path: string,
  copy: PreparedCopy,
  {client, read, desk, findNear, taken, versionOf}: PlanningContext,
  stored?: StoredSources,
): Promise<PlannedCopy> {
  const {identity, notes} = copy
  const sources = stored ?? (await findStored(client, [identity]))
  const nothing = findNothingToDo(path, copy, sources, taken)
  if (nothing !== undefined) return {item: nothing, mutations: [], after: []}
  const storyId = notes.storyId ?? notes.itemId
  if (versionOf === undefined && (notes.provider === undefined || storyId === undefined)) {
    return planFirst(path, copy, await findNear(copy))
  }
  let story = await readStory(client, read, identity.articleId)
  if (story.record === undefined && versionOf === undefined) {
    const begun = await findStory(client, notes.provider ?? '', storyId ?? '')
    if (begun !== undefined) story = await readStory(client, read, begun)
  }
  const twin = sources.byText.get(identity.textSha256)
  if (twin !== undefined && !sourceIdsOf(story.record).includes(twin)) {
    const reason = `"${path}" is stored as "${twin}", outside its story; nothing is merged by itself`
    return {item: {path, outcome: 'duplicate', reason}, mutations: [], after: []}
  }
  const {record, articleId} = story
  if (record !== undefined) {
    const known = {...copy, identity: {...identity, articleId}}
    return planVersion(path, known, {...story, record}, desk)
  }
  if (versionOf === undefined) return planFirst(path, copy, await findNear(copy))
  const reason = `Cannot import "${path}" as a version of "${versionOf}": the dataset has no imported article of that id`
  return {item: {path, outcome: 'failed', reason}, mutations: [], after: []}
}
