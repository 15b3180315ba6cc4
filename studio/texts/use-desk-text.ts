import {useCallback} from 'react'
import {useTranslation} from 'sanity'

import {DESK_TEXTS} from './desk-text-bundles.ts'
import type {deskTextsEn} from './desk-texts.en.ts'

type StoredKey = keyof typeof deskTextsEn

/** A text of the desk; those with the forms of a number are named without the form. */
export type DeskTextKey = StoredKey extends infer Key
  ? Key extends `${infer Base}_one` | `${infer Base}_other`
    ? Base
    : Key
  : never

/** Gives the desk's words in the language of the editor; `values` fill the places in braces, `count` chooses the form. */
export type DeskText = (
  key: DeskTextKey,
  values?: Readonly<Record<string, string | number>>,
) => string

export function useDeskText(): DeskText {
  const {t} = useTranslation(DESK_TEXTS)
  // The same function until the language changes: effects depend on it
  return useCallback<DeskText>((key, values) => t(key, {...values}), [t])
}
