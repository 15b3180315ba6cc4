import {isDocumentId} from '../store/document-ids.ts'
import {isRecord} from '../store/lake-document.ts'
import {findFault, findForbiddenName} from './find-fault.ts'
import {invalid} from './mutation-error.ts'

type Attributes = Readonly<Record<string, unknown>>

/** Which documents a patch or delete is for. */
export type Selection =
  | {readonly type: 'id'; readonly id: string}
  | {readonly type: 'query'; readonly query: string; readonly params: Attributes}

/** A document as a client gives it: `_id` may be missing, or end in a dot, and is then completed. */
export interface DocumentInput extends Attributes {
  readonly _type: string
}

export type Mutation =
  | {
      readonly type: 'create' | 'createIfNotExists' | 'createOrReplace'
      readonly document: DocumentInput
    }
  | {readonly type: 'delete'; readonly selection: Selection}
  | {
      readonly type: 'patch'
      readonly selection: Selection
      /** The operations alone: `set`, `unset`, `insert`, … */
      readonly operations: Attributes
      readonly ifRevisionID?: string
    }

const CREATORS = ['create', 'createIfNotExists', 'createOrReplace'] as const

const OPERATIONS = new Set([
  'set',
  'setIfMissing',
  'unset',
  'inc',
  'dec',
  'insert',
  'diffMatchPatch',
])

/** What a patch has besides its operations. */
const SURROUNDINGS = new Set(['id', 'query', 'params', 'ifRevisionID'])

/**
 * Reads one mutation of a request.
 *
 * @param input - `{create: …}`, `{patch: {id, set: …}}` and so on, anything from outside
 * @param index - Its place in the request, for the error
 * @throws {MutationError} `validationError`
 */
export function parseMutation(input: unknown, index: number): Mutation {
  if (!isRecord(input)) throw invalid('A mutation must be an object', index)
  const fault = findFault(input)
  if (fault !== undefined) throw invalid(fault, index)
  const [kind, ...others] = Object.keys(input)
  if (kind === undefined || others.length > 0) {
    throw invalid(
      'A mutation must have exactly one of create, createIfNotExists, createOrReplace, delete, patch',
      index,
    )
  }
  const payload = input[kind]
  if (!isRecord(payload)) throw invalid(`Mutation "${kind}" must hold an object`, index)

  const creator = CREATORS.find((name) => name === kind)
  if (creator !== undefined)
    return {type: creator, document: parseDocumentInput(payload, creator, index)}
  if (kind === 'delete') {
    if (payload['purge'] === true) {
      throw invalid('Cannot purge: this lake keeps the history of what is deleted', index)
    }
    return {type: 'delete', selection: parseSelection(payload, index)}
  }
  if (kind === 'patch') return parsePatch(payload, index)
  throw invalid(`Unknown mutation "${kind}"`, index)
}

function parseDocumentInput(payload: Attributes, creator: string, index: number): DocumentInput {
  const {_id: id, _type: type} = payload
  if (typeof type !== 'string' || type === '') throw invalid('Document does not have a type', index)
  if (id === undefined) {
    if (creator === 'create') return {...payload, _type: type}
    throw invalid(`Mutation "${creator}" needs an "_id"`, index)
  }
  if (typeof id !== 'string' || (!id.endsWith('.') && !isDocumentId(id))) {
    throw invalid(`Malformed document ID: ${JSON.stringify(id)}`, index)
  }
  return {...payload, _type: type}
}

function parseSelection(payload: Attributes, index: number): Selection {
  const {id, query, params} = payload
  if (id !== undefined && query !== undefined) {
    throw invalid('Cannot tell which documents are meant: give "id" or "query", not both', index)
  }
  if (typeof query === 'string') {
    if (params !== undefined && !isRecord(params))
      throw invalid('"params" must be an object', index)
    return {type: 'query', query, params: params ?? {}}
  }
  if (isDocumentId(id)) return {type: 'id', id}
  throw invalid(`Malformed document ID: ${JSON.stringify(id)}`, index)
}

const RANGE = /^(?<path>.*)\[(?<start>\d+):(?<end>\d+)\]$/su

function parsePatch(payload: Attributes, index: number): Mutation {
  const selection = parseSelection(payload, index)
  const unknown = Object.keys(payload).find(
    (name) => !OPERATIONS.has(name) && !SURROUNDINGS.has(name),
  )
  if (unknown !== undefined) throw invalid(`Unknown patch operation "${unknown}"`, index)
  const operations = Object.fromEntries(
    Object.entries(payload).filter(([name]) => OPERATIONS.has(name)),
  )
  checkOperations(operations, index)
  const {insert} = operations
  if (isRecord(insert)) operations['insert'] = withPlace(insert)
  const {ifRevisionID} = payload
  if (ifRevisionID !== undefined && typeof ifRevisionID !== 'string') {
    throw invalid('"ifRevisionID" must be a string', index)
  }
  return {type: 'patch', selection, operations, ...(ifRevisionID !== undefined && {ifRevisionID})}
}

/** `splice(path, n, 0, items)` of the client replaces an empty range, which the mutator takes for the whole list: it means "before n". */
function withPlace(insert: Attributes): Attributes {
  const {replace, ...rest} = insert
  const {path, start, end} = RANGE.exec(String(replace))?.groups ?? {}
  return start !== undefined && start === end ? {...rest, before: `${path}[${start}]`} : insert
}

function checkOperations(operations: Attributes, index: number): void {
  for (const [name, operation] of Object.entries(operations)) {
    const paths = pathsOf(name, operation)
    if (paths === undefined) throw invalid(`Patch operation "${name}" is malformed`, index)
    for (const path of paths) {
      if (isBroken(path)) throw invalid(`Malformed path ${JSON.stringify(path)}`, index)
      const forbidden = findForbiddenName(path)
      if (forbidden !== undefined)
        throw invalid(`Attribute name "${forbidden}" is not allowed`, index)
      if (/^_(?:id|type)$/u.test(path)) {
        throw invalid(`Cannot modify immutable attribute "${path}"`, index)
      }
    }
  }
}

const QUOTED = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/gu
const SELECTOR = /\[[^[\]]+\]/gu

/** What `@sanity/mutator` would take for another path: it reads `a]` and `a b` as `a`, and does nothing at `a[`. */
function isBroken(path: string): boolean {
  return /[[\]\s]/u.test(path.replaceAll(QUOTED, '""').replaceAll(SELECTOR, ''))
}

function pathsOf(name: string, operation: unknown): readonly string[] | undefined {
  if (name === 'unset') {
    return Array.isArray(operation) && operation.every((path) => typeof path === 'string')
      ? operation
      : undefined
  }
  if (!isRecord(operation)) return undefined
  if (name === 'insert') {
    const {items, ...places} = operation
    const [[at, place] = [], ...others] = Object.entries(places)
    const isPlace = at === 'before' || at === 'after' || at === 'replace'
    return isPlace && others.length === 0 && typeof place === 'string' && Array.isArray(items)
      ? [place]
      : undefined
  }
  const wanted =
    name === 'inc' || name === 'dec' ? 'number' : name === 'diffMatchPatch' ? 'string' : undefined
  if (wanted && Object.values(operation).some((value) => typeof value !== wanted)) return undefined
  return Object.keys(operation)
}
