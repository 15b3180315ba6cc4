import {useCurrentLocale} from 'sanity'

import {timeLocale} from './time-locale.ts'

/** BCP 47: the language in which an editor reads times. */
export function useTimeLocale(): string {
  return timeLocale(useCurrentLocale().id)
}
