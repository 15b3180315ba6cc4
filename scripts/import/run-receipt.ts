import {basename, dirname, isAbsolute, join, relative} from 'node:path'

import {parserVersion} from '../../ingest/parse-copy.ts'
import type {ImportItem, OutcomeCounts} from './import-report.ts'
import type {PlannedMutation} from './planned-mutation.ts'

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
 * The documents that keep what a run did: one `importRun`, made before the first change, its items in chunks beside it. A chunk is written
 * in the transaction that does what its items tell of, so that a run that was killed has all of its items but those that changed nothing
 * since the last one; it is without `finishedAt`.
 */
export function runReceipt({run, startedAt, inputs, options}: RunStart): {
  readonly start: () => PlannedMutation
  /** @param number - From 1, growing: texts are taken back in the order of their chunks */
  readonly chunk: (number: number, items: readonly ReceiptItem[]) => PlannedMutation
  readonly finish: (counts: OutcomeCounts, finishedAt: string) => PlannedMutation
} {
  const id = `importRun.${run}`
  return {
    start: () => {
      const document = {
        _id: id,
        _type: 'importRun',
        startedAt,
        inputs: inputs.map((path) => placeless(path, inputs)),
        options: JSON.stringify(options),
        parserVersion,
      }
      return {create: document}
    },
    chunk(number, items) {
      const document = {
        _id: `${id}.items-${number}`,
        _type: 'importRunItems',
        run: {_type: 'reference', _ref: id, _weak: true},
        items: items.map((item, index) =>
          itemOfChunk({...item, path: placeless(item.path, inputs)}, index + 1),
        ),
      }
      return {create: document}
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

/** A path without what is particular to the machine: in an absolute one, the place of the file or folder that was given. */
function placeless(path: string, inputs: readonly string[]): string {
  if (!isAbsolute(path)) return path
  const input = inputs.find((given) => path === given || path.startsWith(join(given, '/')))
  return input === undefined ? basename(path) : relative(dirname(input), path)
}
