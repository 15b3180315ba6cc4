import {useCurrentLocale} from 'sanity'

/** BCP 47: the language in which an editor reads times, which is that of their words. */
export function useTimeLocale(): string {
  return timeLocale(useCurrentLocale().id)
}

/** @param locale - Of the words: Sanity's English is called American, the desk's is not */
export function timeLocale(locale: string): string {
  return locale === 'en-US' ? 'en-GB' : locale
}
