import {useCallback} from 'react'
import {useTranslation} from 'sanity'

import {SENTENCES} from './desk-text-bundles.ts'
import {translateSentence} from './translate-sentence.ts'
import {useTimeLocale} from './use-time-locale.ts'

/** Gives a sentence of the rules or of the reader of copy in the language of the editor. */
export function useSentence(): (english: string) => string {
  const {t} = useTranslation(SENTENCES)
  const locale = useTimeLocale()
  // The same function until the language changes: effects depend on it
  return useCallback(
    (english) => translateSentence(english, {say: (key, values) => t(key, values), locale}),
    [t, locale],
  )
}
