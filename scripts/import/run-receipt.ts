import {parserVersion} from '../../ingest/parse-copy.ts'
import type {ImportItem, OutcomeCounts} from './import-report.ts'
import type {PlannedMutation} from './plan-import.ts'

/** Items in one document of a receipt: well under the size that a document may have. */
const CHUNK = 500

export interface RunReceipt {
  readonly run: string
  /** ISO 8601 instant */
  readonly startedAt: string
  readonly inputs: readonly string[]
  readonly options: Readonly<Record<string, unknown>>
  readonly counts: OutcomeCounts
  readonly items: readonly ImportItem[]
}

/** The documents that keep what a run did: one `importRun`, its items in chunks beside it. */
export function receiptMutations({
  items,
  options,
  run,
  ...receipt
}: RunReceipt): readonly PlannedMutation[] {
  const id = `importRun.${run}`
  const chunks = Array.from({length: Math.ceil(items.length / CHUNK)}, (_, index) => ({
    _id: `${id}.items-${index + 1}`,
    _type: 'importRunItems',
    run: {_type: 'reference', _ref: id, _weak: true},
    items: items
      .slice(index * CHUNK, (index + 1) * CHUNK)
      .map((item, ordinal) => itemOfChunk(item, index * CHUNK + ordinal + 1)),
  }))
  const document = {
    _id: id,
    _type: 'importRun',
    ...receipt,
    options: JSON.stringify(options),
    parserVersion,
  }
  return [document, ...chunks].map((create) => ({create}))
}

function itemOfChunk({path, outcome, id, reason}: ImportItem, ordinal: number) {
  return {
    _key: `i${ordinal}`,
    _type: 'importItem',
    path,
    outcome,
    ...(id !== undefined && {article: {_type: 'reference', _ref: id, _weak: true}}),
    ...(reason !== undefined && {reason}),
  }
}
