/**
 * What may stand in a field in place of damaged text: the closed list of pairs that a ledger's `repair` may hold.
 * Anything else that differs from the copy is a fault.
 */
const MOJIBAKE: ReadonlyMap<string, string> = new Map([
  // UTF-8 read as Windows-1252
  ['â€™', '’'],
  ['â€˜', '‘'],
  ['â€œ', '“'],
  ['â€\u009D', '”'],
  ['â€“', '–'],
  ['â€”', '—'],
  ['â€¦', '…'],
  ['â€¢', '•'],
  ['â‚¬', '€'],
  ['Ã©', 'é'],
  ['Ã¨', 'è'],
  ['Ã¡', 'á'],
  ['Ã³', 'ó'],
  ['Ã±', 'ñ'],
  ['Ã¼', 'ü'],
  ['Ã¶', 'ö'],
  ['Ã¤', 'ä'],
  ['Ã§', 'ç'],
  ['Ãª', 'ê'],
  ['Ã´', 'ô'],
  ['Â£', '£'],
  ['Â©', '©'],
  // presentation forms left by typesetting
  ['ﬁ', 'fi'],
  ['ﬂ', 'fl'],
  ['ﬀ', 'ff'],
  ['ﬃ', 'ffi'],
  ['ﬄ', 'ffl'],
  // the ANPA character set has no curly quotes: ``Bill,'' he said
  ['``', '“'],
  ["''", '”'],
])

/** Characters that print nothing: soft hyphen, zero-width space, word joiner, byte order mark, controls. */
const INVISIBLE = /^[\u00AD\u200B\u2060\uFEFF\p{Cc}]$/u
const LONE_SURROGATE = /^\p{Cs}$/u

/**
 * What a damaged stretch of copy stands for.
 *
 * @returns The text for the field, or `undefined` when the stretch is sound
 */
export function repairOf(damaged: string): string | undefined {
  if (LONE_SURROGATE.test(damaged)) return '\uFFFD'
  if (INVISIBLE.test(damaged)) return ''
  return MOJIBAKE.get(damaged)
}

/** Source of a pattern that finds what `repairOf` mends; white space and line ends are not its business. */
export const DAMAGED = [
  '\\p{Cs}',
  '[\\u00AD\\u200B\\u2060\\uFEFF]',
  '[\\u0000-\\u0008\\u000E-\\u001F\\u007F-\\u0084\\u0086-\\u009F]',
  ...MOJIBAKE.keys(),
].join('|')
