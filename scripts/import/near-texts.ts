import type {SanityClient} from '@sanity/client'

import {likeliest, type Overlap, overlapOf, tellingKeys} from '../../ingest/near-text.ts'
import {sayDoubt} from '../../ingest/say-doubt.ts'
import {bodyText} from '../../schemas/portable-text.ts'
import {type ComparedText, findCandidates, type NearCandidate, readCompared} from './find-near.ts'
import type {PreparedCopy} from './prepare-copy.ts'

/** Another story that a text seems to be a version of. */
export interface NearDuplicate extends Overlap {
  /** `article-<hash>`, without `drafts.` */
  readonly articleId: string
  /** For an editor: its headline, or how it begins */
  readonly name: string
}

/** Finds the story that a text which would begin one may be a version of. */
export interface NearTexts {
  /** Looks in the dataset for texts that share keys with these, all in one request */
  readonly lookUp: (copies: readonly PreparedCopy[]) => Promise<void>
  /** The story with the largest overlap, among what was looked up for the text and what the run has taken */
  readonly find: (copy: PreparedCopy) => Promise<NearDuplicate | undefined>
  /** A text that the run has taken into a story; its article's id is without `drafts.` */
  readonly add: (copy: PreparedCopy, articleId: string) => void
}

/** Texts of the run that are kept in mind: many more than are ever on their way to the dataset. */
const KEPT_UNTIL_STORED = 1000
/** The same where nothing is stored. */
const KEPT_OF_DRY_RUN = 10_000

/** @param options - `keep`: what the run takes is not stored, so it is kept in mind instead */
export function nearTexts(client: SanityClient, {keep}: {readonly keep: boolean}): NearTexts {
  const taken = takenNear(keep ? KEPT_OF_DRY_RUN : KEPT_UNTIL_STORED)
  const lookedUp = new WeakMap<PreparedCopy, LookedUp>()
  return {
    async lookUp(copies) {
      const asked = copies.filter(({documents}) => documents.source.nearKeys !== undefined)
      const keys = asked.map(({documents}) => documents.source.nearKeys ?? [])
      const found = (await findCandidates(client, keys)).map((candidates, index) =>
        likeliest(keys[index] ?? [], candidates),
      )
      const ids = new Set(found.flat().map(({id}) => id))
      const texts = new Map((await readCompared(client, [...ids])).map((text) => [text.id, text]))
      for (const [index, copy] of asked.entries()) {
        lookedUp.set(copy, {candidates: found[index] ?? [], texts})
      }
    },
    async find(copy) {
      const {identity, documents} = copy
      const {nearKeys: keys = [], raw} = documents.source
      const ofRun = taken.sharing(keys)
      const known = new Set([identity.sourceId, ...ofRun.map(({id}) => id)])
      const {candidates: found, texts: read} = lookedUp.get(copy) ?? NOTHING
      const stored = found.filter(({id}) => !known.has(id))
      const candidates = likeliest(keys, [
        ...ofRun.filter(({id}) => id !== identity.sourceId),
        ...stored,
      ])
      const texts = candidates.flatMap(({id}) => taken.text(id) ?? read.get(id) ?? [])
      return texts
        .filter(({articleId}) => articleId !== identity.articleId)
        .flatMap(({articleId, headline, body}) => {
          const overlap = overlapOf(raw, body)
          const name = nameOf(headline, body)
          return overlap === undefined ? [] : [{articleId, name, ...overlap}]
        })
        .toSorted((a, b) => b.share - a.share || (a.articleId < b.articleId ? -1 : 1))[0]
    },
    add: taken.add,
  }
}

/** What the dataset has of other texts for one: those that share keys with it, and what these say. */
interface LookedUp {
  readonly candidates: readonly NearCandidate[]
  readonly texts: ReadonlyMap<string, ComparedText>
}

const NOTHING: LookedUp = {candidates: [], texts: new Map()}

/** Characters of a text that has no headline, in its place. */
const OPENING = 60

function nameOf(headline: string | undefined, body: string): string {
  const opening = body.slice(0, OPENING).replace(/\s+\S*$/u, '')
  return headline === undefined
    ? sayDoubt('story-without-headline', {words: opening})
    : `“${headline}”`
}

/** The newest texts of the run, by their keys. */
function takenNear(most: number): {
  readonly add: NearTexts['add']
  readonly sharing: (keys: readonly string[]) => readonly NearCandidate[]
  readonly text: (id: string) => ComparedText | undefined
} {
  const texts = new Map<string, NearCandidate & ComparedText>()
  const idsByKey = new Map<string, Set<string>>()
  function forgetOldest(): void {
    const [oldest] = texts.values()
    if (oldest === undefined || texts.size <= most) return
    texts.delete(oldest.id)
    for (const key of oldest.keys) {
      const ids = idsByKey.get(key)
      ids?.delete(oldest.id)
      if (ids?.size === 0) idsByKey.delete(key)
    }
  }
  return {
    add({identity: {sourceId: id}, documents}, articleId) {
      const {nearKeys: keys} = documents.source
      if (keys === undefined) return
      const {headline, body} = documents.article
      texts.set(id, {id, keys, articleId, headline, body: bodyText(body)})
      for (const key of keys) idsByKey.set(key, (idsByKey.get(key) ?? new Set()).add(id))
      forgetOldest()
    },
    sharing(keys) {
      const telling = tellingKeys(keys, (key) => idsByKey.get(key)?.size ?? 0)
      const ids = new Set(telling.flatMap((key) => Array.from(idsByKey.get(key) ?? [])))
      return [...ids].flatMap((id) => texts.get(id) ?? [])
    },
    text: (id) => texts.get(id),
  }
}
