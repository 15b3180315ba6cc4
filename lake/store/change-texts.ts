import type {DocumentChange, EffectiveMutation} from '../mutations/working-documents.ts'
import {type LakeDocument, withoutRevision} from './lake-document.ts'

/** What a change brings into the tables, in JSON. */
export interface ChangeTexts {
  /** The document as it is kept; absent when it is deleted */
  readonly document?: string
  /** The same without its revision */
  readonly content?: string
  /** A JSON list; where one mutation has made the document just as it is, the name of the mutation alone: `create` (`readMutations`) */
  readonly mutations: string
}

/**
 * Writes a change as JSON, with the revision and the time that the document gets. A new document is in its mutation and in its effect what it is in the tables: it is
 * written once, and logged once.
 */
export function changeTexts(
  {before, after, mutations}: DocumentChange,
  revision: string,
  updatedAt: string,
): ChangeTexts {
  if (after === undefined) return {mutations: JSON.stringify(mutations)}
  const document = {...withoutRevision(after), _updatedAt: updatedAt}
  const content = JSON.stringify(document)
  const creator = creatorOf(mutations, document)
  return {
    document: `${content.slice(0, -1)},"_rev":${JSON.stringify(revision)}}`,
    content,
    mutations: before === undefined && creator !== undefined ? creator : JSON.stringify(mutations),
  }
}

/** The one mutation that has brought the document just as it is; `undefined` where more was done to it. */
function creatorOf(
  [mutation, ...others]: readonly EffectiveMutation[],
  document: Readonly<Record<string, unknown>>,
): 'create' | 'createIfNotExists' | 'createOrReplace' | undefined {
  if (mutation === undefined || others.length > 0) return undefined
  if ('create' in mutation && isSame(mutation.create, document)) return 'create'
  if ('createIfNotExists' in mutation && isSame(mutation.createIfNotExists, document)) {
    return 'createIfNotExists'
  }
  return 'createOrReplace' in mutation && isSame(mutation.createOrReplace, document)
    ? 'createOrReplace'
    : undefined
}

/** Whether both hold the very same values in the same order. */
function isSame(one: LakeDocument, other: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(one)
  const others = Object.keys(other)
  return (
    names.length === others.length &&
    names.every((name, place) => name === others[place] && one[name] === other[name])
  )
}
