import {checkLedger} from '../../ingest/check-ledger.ts'
import type {Snapshot} from '../../ingest/snapshot.ts'
import type {Fields} from '../../schemas/rules/narrow.ts'
import {readReceivedText} from '../source/received-text.ts'
import {faultText} from '../texts/fault-text.ts'

/**
 * How the stored ledger of a received text disagrees with the text or with what was read from it, in sentences; empty when it holds.
 *
 * @param source - A `sourceText` document
 */
export function ledgerFaults(source: object): readonly string[] {
  const known = checked.get(source)
  if (known) return known
  const faults = findFaults(source)
  checked.set(source, faults)
  return faults
}

/** A form asks at every keystroke; a received text never changes. */
const checked = new WeakMap<object, readonly string[]>()

function findFaults(source: object): readonly string[] {
  try {
    const text = readReceivedText(source)
    if (!text) return ['The text itself is missing']
    if (!isSnapshot(text.snapshot)) return ['What was read from the text has no body']
    return checkLedger(text.raw, text.spans, text.snapshot).map(({message}) => message)
  } catch (error) {
    return [faultText(error)]
  }
}

function isSnapshot(fields: Fields): fields is Fields & Snapshot {
  return Array.isArray(fields['body'])
}
