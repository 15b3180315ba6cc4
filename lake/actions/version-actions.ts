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
  if (isRecord(document)) {
    await context.mutate({create: document})
    return
  }
  const baseId = readId(context, 'baseId')
  const base = readExisting(context, baseId)
  checkRevision(context, baseId, readOptionalString(context, 'ifBaseRevisionId'))
  await context.mutate({create: {...contentOf(base), _id: readId(context, 'versionId')}})
}

async function discard(context: ActionContext): Promise<void> {
  const id = readId(context, 'versionId')
  readExisting(context, id)
  refusePurge(context)
  await context.mutate({delete: {id}})
}

async function replace(context: ActionContext): Promise<void> {
  const document = readObject(context, 'document')
  readExisting(context, String(document['_id']))
  await context.mutate({createOrReplace: document})
}

/** Marks the version so that publishing its release unpublishes the document. */
async function unpublish(context: ActionContext): Promise<void> {
  const id = readId(context, 'versionId')
  if (!context.get(id)) {
    const published = readExisting(context, readId(context, 'publishedId'))
    await context.mutate({create: {...contentOf(published), _id: id}})
  }
  await context.mutate({patch: {id, set: {'_system.delete': true}}})
}
