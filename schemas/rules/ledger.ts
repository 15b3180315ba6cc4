import {itemsOf, numberOf, referenceOf, textOf, fieldOf, type Fields} from './narrow.ts'
import type {Verdict} from './problem.ts'
import {say} from './say.ts'
import {ledgerSpans} from './source-documents.ts'

/** Share of the received text from which removals are looked at by a person. */
const MUCH = 0.2

/**
 * Every stretch that no rule understood has an editor's decision.
 *
 * @param record - The article's record; its `resolutions` name a stretch and, where there are several, the source
 */
export function spansResolved(source: unknown, record: unknown): Verdict {
  const open = (ledgerSpans(source) ?? [])
    .filter((span) => span['kind'] === 'unresolved')
    .filter((span) => !itemsOf(record, 'resolutions').some((entry) => decides(entry, span, source)))
  if (open.length === 0) return true
  const [first] = open
  const raw = fieldOf(source, 'raw')
  const start = numberOf(first, 'start')
  const text = typeof raw === 'string' ? raw.slice(start, numberOf(first, 'end')).trim() : ''
  return say('stretches-undecided', {number: open.length, first: text.slice(0, 60)})
}

/**
 * The ledger still accounts for the whole text.
 *
 * @param faults - What the check of the ledger against its snapshot found, in sentences
 */
export function ledgerWhole(source: unknown, faults: readonly string[]): Verdict {
  if (ledgerSpans(source) === undefined) return say('ledger-unreadable')
  const [first] = faults
  return first === undefined || say('ledger-broken', {fault: first})
}

/** When much of a text was taken out, somebody should look at what. */
export function littleRemoved(source: unknown): Verdict {
  const raw = fieldOf(source, 'raw')
  if (typeof raw !== 'string' || raw === '') return true
  const removed = (ledgerSpans(source) ?? [])
    .filter((span) => span['kind'] === 'removed')
    .map((span) => (numberOf(span, 'end') ?? 0) - (numberOf(span, 'start') ?? 0))
  const share = removed.reduce((sum, length) => sum + length, 0) / raw.length
  return share <= MUCH || say('much-removed', {percent: Math.round(share * 100)})
}

function decides(entry: Fields, span: Fields, source: unknown): boolean {
  const about = referenceOf(entry, 'source')
  const same = entry['start'] === span['start'] && entry['end'] === span['end']
  return same && (about === '' || about === textOf(source, '_id'))
}
