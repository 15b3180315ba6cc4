import {publishedIdOf} from '../store/document-ids.ts'
import {
  type ActionContext,
  type ActionHandler,
  contentOf,
  readExisting,
  readId,
  readObject,
  readOptionalString,
} from './action-context.ts'
import {ActionError} from './action-error.ts'
import {checkLayerId} from './layer-id.ts'
import {strengthenReferences} from './strengthen-references.ts'

/** The actions on one document that the Studio sends, by `actionType`. */
export const documentActions: ReadonlyMap<string, ActionHandler> = new Map([
  ['sanity.action.document.create', create],
  ['sanity.action.document.edit', edit],
  ['sanity.action.document.replaceDraft', replaceDraft],
  ['sanity.action.document.publish', publish],
  ['sanity.action.document.unpublish', unpublish],
  ['sanity.action.document.discard', discard],
  ['sanity.action.document.delete', remove],
])

/** Makes a draft of what is not published yet. */
async function create(context: ActionContext): Promise<void> {
  const attributes = readObject(context, 'attributes')
  const publishedId = readId(context, 'publishedId')
  checkLayerId(context, attributes['_id'], publishedId)
  if (context.get(publishedId)) {
    throw new ActionError(
      {
        type: 'documentAlreadyExistsError',
        description: `Document by ID "${publishedId}" already exists`,
        id: publishedId,
      },
      409,
      context.index,
    )
  }
  const ignore = context.action['ifExists'] === 'ignore'
  await context.take(ignore ? {createIfNotExists: attributes} : {create: attributes})
}

/** Patches the draft (or the version), made from the published document when there is none. */
async function edit(context: ActionContext): Promise<void> {
  const draftId = readLayerId(context)
  const patch = readObject(context, 'patch')
  if (!context.get(draftId)) {
    const published = readExisting(context, readId(context, 'publishedId'))
    await context.mutate({createIfNotExists: {...contentOf(published), _id: draftId}})
  }
  await context.take({patch: {...patch, id: draftId}})
}

/** Puts a document in the place of the draft, of which there must be that or the published one. */
async function replaceDraft(context: ActionContext): Promise<void> {
  const attributes = readObject(context, 'attributes')
  const publishedId = readId(context, 'publishedId')
  const draftId = checkLayerId(context, attributes['_id'], publishedId)
  if (!context.get(draftId)) readExisting(context, publishedId)
  await context.take({createOrReplace: attributes})
}

async function publish(context: ActionContext): Promise<void> {
  const draftId = readLayerId(context)
  const publishedId = readId(context, 'publishedId')
  checkRevision(context, draftId, readOptionalString(context, 'ifDraftRevisionId'))
  checkRevision(context, publishedId, readOptionalString(context, 'ifPublishedRevisionId'))
  await publishVersion(context, draftId, publishedId)
}

/** Puts a draft or version in the place of the published document and deletes it. */
export async function publishVersion(
  context: ActionContext,
  versionId: string,
  publishedId: string,
): Promise<void> {
  const version = readExisting(context, versionId)
  const document = {...contentOf(version), _id: publishedId}
  await context.mutate({createOrReplace: strengthenReferences(document)})
  await context.mutate({delete: {id: versionId}})
}

async function unpublish(context: ActionContext): Promise<void> {
  const publishedId = readId(context, 'publishedId')
  const published = readExisting(context, publishedId)
  const draft = {...contentOf(published), _id: readLayerId(context)}
  await context.mutate({createIfNotExists: draft})
  await context.mutate({delete: {id: publishedId}})
}

async function discard(context: ActionContext): Promise<void> {
  const draftId = checkLayerId(context, readId(context, 'draftId'))
  readExisting(context, draftId)
  refusePurge(context)
  await context.mutate({delete: {id: draftId}})
}

/** Deletes the published document with its draft and versions, each of which must be named: nobody's work goes unseen. */
async function remove(context: ActionContext): Promise<void> {
  const publishedId = readPublishedId(context)
  readExisting(context, publishedId)
  refusePurge(context)
  const {includeDrafts} = context.action
  const named: readonly unknown[] = Array.isArray(includeDrafts) ? includeDrafts : []
  const drafts = named.map((id) => checkLayerId(context, id, publishedId))
  const forgotten = context.unpublishedOf(publishedId).find((id) => !drafts.includes(id))
  if (forgotten !== undefined) {
    throw new ActionError(
      {
        type: 'validationError',
        description: `Cannot delete "${publishedId}": "${forgotten}" exists and is not in "includeDrafts"`,
        id: forgotten,
      },
      400,
      context.index,
    )
  }
  await context.mutate({delete: {id: publishedId}})
  for (const id of drafts) await context.mutate({delete: {id}})
}

/** @throws {ActionError} 400 when it is a draft or version */
function readPublishedId(context: ActionContext): string {
  const id = readId(context, 'publishedId')
  if (publishedIdOf(id) === id) return id
  throw new ActionError(
    {type: 'validationError', description: `"${id}" is no published document`, id},
    400,
    context.index,
  )
}

/** @throws {ActionError} 400: the log of this lake holds whole transactions, none of it can be taken out of the middle */
export function refusePurge({action, index}: ActionContext): void {
  if (action['purge'] !== true) return
  throw new ActionError(
    {
      type: 'validationError',
      description:
        'Cannot purge: this lake keeps the history of what is deleted; `wiredesk compact --keep-days` ends all of it at an age',
    },
    400,
    index,
  )
}

/** @throws {ActionError} 400 when `draftId` is no draft or version of `publishedId` */
function readLayerId(context: ActionContext): string {
  return checkLayerId(context, readId(context, 'draftId'), readId(context, 'publishedId'))
}

/** @throws {ActionError} 409 when the document is not at the revision that the caller knows */
export function checkRevision(
  {get, index}: ActionContext,
  id: string,
  expected: string | undefined,
): void {
  const actual = get(id)?._rev
  if (expected === undefined || actual === expected) return
  throw new ActionError(
    {
      type: 'documentRevisionIDDoesNotMatchError',
      description: `Document "${id}" has revision "${actual}", expected "${expected}"`,
      id,
    },
    409,
    index,
  )
}
