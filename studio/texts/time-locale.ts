/**
 * BCP 47: the language of times where the words are in another.
 *
 * @param locale - Of the words: Sanity's English is called American, the desk's is not
 */
export function timeLocale(locale: string): string {
  return locale === 'en-US' ? 'en-GB' : locale
}
