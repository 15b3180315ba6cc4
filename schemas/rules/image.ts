import {fieldOf, textOf, type Fields} from './narrow.ts'
import type {Verdict} from './problem.ts'
import {say} from './say.ts'

/** A picture needs a credit. Nothing is asked of a field without an asset: there is no picture yet. */
export function creditPresent(picture: Fields | undefined): Verdict {
  if (!hasAsset(picture) || textOf(picture, 'credit') !== '') return true
  return say('picture-no-credit')
}

/** A picture needs words for readers who cannot see it. */
export function describedForReaders(picture: Fields | undefined): Verdict {
  if (!hasAsset(picture) || textOf(picture, 'alt') !== '') return true
  return say('picture-no-alt')
}

function hasAsset(picture: unknown): boolean {
  return fieldOf(picture, 'asset') !== undefined
}
