import {createHash} from 'node:crypto'

import {contentOf, type Fields, isFields} from '../../ingest/merge-content.ts'
import {readRecords, readText} from '../narrow.ts'

/** One document that a text has made or changed. */
interface ChangedDocument {
  readonly id: string
  /** Absent: it was made */
  readonly before?: Fields | undefined
  /** Absent: nobody edits it, so nobody needs to be asked */
  readonly after?: Fields
}

/** What taking a text back needs to know: what was there, and how to see whether somebody has worked on it since. */
export interface UndoStep {
  readonly id: string
  /** Fields to put back; `null` stands for one that was not there. Absent: the document was made and goes */
  readonly restore?: Fields
  /** Digest of the content that the run has left */
  readonly left?: string
}

/** The JSON of `UndoStep[]` for one item of a receipt. */
export function undoEntry(changes: readonly ChangedDocument[]): string {
  return JSON.stringify(
    changes.map(({id, before, after}): UndoStep => ({
      id,
      ...(before !== undefined && after !== undefined && {restore: difference(before, after)}),
      ...(after !== undefined && {left: contentDigest(after)}),
    })),
  )
}

/** The entry without the step for one document. */
export function withoutStep(entry: string, id: string): string {
  return JSON.stringify(readSteps(entry).filter((step) => step.id !== id))
}

/** @throws SyntaxError when the entry is no JSON */
export function readSteps(entry: string): readonly UndoStep[] {
  return readRecords(JSON.parse(entry)).map(readStep)
}

function readStep({id, restore, left}: Fields): UndoStep {
  return {
    id: readText(id) ?? '',
    ...(isFields(restore) && {restore}),
    ...(typeof left === 'string' && {left}),
  }
}

/** Equal for documents that say the same, whatever their keys and revisions. */
export function contentDigest(document: Fields): string {
  const {_id, _rev, _createdAt, _updatedAt, ...content} = document
  return createHash('sha256').update(contentOf(content)).digest('hex').slice(0, 20)
}

function difference(before: Fields, after: Fields): Fields {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return Object.fromEntries(
    [...names]
      .filter((name) => !name.startsWith('_'))
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .map((name) => [name, before[name] ?? null]),
  )
}
