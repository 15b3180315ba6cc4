import {isDocumentId} from '../store/document-ids.ts'
import {isRecord, type LakeDocument} from '../store/lake-document.ts'
import {ActionError} from './action-error.ts'

type Attributes = Readonly<Record<string, unknown>>

/** What one action works with: its own fields and the documents as the actions before it left them. */
export interface ActionContext {
  readonly action: Attributes
  /** Place of the action in its request, for errors */
  readonly index: number
  /** Instant of the transaction, ISO 8601 */
  readonly timestamp: string
  readonly get: (id: string) => LakeDocument | undefined
  /** Ids of the documents of a release, `versions.<release>.…`, sorted */
  versionsOf(release: string): readonly string[]
  /** Ids of the draft and the versions of a piece of content, sorted */
  unpublishedOf(publishedId: string): readonly string[]
  /** The versions that a release had when it was archived */
  archivedVersions(release: string): readonly LakeDocument[]
  /** Applies `{create: …}`, `{patch: …}` and so on, made of what is stored */
  mutate(mutation: unknown): Promise<void>
  /** Applies one made of what the caller brings: objects in its arrays get the `_key`s that they lack */
  take(mutation: unknown): Promise<void>
}

export type ActionHandler = (context: ActionContext) => Promise<void>

/** @throws {ActionError} 400 when the field is no document id */
export function readId({action, index}: ActionContext, field: string): string {
  const id = action[field]
  if (isDocumentId(id)) return id
  throw new ActionError(
    {type: 'validationError', description: `Action needs a document ID in "${field}"`},
    400,
    index,
  )
}

/** @throws {ActionError} 400 when the field is there and is no string */
export function readOptionalString(
  {action, index}: ActionContext,
  field: string,
): string | undefined {
  const value = action[field]
  if (value === undefined || value === null || typeof value === 'string') return value ?? undefined
  throw new ActionError(
    {type: 'validationError', description: `Action needs text in "${field}"`},
    400,
    index,
  )
}

/** @throws {ActionError} 400 */
export function readObject({action, index}: ActionContext, field: string): Attributes {
  const value = action[field]
  if (isRecord(value)) return value
  throw new ActionError(
    {type: 'validationError', description: `Action needs an object in "${field}"`},
    400,
    index,
  )
}

/** @throws {ActionError} 404 */
export function readExisting({get, index}: ActionContext, id: string): LakeDocument {
  const document = get(id)
  if (document) return document
  throw new ActionError(
    {
      type: 'documentNotFoundError',
      description: `The document with the ID "${id}" was not found`,
      id,
    },
    404,
    index,
  )
}

/** The attributes that a copy under another id starts with: everything but the revision and the time of the last change. */
export function contentOf(document: LakeDocument): Attributes {
  const {_id, _rev, _updatedAt, _system, ...content} = document
  return content
}
