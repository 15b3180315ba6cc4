import {isRecord} from '../store/lake-document.ts'
import {
  type ActionContext,
  type ActionHandler,
  contentOf,
  readExisting,
  readId,
  readObject,
  readOptionalString,
} from './action-context.ts'
import {checkRevision, refusePurge} from './document-actions.ts'
import {checkLayerId} from './layer-id.ts'

/** The actions on drafts and on documents of a release, by `actionType`. */
export const versionActions: ReadonlyMap<string, ActionHandler> = new Map([
  ['sanity.action.document.version.create', create],
  ['sanity.action.document.version.discard', discard],
  ['sanity.action.document.version.replace', replace],
  ['sanity.action.document.version.unpublish', unpublish],
])

/** Makes a version from the document given, or from another one (`baseId`). */
async function create(context: ActionContext): Promise<void> {
  const {document} = context.action
  const publishedId = readId(context, 'publishedId')
  if (isRecord(document)) {
    checkLayerId(context, document['_id'], publishedId)
    await context.take({create: document})
    return
  }
  const baseId = readId(context, 'baseId')
  const base = readExisting(context, baseId)
  checkRevision(context, baseId, readOptionalString(context, 'ifBaseRevisionId'))
  const id = checkLayerId(context, readId(context, 'versionId'), publishedId)
  await context.mutate({create: {...contentOf(base), _id: id}})
}

async function discard(context: ActionContext): Promise<void> {
  const id = checkLayerId(context, readId(context, 'versionId'))
  readExisting(context, id)
  refusePurge(context)
  await context.mutate({delete: {id}})
}

async function replace(context: ActionContext): Promise<void> {
  const document = readObject(context, 'document')
  readExisting(context, checkLayerId(context, document['_id']))
  await context.take({createOrReplace: document})
}

/** Marks the version so that publishing its release unpublishes the document. */
async function unpublish(context: ActionContext): Promise<void> {
  const publishedId = readId(context, 'publishedId')
  const id = checkLayerId(context, readId(context, 'versionId'), publishedId)
  if (!context.get(id)) {
    const published = readExisting(context, publishedId)
    await context.mutate({create: {...contentOf(published), _id: id}})
  }
  await context.mutate({patch: {id, set: {'_system.delete': true}}})
}
