const LETTER = /[\p{L}\p{N}]/u
const PLAIN_LETTERS = Uint8Array.from({length: 0x80}, (_, unit) =>
  LETTER.test(String.fromCharCode(unit)) ? 1 : 0,
)

/**
 * The place behind the letter or digit that stands at a place; the place itself when none does. A regular expression is slow over a whole text:
 * it is asked only about what is beyond ASCII.
 *
 * @param at - In UTF-16 code units, as the result
 */
export function pastLetter(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit < 0x80) return PLAIN_LETTERS[unit] === 1 ? at + 1 : at
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return LETTER.test(character) ? at + character.length : at
}
