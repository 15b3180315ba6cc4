import {bodyText} from '../portable-text.ts'
import {fieldOf, textOf} from './narrow.ts'
import type {Verdict} from './problem.ts'

/** What transmission leaves in a text, by the words an editor reads. */
const RESIDUE = [
  ['two spaces in a row', /\S {2,9}\S/u],
  ["quotation marks of the wire (`` or '')", /``|''/u],
  // `_` for a dash stands alone between spaces or opens a line
  ['a stray "_"', /(?:^|\s)_{1,3}(?:\s|$)/u],
  ['a character that could not be read', /\uFFFD/u],
  // At the end of a line only: "the enditem" and "want more" are words
  ['an end mark', /(?:\bEnditem|\(END\)|\(MORE\)|\bMORE|-30-)$/u],
] as const

/** A paragraph holds no traces of its transmission. */
export function noResidue(text: string): Verdict {
  const found = RESIDUE.filter(([, pattern]) => pattern.test(text.trim())).map(([name]) => name)
  return found.length === 0 || `The paragraph holds ${found.join(' and ')}`
}

/** News has a text. A story without a genre counts as news. */
export function bodyPresent(article: unknown): Verdict {
  const genre = textOf(article, 'genre') || 'news'
  const empty = bodyText(fieldOf(article, 'body')).trim() === ''
  return genre !== 'news' || !empty || 'The story has no text'
}
