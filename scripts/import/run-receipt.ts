import {dirname, isAbsolute, join} from 'node:path'

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
  const short = (text: string) => placeless(text, inputs)
  return {
    start: () => {
      const document = {
        _id: id,
        _type: 'importRun',
        startedAt,
        inputs: inputs.map(short),
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
          itemOfChunk(
            {
              ...item,
              path: short(item.path),
              ...(item.reason !== undefined && {reason: short(item.reason)}),
            },
            index + 1,
          ),
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

/** A text without where on a machine the files were that were given: only what is below counts. */
function placeless(text: string, inputs: readonly string[]): string {
  return inputs
    .filter((input) => isAbsolute(input))
    .reduce((short, input) => short.replaceAll(join(dirname(input), '/'), ''), text)
}
