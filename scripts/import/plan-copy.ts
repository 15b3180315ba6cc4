import type {SanityClient} from '@sanity/client'

import {findStored, type StoredSources} from './find-stored.ts'
import type {NearDuplicate} from './near-texts.ts'
import {planAgain} from './plan-again.ts'
import {findNothingToDo, nothingPlanned, planFirst, type PlannedCopy} from './plan-import.ts'
import {planVersion} from './plan-version.ts'
import type {PreparedCopy} from './prepare-copy.ts'
import type {Desk} from './read-desk.ts'
import {findStory, type ReadDocuments, readStory, sourceIdsOf, type Story} from './read-story.ts'
import type {TakenTexts} from './taken-texts.ts'
import {withoutStep} from './undo-entry.ts'

/** What planning looks at besides the text. */
export interface PlanningContext {
  readonly client: SanityClient
  readonly read: ReadDocuments
  readonly desk: Desk
  /** The other story that a text seems to be a version of */
  readonly findNear: (copy: PreparedCopy) => Promise<NearDuplicate | undefined>
  readonly taken: TakenTexts
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
  const {identity, notes, documents} = copy
  const sources = stored ?? (await findStored(client, [identity]))
  const nothing = findNothingToDo(path, copy, sources, taken.find(identity))
  const before = sources.receptions.get(identity.sourceId)
  if (nothing?.outcome === 'unchanged' && before !== undefined && Object.keys(notes).length > 0) {
    const known = {nothing, before}
    const again = await planAgain(path, copy, known, {client, read, desk, taken})
    if (again !== undefined) return again
  }
  const storyId = notes.storyId ?? notes.itemId
  const isKill = documents.kind === 'kill'
  if (versionOf === undefined && (notes.provider === undefined || storyId === undefined)) {
    return nothing === undefined
      ? planFirst(path, copy, await findNear(copy))
      : nothingPlanned(nothing)
  }
  // one order to kill may be sent for many stories in the same words: each of them has to hear it
  if (nothing !== undefined && (!isKill || nothing.outcome === 'refused')) {
    return nothingPlanned(nothing)
  }
  const story = await readStoryOf(copy, {client, read, versionOf})
  const known = sourceIdsOf(story.record)
  if (nothing !== undefined && known.includes(identity.sourceId)) return nothingPlanned(nothing)
  const twin = sources.byText.get(identity.textSha256)
  if (!isKill && twin !== undefined && !known.includes(twin)) {
    const reason = `"${path}" is stored as "${twin}", outside its story; nothing is merged by itself`
    return nothingPlanned({path, outcome: 'duplicate', reason})
  }
  const planned = await planInStory(path, copy, story, {desk, findNear, versionOf})
  return nothing === undefined ? planned : withoutSource(planned, identity.sourceId)
}

/** The story that a text belongs to by its id; there may be nothing of it. */
async function readStoryOf(
  {identity, notes}: PreparedCopy,
  {client, read, versionOf}: Pick<PlanningContext, 'client' | 'read' | 'versionOf'>,
): Promise<Story> {
  const story = await readStory(client, read, identity.articleId)
  if (story.record !== undefined || versionOf !== undefined) return story
  const storyId = notes.storyId ?? notes.itemId ?? ''
  const begun = await findStory(client, notes.provider ?? '', storyId)
  return begun === undefined ? story : readStory(client, read, begun)
}

async function planInStory(
  path: string,
  copy: PreparedCopy,
  story: Story,
  {desk, findNear, versionOf}: Pick<PlanningContext, 'desk' | 'findNear' | 'versionOf'>,
): Promise<PlannedCopy> {
  const {articleId, record} = story
  if (record !== undefined) {
    const known = {...copy, identity: {...copy.identity, articleId}}
    return planVersion(path, known, {...story, record}, desk)
  }
  const isThere = (story.draft ?? story.published) !== undefined
  if (versionOf === undefined && !isThere) return planFirst(path, copy, await findNear(copy))
  const reason =
    versionOf === undefined
      ? `Cannot import "${path}": the dataset has "${articleId}" without "record.${articleId}", so its edits cannot be told from the copy; restore the record, or delete the article, and import again`
      : `Cannot import "${path}" as a version of "${versionOf}": the dataset has no imported article of that id`
  return nothingPlanned({path, outcome: 'failed', id: articleId, reason})
}

/** The same for a text whose source is stored, or on its way, already. */
function withoutSource(planned: PlannedCopy, sourceId: string): PlannedCopy {
  const {item, mutations, after, undo} = planned
  return {
    item,
    mutations: mutations.filter(
      (mutation) => !('create' in mutation && mutation.create._id === sourceId),
    ),
    after: after.filter(({_id}) => _id !== sourceId),
    ...(undo !== undefined && {undo: withoutStep(undo, sourceId)}),
  }
}
