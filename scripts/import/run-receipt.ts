import {parserVersion} from '../../ingest/parse-copy.ts'
import type {ImportItem, OutcomeCounts} from './import-report.ts'
import type {PlannedMutation} from './planned-mutation.ts'

/** Items in one document of a receipt: what was there before is in them, and a request may have 4 MB. */
const CHUNK = 100

/** One item as a receipt keeps it. */
export interface ReceiptItem extends ImportItem {
  /** `UndoStep[]` as JSON */
  readonly undo?: string | undefined
}

interface RunStart {
  readonly run: string
  /** ISO 8601 instant */
  readonly startedAt: string
  /** Paths as given */
  readonly inputs: readonly string[]
  readonly options: Readonly<Record<string, unknown>>
}

/**
 * The documents that keep what a run did: one `importRun`, made before the first change, its items in chunks beside it.
 * A run that was killed is without `finishedAt` and without the items of its last chunk.
 */
export function runReceipt({run, startedAt, inputs, options}: RunStart): {
  readonly start: () => PlannedMutation
  readonly add: (item: ReceiptItem) => void
  /** The chunks that are full, each for a request of its own; at the end the last one too */
  readonly takeChunks: (which: 'full' | 'all') => readonly PlannedMutation[]
  readonly finish: (counts: OutcomeCounts, finishedAt: string) => PlannedMutation
} {
  const id = `importRun.${run}`
  const waiting: ReceiptItem[] = []
  let chunks = 0
  const takeChunk = (): PlannedMutation => {
    const items = waiting
      .splice(0, CHUNK)
      .map((item, index) => itemOfChunk(item, chunks * CHUNK + index + 1))
    chunks += 1
    const document = {
      _id: `${id}.items-${chunks}`,
      _type: 'importRunItems',
      run: {_type: 'reference', _ref: id, _weak: true},
      items,
    }
    return {create: document}
  }
  return {
    start: () => {
      const document = {
        _id: id,
        _type: 'importRun',
        startedAt,
        inputs,
        options: JSON.stringify(options),
        parserVersion,
      }
      return {create: document}
    },
    add(item) {
      waiting.push(item)
    },
    takeChunks(which) {
      const taken: PlannedMutation[] = []
      while (waiting.length >= (which === 'full' ? CHUNK : 1)) taken.push(takeChunk())
      return taken
    },
    finish: (counts, finishedAt) => ({patch: {id, set: {counts, finishedAt}}}),
  }
}

function itemOfChunk({path, outcome, id, reason, undo}: ReceiptItem, ordinal: number) {
  return {
    _key: `i${ordinal}`,
    _type: 'importItem',
    path,
    outcome,
    ...(id !== undefined && {article: {_type: 'reference', _ref: id, _weak: true}}),
    ...(reason !== undefined && {reason}),
    ...(undo !== undefined && {undo}),
  }
}
