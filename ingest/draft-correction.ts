import {type Fields, itemsOf} from './merge-content.ts'
import type {VersionKind} from './version-kind.ts'

/** A further text of a story. */
interface CorrectingText {
  readonly kind: VersionKind
  /** What changed, as printed */
  readonly versionNote?: string | undefined
  readonly keyPrefix: string
  /** What it says, in the fields of an article */
  readonly article: Fields
}

/**
 * What a text says, with an entry among the corrections when it corrects its story and does not say in words what: readers are told that it was
 * corrected, and an editor words and dates it.
 */
export function draftCorrection({kind, article, keyPrefix, versionNote}: CorrectingText): Fields {
  if (kind !== 'correction' || itemsOf(article['corrections']).length > 0) return article
  const note = versionNote === undefined ? '' : ` (“${versionNote}”)`
  const text = `An earlier version of this story has been corrected by its provider${note}.`
  const correction = {_key: `${keyPrefix}-n1`, _type: 'correction', type: 'correction', text}
  return {...article, corrections: [correction]}
}
