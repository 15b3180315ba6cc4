import {isRecord, type LakeDocument} from '../store/lake-document.ts'
import {TEXT_ATTRIBUTE} from './rewrite-text-query.ts'

/** Gives a document the hidden attribute with its text, gathered when a query first asks. */
export function withText(document: LakeDocument): LakeDocument {
  let text: readonly string[] | undefined
  return Object.defineProperty({...document}, TEXT_ATTRIBUTE, {
    enumerable: false,
    get() {
      text ??= [...gatherStrings(document)]
      return text
    },
  })
}

/** Every string of a value but those in attributes that begin with `_`: keys, types and references are not text. */
function* gatherStrings(value: unknown): Iterable<string> {
  if (typeof value === 'string') yield value
  else if (Array.isArray(value)) for (const element of value) yield* gatherStrings(element)
  else if (isRecord(value)) {
    for (const [name, attribute] of Object.entries(value)) {
      if (!name.startsWith('_')) yield* gatherStrings(attribute)
    }
  }
}
