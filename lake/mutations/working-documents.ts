import {Mutation as Engine} from '@sanity/mutator'

import type {DocumentSource} from '../store/document-source.ts'
import {isLakeDocument, type LakeDocument} from '../store/lake-document.ts'
import {findFault} from './find-fault.ts'
import {invalid} from './mutation-error.ts'

/** A mutation of one known document, in the form that events carry and the Studio's engine applies. */
export type EffectiveMutation =
  | {readonly create: LakeDocument}
  | {readonly createOrReplace: LakeDocument}
  | {readonly createIfNotExists: LakeDocument}
  | {readonly delete: {readonly id: string}}
  | {readonly patch: {readonly id: string; readonly [operation: string]: unknown}}

/** What one transaction does to one document. `undefined` = it does not exist. */
export interface DocumentChange {
  readonly id: string
  readonly before: LakeDocument | undefined
  readonly after: LakeDocument | undefined
  readonly mutations: readonly EffectiveMutation[]
}

/**
 * The documents that a running transaction has touched, over what is stored: each mutation sees what the ones before it did, nobody else sees anything.
 */
export interface WorkingDocuments extends Pick<DocumentSource, 'get'> {
  apply(id: string, mutation: EffectiveMutation, index: number): void
  /** By id, what was made of the documents so far; `undefined` = deleted */
  touched(): ReadonlyMap<string, LakeDocument | undefined>
  /** In the order in which documents were first touched; made and deleted again = no change */
  changes(): readonly DocumentChange[]
}

interface WorkingDocument {
  readonly before: LakeDocument | undefined
  current: LakeDocument | undefined
  readonly mutations: EffectiveMutation[]
}

export function createWorkingDocuments(stored: Pick<DocumentSource, 'get'>): WorkingDocuments {
  const touched = new Map<string, WorkingDocument>()

  return {
    get(id) {
      const working = touched.get(id)
      return working ? working.current : stored.get(id)
    },
    touched: () => new Map([...touched].map(([id, {current}]) => [id, current])),
    apply(id, mutation, index) {
      let working = touched.get(id)
      if (!working) {
        const before = stored.get(id)
        working = {before, current: before, mutations: []}
        touched.set(id, working)
      }
      working.current = applyWithEngine(id, working.current, mutation, index)
      working.mutations.push(mutation)
    },
    changes() {
      return [...touched]
        .filter(([, {before, current}]) => before !== undefined || current !== undefined)
        .map(([id, {before, current, mutations}]) => ({id, before, after: current, mutations}))
    },
  }
}

/** Applies one mutation with the engine that the Studio uses too, so that both sides agree to the byte. */
function applyWithEngine(
  id: string,
  document: LakeDocument | undefined,
  mutation: EffectiveMutation,
  index: number,
): LakeDocument | undefined {
  const engine = new Engine({mutations: [ownCopy(mutation)]})
  let result: unknown
  try {
    result = engine.apply(document ?? null)
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : String(error), index, id)
  }
  if (result === null) return undefined
  if (!isLakeDocument(result) || result._id !== id || result._type === '') {
    throw invalid('Cannot modify immutable attributes "_id" and "_type"', index, id)
  }
  const fault = findFault(result)
  if (fault !== undefined) throw invalid(fault, index, id)
  return result
}

/** The engine writes `_createdAt` into the payloads of creations, and may keep what a patch brings. */
function ownCopy(mutation: EffectiveMutation): EffectiveMutation {
  if ('create' in mutation) return {create: {...mutation.create}}
  if ('createIfNotExists' in mutation) return {createIfNotExists: {...mutation.createIfNotExists}}
  if ('createOrReplace' in mutation) return {createOrReplace: {...mutation.createOrReplace}}
  return structuredClone(mutation)
}
