import type {LedgerSpan} from './ledger.ts'
import type {Fields} from './merge-content.ts'
import {repairOf} from './repairs.ts'
import {snapshotTexts} from './snapshot-texts.ts'
import type {Snapshot} from './snapshot.ts'
import {unescapeReference} from './unescape.ts'

/** One way in which a ledger and its snapshot disagree; the sentence is for an engineer. */
export interface LedgerFault {
  readonly code: 'tiling' | 'value' | 'target' | 'text'
  readonly message: string
}

/**
 * Holds a ledger to its law: the spans tile the copy, every op gives what it may give, and the spans of a field, in order, are
 * exactly its text. Every text of the snapshot must be borne out by spans: nothing is invented.
 *
 * @param raw - The text that was read
 * @returns What is wrong; empty when the ledger holds. An import with a fault is refused
 */
export function checkLedger(
  raw: string,
  spans: readonly LedgerSpan[],
  snapshot: Snapshot | Fields,
): readonly LedgerFault[] {
  return [
    ...checkTiling(raw, spans),
    ...checkSpans(raw, spans),
    ...checkTexts(raw, spans, snapshot),
  ]
}

function checkTiling(raw: string, spans: readonly LedgerSpan[]): LedgerFault[] {
  const faults: LedgerFault[] = []
  let offset = 0
  for (const {start, end} of spans) {
    if (start !== offset) {
      faults.push({
        code: 'tiling',
        message: `Span at ${start} does not follow the one that ends at ${offset}`,
      })
    }
    if (end <= start) faults.push({code: 'tiling', message: `Span at ${start} is empty`})
    offset = end
  }
  if (offset !== raw.length) {
    faults.push({code: 'tiling', message: `The spans end at ${offset}, the copy at ${raw.length}`})
  }
  return faults
}

function checkSpans(raw: string, spans: readonly LedgerSpan[]): LedgerFault[] {
  const faults: LedgerFault[] = []
  for (const span of spans) {
    const slice = raw.slice(span.start, span.end)
    const place = `${span.start}–${span.end}`
    if ((span.kind === 'field') !== span.targets.length > 0) {
      faults.push({
        code: 'target',
        message: `Span ${place} is "${span.kind}" with ${span.targets.length} targets`,
      })
    }
    if (!isAllowed(span, slice)) {
      faults.push({
        code: 'value',
        message: `Span ${place}: "${span.op}" cannot make ${JSON.stringify(span.value)} of ${JSON.stringify(slice)}`,
      })
    }
  }
  return faults
}

/** What each op may make of its slice. */
function isAllowed({op, value}: LedgerSpan, slice: string): boolean {
  if (value === undefined) return op === 'copy'
  return {
    copy: () => false,
    recase: () => value.toLowerCase() === slice.toLowerCase(),
    join: () => (value === ' ' || value === '') && slice.trim() === '',
    collapseSpace: () => value === ' ' && slice.trim() === '',
    unescape: () => unescapeReference(slice) === value,
    repair: () => repairOf(slice) === value,
  }[op]()
}

function checkTexts(
  raw: string,
  spans: readonly LedgerSpan[],
  snapshot: Snapshot | Fields,
): LedgerFault[] {
  const built = new Map<string, string[]>()
  for (const span of spans) {
    const text = span.value ?? raw.slice(span.start, span.end)
    for (const target of span.targets) {
      const parts = built.get(target)
      if (parts) parts.push(text)
      else built.set(target, [text])
    }
  }
  const texts = snapshotTexts(snapshot)
  const faults: LedgerFault[] = []
  for (const [path, text] of texts) {
    const parts = built.get(path)
    if (parts === undefined) faults.push({code: 'text', message: `No span bears out ${path}`})
    else if (parts.join('') !== text)
      faults.push({code: 'text', message: `The spans of ${path} do not give its text`})
  }
  for (const path of built.keys()) {
    if (!texts.has(path))
      faults.push({
        code: 'target',
        message: `A span goes to ${path}, which the snapshot does not have`,
      })
  }
  return faults
}
