import {isDocumentId} from '../store/document-ids.ts'
import type {LakeDocument} from '../store/lake-document.ts'
import {isLakeDocument} from '../store/lake-document.ts'
import {addArrayKeys} from './array-keys.ts'
import {invalid, MutationError} from './mutation-error.ts'
import type {DocumentInput, Mutation, Selection} from './parse-mutation.ts'
import type {WorkingDocuments} from './working-documents.ts'

/** What a mutation did to one document. */
export interface MutationResult {
  readonly id: string
  readonly operation: 'create' | 'update' | 'delete' | 'none'
}

export interface MutationContext {
  readonly working: WorkingDocuments
  /** Instant of the transaction, ISO 8601 */
  readonly timestamp: string
  readonly newId: () => string
  readonly autoGenerateArrayKeys: boolean
  /** Ids of the documents that a GROQ query gives, over `working` */
  readonly select: (
    query: string,
    params: Readonly<Record<string, unknown>>,
  ) => Promise<readonly string[]>
}

/**
 * Applies one mutation to the working documents, with what `@sanity/mutator` leaves out: that a created document must be new, revisions, queries, missing documents, keys.
 *
 * @param index - Place of the mutation in its request, for errors
 * @throws {MutationError}
 */
export async function applyMutation(
  mutation: Mutation,
  index: number,
  context: MutationContext,
): Promise<readonly MutationResult[]> {
  switch (mutation.type) {
    case 'create':
    case 'createIfNotExists':
    case 'createOrReplace':
      return [create(mutation.type, mutation.document, index, context)]
    case 'delete': {
      const ids = await selected(mutation.selection, index, context)
      return ids.map((id) => remove(id, index, context))
    }
    case 'patch': {
      const ids = await selected(mutation.selection, index, context)
      const operations = withKeys(mutation.operations, context)
      return ids.map((id) => {
        const document = context.working.get(id)
        if (!document) {
          throw new MutationError(
            {
              type: 'documentNotFoundError',
              description: `The document with the ID "${id}" was not found`,
              id,
            },
            index,
          )
        }
        checkRevision(document, mutation.ifRevisionID, index)
        context.working.apply(id, {patch: {id, ...operations}}, index)
        return {id, operation: 'update'}
      })
    }
    default:
      return mutation
  }
}

/** @throws {MutationError} 409 when the document has moved on from the revision the caller knows */
export function checkRevision(
  document: LakeDocument,
  expected: string | undefined,
  index: number,
): void {
  if (expected === undefined || document._rev === expected) return
  throw new MutationError(
    {
      type: 'documentRevisionIDDoesNotMatchError',
      description: `Document "${document._id}" has revision "${document._rev}", expected "${expected}"`,
      id: document._id,
      expected,
      ...(document._rev !== undefined && {actual: document._rev}),
    },
    index,
  )
}

function create(
  type: 'create' | 'createIfNotExists' | 'createOrReplace',
  input: DocumentInput,
  index: number,
  context: MutationContext,
): MutationResult {
  const id = completeId(input['_id'], context.newId)
  if (!isDocumentId(id)) throw invalid(`Malformed document ID: ${JSON.stringify(id)}`, index)
  const existing = context.working.get(id)
  if (existing && type === 'create') {
    throw new MutationError(
      {
        type: 'documentAlreadyExistsError',
        description: `Document by ID "${id}" already exists`,
        id,
      },
      index,
    )
  }
  if (existing && type === 'createIfNotExists') return {id, operation: 'none'}

  const keyed = context.autoGenerateArrayKeys ? addArrayKeys(input, () => newKey(context)) : input
  const document = completeDocument(keyed, id, existing, context.timestamp)
  if (!document) throw invalid('Document does not have a type', index, id)
  switch (type) {
    case 'create':
      context.working.apply(id, {create: document}, index)
      break
    case 'createIfNotExists':
      context.working.apply(id, {createIfNotExists: document}, index)
      break
    case 'createOrReplace':
      context.working.apply(id, {createOrReplace: document}, index)
      break
    default:
      return type
  }
  return {id, operation: existing ? 'update' : 'create'}
}

function completeId(id: unknown, newId: () => string): string {
  if (typeof id !== 'string') return newId()
  // The hosted lake completes an id that ends in a dot, `drafts.` or `image.`.
  return id.endsWith('.') ? `${id}${newId()}` : id
}

function completeDocument(
  input: unknown,
  id: string,
  existing: LakeDocument | undefined,
  timestamp: string,
): LakeDocument | undefined {
  if (typeof input !== 'object' || input === null) return undefined
  const {_rev, ...attributes}: Readonly<Record<string, unknown>> = {...input}
  const given = attributes['_createdAt']
  // A document of another type is a new one.
  const kept = existing?._type === attributes['_type'] ? existing?._createdAt : undefined
  const createdAt = kept ?? (typeof given === 'string' ? given : timestamp)
  const document = {...attributes, _id: id, _createdAt: createdAt, _updatedAt: timestamp}
  return isLakeDocument(document) ? document : undefined
}

function remove(id: string, index: number, {working}: MutationContext): MutationResult {
  if (!working.get(id)) return {id, operation: 'none'}
  working.apply(id, {delete: {id}}, index)
  return {id, operation: 'delete'}
}

async function selected(
  selection: Selection,
  index: number,
  context: MutationContext,
): Promise<readonly string[]> {
  if (selection.type === 'id') return [selection.id]
  try {
    return await context.select(selection.query, selection.params)
  } catch (error) {
    if (error instanceof SyntaxError)
      throw invalid(`Cannot select by query: ${error.message}`, index)
    throw error
  }
}

function withKeys(
  operations: Readonly<Record<string, unknown>>,
  context: MutationContext,
): Readonly<Record<string, unknown>> {
  if (!context.autoGenerateArrayKeys) return operations
  return Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => [
      name,
      name === 'set' || name === 'setIfMissing' || name === 'insert'
        ? addArrayKeys(operation, () => newKey(context))
        : operation,
    ]),
  )
}

function newKey({newId}: MutationContext): string {
  return newId().replaceAll('-', '').slice(0, 12)
}
