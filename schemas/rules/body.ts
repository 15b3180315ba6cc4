import {bodyText} from '../portable-text.ts'
import {fieldOf, textOf} from './narrow.ts'
import type {Verdict} from './problem.ts'
import {say} from './say.ts'

/** What transmission leaves in a text. */
const RESIDUE = [
  ['residue-two-spaces', /\S {2,9}\S/u],
  ['residue-wire-quotes', /``|''/u],
  // `_` for a dash stands alone between spaces or opens a line
  ['residue-underscore', /(?:^|\s)_{1,3}(?:\s|$)/u],
  ['residue-unreadable', /\uFFFD/u],
  // At the end of a line only: "the enditem" and "want more" are words
  ['residue-end-mark', /(?:\bEnditem|\(END\)|\(MORE\)|\bMORE|-30-)$/u],
] as const

/** A paragraph holds no traces of its transmission: what is said of each that it holds. */
export function residueIn(text: string): readonly string[] {
  return RESIDUE.filter(([, pattern]) => pattern.test(text.trim())).map(([key]) => say(key))
}

/** News has a text. A story without a genre counts as news. */
export function bodyPresent(article: unknown): Verdict {
  const genre = textOf(article, 'genre') || 'news'
  const empty = bodyText(fieldOf(article, 'body')).trim() === ''
  return genre !== 'news' || !empty || say('body-missing')
}
