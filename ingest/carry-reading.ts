import type {LedgerSpan} from './ledger.ts'
import {type Fields, isSame, itemsOf} from './merge-content.ts'
import {carryKeys, MERGED_LISTS} from './merge.ts'

/** What a text says, and where in the text it says it. */
export interface ReadText {
  readonly snapshot: Fields
  readonly spans: readonly LedgerSpan[]
}

/**
 * Gives a reading the keys that the one before it has left in the article, in its ledger too, so that each stretch is found in the article: of
 * the version before, or of the same text by an older reader.
 */
export function carryReading<Text extends ReadText>(before: Fields, text: Text): Text {
  const keys = new Map<string, string>()
  const lists = Object.entries(carryKeys(before, text.snapshot)).map(([name, value]) => {
    if (!MERGED_LISTS.includes(name)) return [name, value] as const
    const received = itemsOf(text.snapshot[name])
    const items = itemsOf(value).map((item, index) => {
      const known = itemsOf(before[name]).find(({_key}) => _key === item._key)
      // What says the same stays in the article as it was, its spans too
      const kept = known !== undefined && isSame(known, item) ? known : item
      pairKeys(received[index], kept, keys)
      return kept
    })
    return [name, items] as const
  })
  return {
    ...text,
    snapshot: Object.fromEntries(lists),
    spans: text.spans.map((span) => withTargets(span, keys)),
  }
}

// `[_key=="3f2a1b-b1"]`
const KEY = /\[_key==["'](?<key>[^"']{1,100})["']\]/gu

function withTargets(span: LedgerSpan, keys: ReadonlyMap<string, string>): LedgerSpan {
  return {
    ...span,
    targets: span.targets.map((target) =>
      target.replaceAll(KEY, (part, key) => part.replace(key, keys.get(key) ?? key)),
    ),
  }
}

function pairKeys(received: Fields | undefined, kept: Fields, keys: Map<string, string>): void {
  if (typeof received?.['_key'] === 'string' && typeof kept['_key'] === 'string') {
    keys.set(received['_key'], kept['_key'])
  }
  const children = itemsOf(kept['children'])
  for (const [index, child] of itemsOf(received?.['children']).entries()) {
    const other = children[index]
    if (other) keys.set(child._key, other._key)
  }
}
