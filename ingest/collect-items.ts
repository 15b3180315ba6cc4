import type {Claim, ItemDraft} from './reading.ts'

/** An item of one of the snapshot's lists, with the texts that were claimed for it. */
export interface Item {
  /** Empty for the dateline, of which there is one */
  readonly key: string
  readonly draft: ItemDraft
  /** By property */
  readonly texts: Record<string, string>
}

/** `_key`s are the prefix, a letter for the list and the item's place in the copy. */
const KEY_LETTERS = {
  keyPoints: 'k',
  bylines: 'y',
  wireCredits: 'c',
  captions: 'p',
  body: 'b',
} as const

/**
 * Gathers what was claimed for each item and gives the items their keys.
 *
 * @param claims - In the order of the copy
 * @param keyPrefix - Start of every `_key`
 */
export function collectItems(
  claims: readonly Claim[],
  keyPrefix: string,
): ReadonlyMap<ItemDraft, Item> {
  const items = new Map<ItemDraft, Item>()
  const ordinals = {keyPoints: 0, bylines: 0, wireCredits: 0, captions: 0, body: 0}
  for (const claim of claims) {
    if (claim.kind !== 'field' || typeof claim.target === 'string') continue
    const {item: draft, property} = claim.target
    let item = items.get(draft)
    if (item === undefined) {
      item = {key: keyOf(draft, keyPrefix, ordinals), draft, texts: {}}
      items.set(draft, item)
    }
    item.texts[property] = (item.texts[property] ?? '') + claim.passage.text
  }
  return items
}

function keyOf(
  {list}: ItemDraft,
  keyPrefix: string,
  ordinals: Record<keyof typeof KEY_LETTERS, number>,
): string {
  if (list === 'dateline') return ''
  ordinals[list] += 1
  return `${keyPrefix}-${KEY_LETTERS[list]}${ordinals[list]}`
}
