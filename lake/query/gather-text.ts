import {withAttributes} from '../store/head-document.ts'
import type {LakeDocument} from '../store/lake-document.ts'
import {textsOf} from '../store/text-tokens.ts'
import {SEPARATOR} from './functions/match-words.ts'
import {JOINED_ATTRIBUTE, TEXT_ATTRIBUTE} from './rewrite-text-query.ts'

/** Gives a document the hidden attributes with its text, gathered when a query first asks. */
export function withText(document: LakeDocument): LakeDocument {
  let texts: readonly string[] | undefined
  const read = () => (texts ??= textsOf(document))
  return Object.defineProperties(withAttributes(document, {}), {
    [TEXT_ATTRIBUTE]: {enumerable: false, get: read},
    [JOINED_ATTRIBUTE]: {enumerable: false, get: () => read().join(SEPARATOR)},
  })
}
