import {matchesOf} from '../matches-of.ts'
import type {Block} from '../reading.ts'

/** How a text itself writes a word where it is not in capitals for show: the best evidence there is. */
export type WordForms = ReadonlyMap<string, string>

const WORD = /[\p{L}\p{N}+&]{1,40}/gu
/** Capitals that open a paragraph may be for show: they are what is in question. */
const OPENING_CAPITALS = /^["“'‘]?(?:[\p{Lu}\p{N}][\p{Lu}\p{N}’'&+.,-]{0,30}\s){1,10}/u
/** Enough for the names of any story; a book-long text is not read twice. */
const LONGEST_EVIDENCE = 200_000

/**
 * Collects the forms in which words stand inside sentences: `korean` → `Korean`, `starhub` → `StarHub`, `dbs` → `DBS`.
 * A word that stands in several forms (`Bank`, `bank`) is in the map as its lower-case one.
 */
export function collectWordForms(blocks: readonly Block[]): WordForms {
  const forms = new Map<string, string>()
  let read = 0
  for (const {passage} of blocks) {
    if (read > LONGEST_EVIDENCE) break
    read += passage.text.length
    const opening = OPENING_CAPITALS.exec(passage.text)?.[0].length ?? 0
    for (const match of matchesOf(passage.text.slice(0, LONGEST_EVIDENCE), WORD)) {
      const word = match[0]
      // in small letters already, as most words are
      if (match.index < opening || forms.get(word) === word) continue
      const folded = word.toLowerCase()
      // a capital inside a word is its own, wherever it stands
      const isMixed = word !== folded && /\p{Ll}\p{Lu}/u.test(word)
      if (!isMixed && opensSentence(passage.text, match.index)) continue
      const known = forms.get(folded)
      if (
        known === undefined ||
        word === folded ||
        (known === known.toUpperCase() && known !== folded)
      ) {
        forms.set(folded, word)
      }
    }
  }
  return forms
}

function opensSentence(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 4), index).trimEnd()
  return before === '' || /[.!?:“"‘([—–-]$/u.test(before)
}
