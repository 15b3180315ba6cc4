/** 0x80 to 0x9F; a space stands for the five bytes the code page leaves empty. */
const UPPER_CONTROLS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/**
 * The character of a byte in Windows-1252.
 *
 * @param byte - 0x80 to 0xFF
 * @returns `undefined` for a byte the code page does not define
 */
export function windows1252Character(byte: number): string | undefined {
  if (byte > 0x9f) return String.fromCharCode(byte)
  const character = UPPER_CONTROLS[byte - 0x80]
  return character === ' ' ? undefined : character
}
