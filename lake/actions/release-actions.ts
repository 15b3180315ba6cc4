import {publishedIdOf} from '../store/document-ids.ts'
import {isRecord, type LakeDocument} from '../store/lake-document.ts'
import {
  type ActionContext,
  type ActionHandler,
  readExisting,
  readObject,
  readOptionalString,
} from './action-context.ts'
import {ActionError} from './action-error.ts'
import {publishVersion} from './document-actions.ts'

/** The actions on releases, by `actionType`. A scheduled draft is a release of one document. */
export const releaseActions: ReadonlyMap<string, ActionHandler> = new Map([
  ['sanity.action.release.create', create],
  ['sanity.action.release.edit', edit],
  ['sanity.action.release.publish', publish],
  ['sanity.action.release.schedule', schedule],
  ['sanity.action.release.unschedule', unschedule],
  ['sanity.action.release.archive', archive],
  ['sanity.action.release.unarchive', unarchive],
  ['sanity.action.release.delete', remove],
  ['sanity.action.release.import', takeIn],
])

async function create(context: ActionContext): Promise<void> {
  const name = readReleaseId(context)
  const {metadata} = context.action
  await context.mutate({
    create: {
      _id: releaseDocumentId(name),
      _type: 'system.release',
      name,
      state: 'active',
      metadata: {releaseType: 'undecided', ...(isRecord(metadata) && metadata)},
    },
  })
}

async function edit(context: ActionContext): Promise<void> {
  const {_id: id} = readRelease(context, ['active', 'scheduled'])
  await context.take({patch: {...readObject(context, 'patch'), id}})
}

async function publish(context: ActionContext): Promise<void> {
  const {_id: id} = readRelease(context, ['active', 'scheduled'])
  const versions = context.versionsOf(readReleaseId(context))
  for (const versionId of versions) await publishOrUnpublish(context, versionId)
  await context.mutate({
    patch: {
      id,
      set: {
        state: 'published',
        publishedAt: context.timestamp,
        finalDocumentStates: finalStates(versions),
      },
    },
  })
}

async function publishOrUnpublish(context: ActionContext, versionId: string): Promise<void> {
  const system = readExisting(context, versionId)['_system']
  const publishedId = publishedIdOf(versionId)
  if (!isRecord(system) || system['delete'] !== true) {
    await publishVersion(context, versionId, publishedId)
    return
  }
  await context.mutate({delete: {id: publishedId}})
  await context.mutate({delete: {id: versionId}})
}

async function schedule(context: ActionContext): Promise<void> {
  const {_id: id} = readRelease(context, ['active', 'scheduled'])
  const publishAt = readOptionalString(context, 'publishAt')
  if (publishAt === undefined || Number.isNaN(Date.parse(publishAt))) {
    throw new ActionError(
      {type: 'validationError', description: 'Action needs an instant in "publishAt"'},
      400,
      context.index,
    )
  }
  const instant = new Date(publishAt).toISOString()
  await context.mutate({
    patch: {id, set: {state: 'scheduled', publishAt: instant}, unset: ['error']},
  })
}

async function unschedule(context: ActionContext): Promise<void> {
  const {_id: id} = readRelease(context, ['scheduled'])
  await context.mutate({patch: {id, set: {state: 'active'}, unset: ['publishAt']}})
}

async function archive(context: ActionContext): Promise<void> {
  const {_id: id} = readRelease(context, ['active'])
  const versions = context.versionsOf(readReleaseId(context))
  for (const versionId of versions) await context.mutate({delete: {id: versionId}})
  await context.mutate({
    patch: {id, set: {state: 'archived', finalDocumentStates: finalStates(versions)}},
  })
}

async function unarchive(context: ActionContext): Promise<void> {
  const {_id: id} = readRelease(context, ['archived'])
  for (const {_rev, ...version} of context.archivedVersions(readReleaseId(context))) {
    await context.mutate({createIfNotExists: version})
  }
  await context.mutate({patch: {id, set: {state: 'active'}, unset: ['finalDocumentStates']}})
}

async function remove(context: ActionContext): Promise<void> {
  const {_id: id} = readRelease(context, ['archived', 'published'])
  await context.mutate({delete: {id}})
}

/**
 * Takes in a release as another lake exported it; `@sanity/import` does so. One whose time has passed is not scheduled any more: its documents may not have come in yet, and
 * nobody has looked at them since.
 */
async function takeIn(context: ActionContext): Promise<void> {
  const name = readReleaseId(context)
  const given = readObject(
    context,
    context.action['attributes'] === undefined ? 'document' : 'attributes',
  )
  const id = releaseDocumentId(name)
  if (given['_id'] !== id || given['_type'] !== 'system.release') {
    throw new ActionError(
      {type: 'validationError', description: `Release "${name}" needs a document "${id}"`, id},
      400,
      context.index,
    )
  }
  const {ifExists} = context.action
  const mutation =
    ifExists === 'replace'
      ? 'createOrReplace'
      : ifExists === 'ignore'
        ? 'createIfNotExists'
        : 'create'
  await context.take({[mutation]: withoutPastTime(given, context.timestamp)})
}

function withoutPastTime(
  release: Readonly<Record<string, unknown>>,
  now: string,
): Readonly<Record<string, unknown>> {
  const {publishAt, ...rest} = release
  if (release['state'] !== 'scheduled' || Date.parse(String(publishAt)) > Date.parse(now)) {
    return release
  }
  const message = `It was to go out at ${String(publishAt)}, before it came into this lake: schedule it anew`
  return {...rest, state: 'active', error: {message}}
}

/** Id of the document that describes a release. */
export function releaseDocumentId(name: string): string {
  return `_.releases.${name}`
}

function finalStates(versions: readonly string[]) {
  return versions.map((id) => ({_key: id.replaceAll('.', '-'), id}))
}

const RELEASE_ID = /^[a-zA-Z0-9_-]{1,64}$/u

function readReleaseId(context: ActionContext): string {
  const name = readOptionalString(context, 'releaseId')
  if (name !== undefined && RELEASE_ID.test(name)) return name
  throw new ActionError(
    {type: 'validationError', description: 'Action needs a release name in "releaseId"'},
    400,
    context.index,
  )
}

/** @throws {ActionError} 404, or 409 when the release is in another state */
function readRelease(context: ActionContext, states: readonly string[]): LakeDocument {
  const name = readReleaseId(context)
  const release = readExisting(context, releaseDocumentId(name))
  const state = String(release['state'])
  if (states.includes(state)) return release
  throw new ActionError(
    {
      type: 'releaseStateError',
      description: `Release "${name}" is ${state}; this needs it ${states.join(' or ')}`,
      id: release._id,
    },
    409,
    context.index,
  )
}
