import {fieldOf, itemsOf, textOf} from '../../schemas/rules/narrow.ts'

/** A field that a new version of the copy changed, and on which an editor decides or has decided. */
export interface Conflict {
  /** `_key` on the record; absent: the record says nothing of it yet */
  readonly key?: string
  /** Path in the article */
  readonly field: string
  /** Values of the field; `undefined`: it was not there, or was taken out */
  readonly base: unknown
  readonly theirs: unknown
  readonly ours: unknown
  /** `open`, `keptOurs`, `tookTheirs`; `undefined` where the record says nothing of it */
  readonly state: string | undefined
  /** Who decided */
  readonly by?: string
}

/** The conflicts of an `articleRecord`, in its order, open and decided. */
export function conflictsOf(record: unknown): readonly Conflict[] {
  return itemsOf(record, 'conflicts').map((conflict) => ({
    key: textOf(conflict, '_key'),
    field: textOf(conflict, 'field'),
    base: valueOf(conflict, 'base'),
    theirs: valueOf(conflict, 'theirs'),
    ours: valueOf(conflict, 'ours'),
    state: textOf(conflict, 'state'),
    by: textOf(conflict, 'by'),
  }))
}

/** Whether an editor has to decide on something that the wire changed. */
export function hasOpenConflict(record: unknown): boolean {
  return itemsOf(record, 'conflicts').some((conflict) => textOf(conflict, 'state') === 'open')
}

function valueOf(conflict: unknown, name: string): unknown {
  const json = fieldOf(conflict, name)
  if (typeof json !== 'string') return undefined
  try {
    return JSON.parse(json)
  } catch {
    return json
  }
}
