import {applyPatch} from 'mendoza'

import {isLakeDocument, type LakeDocument, withoutRevision} from '../store/lake-document.ts'

/** One logged change of a document, as far as undoing it needs. */
export interface LoggedEffect {
  /** `null`: the document did not exist before */
  readonly previousRevision: string | null
  readonly revert: readonly unknown[]
}

/**
 * The document as it was before a change.
 *
 * @param after - The document as the change left it
 * @throws {TypeError} The log does not fit the document: the store is damaged
 */
export function walkBack(
  after: LakeDocument | undefined,
  {previousRevision, revert}: LoggedEffect,
): LakeDocument | undefined {
  if (previousRevision === null) return undefined
  const before: unknown = applyPatch(after ? withoutRevision(after) : null, [...revert])
  if (isLakeDocument(before)) return {...before, _rev: previousRevision}
  throw new TypeError(
    `Cannot read history: the log does not lead back to revision "${previousRevision}"`,
  )
}
