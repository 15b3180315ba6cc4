import {type Fields, isSame, itemsOf} from '../../ingest/merge-content.ts'
import type {Unmerged} from '../../ingest/merge-version.ts'
import {carryKeys, MERGED_LISTS} from '../../ingest/merge.ts'
import {textOf} from '../../schemas/rules/narrow.ts'
import {type ReceivedText, readReceivedText} from './received-text.ts'

/** A received text of a story, with the keys that its paragraphs, key points, bylines and credits have in the article. */
export interface OriginText extends ReceivedText {
  /** Set when the article took nothing from it */
  readonly unmerged: Unmerged | undefined
}

/**
 * Reads the received texts of a story. A merge leaves an item of a new version the key that it had in the version before: so do these,
 * else nothing of a second version would be found in the article.
 *
 * @param stored - `sourceText` documents, oldest first, each with its origin
 * @throws SyntaxError when a ledger or a snapshot cannot be read
 */
export function originTexts(
  stored: readonly {readonly source: unknown; readonly origin: unknown}[],
): readonly OriginText[] {
  const texts: OriginText[] = []
  let before: Fields | undefined
  for (const {source, origin} of stored) {
    const text = readReceivedText(source)
    if (!text) continue
    const unmerged = reasons.find((reason) => reason === textOf(origin, 'unmerged'))
    const carried = before === undefined || unmerged !== undefined ? text : withKeysOf(before, text)
    if (unmerged === undefined) before = carried.snapshot
    texts.push({...carried, unmerged})
  }
  return texts
}

const reasons: readonly Unmerged[] = ['late', 'notice', 'deleted', 'inRelease']

function withKeysOf(before: Fields, text: ReceivedText): ReceivedText {
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
    spans: text.spans.map((span) => ({
      ...span,
      targets: span.targets.map((target) =>
        target.replaceAll(KEY, (part, key) => part.replace(key, keys.get(key) ?? key)),
      ),
    })),
  }
}

// `[_key=="3f2a1b-b1"]`
const KEY = /\[_key==["'](?<key>[^"']{1,100})["']\]/gu

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
