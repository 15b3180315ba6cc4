const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['lt', '<'],
  ['gt', '>'],
  ['nbsp', '\u00A0'],
  ['mdash', '—'],
  ['ndash', '–'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['hellip', '…'],
  ['bull', '•'],
  ['pound', '£'],
  ['euro', '€'],
  ['copy', '©'],
  ['eacute', 'é'],
])

/** Source of a pattern for one character reference; `&amp;#8217;` is one that was escaped twice. */
export const ESCAPED = '&(?:amp;)?(?:#\\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-z]{2,6});'

const REFERENCE =
  /^&(?:amp;)?(?:#(?<decimal>\d{1,7})|#x(?<hex>[0-9a-f]{1,6})|(?<name>[a-z]{2,6}));$/iu

/**
 * What a character reference stands for.
 *
 * @returns The character, or `undefined` when it is no reference we know: then it is copy
 *
 * @example
 * unescapeReference('&amp;#8217;') // '’'
 */
export function unescapeReference(reference: string): string | undefined {
  const groups = REFERENCE.exec(reference)?.groups
  if (groups === undefined) return undefined
  if (groups['name'] !== undefined) return NAMED.get(groups['name'])
  const {decimal, hex = ''} = groups
  const code = decimal === undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10)
  const isCharacter = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : undefined
}
