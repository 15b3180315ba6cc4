import {buildSnapshot} from './build-snapshot.ts'
import {buildSpans} from './build-spans.ts'
import {collectItems} from './collect-items.ts'
import type {LedgerSpan} from './ledger.ts'
import type {Claim} from './reading.ts'
import type {Snapshot} from './snapshot.ts'

/**
 * Turns what the stages claimed into the parsed fields and the ledger that bears them out.
 *
 * @param claims - In the order of the copy
 * @param keyPrefix - Start of every `_key`; made from the source's identity, so that the same copy gives the same keys
 */
export function assemble(
  raw: string,
  claims: readonly Claim[],
  keyPrefix: string,
): {readonly snapshot: Snapshot; readonly spans: readonly LedgerSpan[]} {
  const items = collectItems(claims, keyPrefix)
  return {snapshot: buildSnapshot(claims, items), spans: buildSpans(raw, claims, items)}
}
