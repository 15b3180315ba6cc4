import type {StoredSources} from './find-stored.ts'
import {type CopyIdentity, sourceIdOfText} from './identify-copy.ts'

/** A text that the run has taken under the id of another. */
export interface TakenText {
  readonly path: string
  readonly isSameText: boolean
}

/** What a run has taken so far: a dry run stores nothing, and what a run has sent may not be stored yet. */
export interface TakenTexts {
  /** The text that was taken under this id */
  readonly find: (identity: CopyIdentity) => TakenText | undefined
  readonly add: (path: string, identity: CopyIdentity) => void
  /** Tells of a stored text that has come again. @returns The path where the run met it first, this one or another */
  readonly meet: (path: string, identity: CopyIdentity) => string
  /** Before a text is planned anew: it is no duplicate of itself */
  readonly forget: (path: string, identity: CopyIdentity) => void
  /** What was found in the dataset of some texts, with what the run has taken of them before */
  readonly over: (stored: StoredSources, identities: readonly CopyIdentity[]) => StoredSources
}

export function takenTexts(): TakenTexts {
  /** By source id */
  const paths = new Map<string, string>()
  /** Source ids by digest of the text and the other way round, where the one does not follow from the other: each text costs memory to the end */
  const sources = new Map<string, string>()
  const texts = new Map<string, string>()
  /** By source id */
  const met = new Map<string, string>()
  const sourceOf = (textSha256: string) => {
    const ownId = sourceIdOfText(textSha256)
    return sources.get(textSha256) ?? (paths.has(ownId) ? ownId : undefined)
  }
  return {
    find({sourceId, textSha256}) {
      const path = paths.get(sourceId)
      if (path === undefined) return undefined
      return {path, isSameText: (texts.get(sourceId) ?? textSha256) === textSha256}
    },
    add(path, {sourceId, textSha256}) {
      paths.set(sourceId, path)
      if (sourceId === sourceIdOfText(textSha256)) return
      sources.set(textSha256, sourceId)
      texts.set(sourceId, textSha256)
    },
    meet(path, {sourceId}) {
      const first = met.get(sourceId) ?? path
      met.set(sourceId, first)
      return first
    },
    forget(path, {sourceId, textSha256}) {
      if (paths.get(sourceId) !== path) return
      paths.delete(sourceId)
      sources.delete(textSha256)
      texts.delete(sourceId)
    },
    over({byText, ...stored}, identities) {
      const own = identities.flatMap(({textSha256}) => {
        const source = sourceOf(textSha256)
        return source === undefined ? [] : [[textSha256, source] as const]
      })
      return {...stored, byText: new Map([...own, ...byText])}
    },
  }
}
