import {draftCorrection} from './draft-correction.ts'
import {type Fields, isFields, isSame, type Item, itemsOf} from './merge-content.ts'
import {patchBetween} from './merge-patch.ts'
import {carryKeys, mergeArticle, type MergedArticle} from './merge.ts'
import {sayDoubt} from './say-doubt.ts'
import {conflictsAfter} from './stored-conflicts.ts'
import {storyVersions} from './story-versions.ts'
import type {VersionKind} from './version-kind.ts'

/** Why an article takes nothing from a text that is linked to it. */
export type Unmerged = 'late' | 'notice' | 'deleted' | 'inRelease'

/** A further received text of a story. */
export interface StoryText {
  readonly kind: VersionKind
  readonly provider?: string | undefined
  /** The provider's id of the text; two items of a story, such as a lead and its update, may each count their versions from 1 */
  readonly itemId?: string | undefined
  /** As the provider numbers the versions of the item */
  readonly itemVersion?: string | undefined
  /** What changed, as printed */
  readonly versionNote?: string | undefined
  /** Begins the keys of what is made from it */
  readonly keyPrefix: string
  /** ISO 8601 instant */
  readonly receivedAt: string
  /** What it says, in the fields of an article */
  readonly article: Fields
  /** `publication` and `language` as they followed from the notes before; set when a note says another publication now */
  readonly printedBefore?: Fields | undefined
  /** What the record keeps of it */
  readonly origins: readonly Item[]
  readonly findings: readonly Item[]
}

/** What there is of a story before a further text of it. */
export interface StoryBefore {
  /** `article-<hash>`, without `drafts.` */
  readonly articleId: string
  readonly published?: Fields | undefined
  readonly draft?: Fields | undefined
  readonly record: Fields
  /** Ids of its versions in releases, a scheduled one too: an import writes none of them */
  readonly releases?: readonly string[]
  /** The received texts that the record names, by id */
  readonly sources: ReadonlyMap<string, Fields>
}

/** What a further text makes of a story. */
export interface MergedVersion {
  /** Set when the article takes nothing from the text */
  readonly unmerged: Unmerged | undefined
  readonly merged: MergedArticle | undefined
  /** The draft as it shall be; absent when it stays as it is */
  readonly article: (Fields & {readonly _id: string; readonly _type: string}) | undefined
  readonly record: Fields
}

/**
 * Merges a further text into its story: what it says goes into the draft, or into a new draft of a published article, as `mergeArticle` does
 * it. An older version of an item that is there, a kill, an advisory and a text of an article that was deleted, or stands in a release alone, change no word.
 *
 * @param contributorsByAlias - Id of a contributor by a printed form of the name
 * @returns `undefined` when the text that the article was made from is gone: then nothing can be told from an edit
 */
export function mergeVersion(
  text: StoryText,
  story: StoryBefore,
  contributorsByAlias: ReadonlyMap<string, string>,
): MergedVersion | undefined {
  const unmerged = whyUnmerged(text, story)
  const base = baseOf(story, contributorsByAlias)
  const ours = story.draft ?? story.published
  if (base === undefined && unmerged === undefined) return undefined
  if (unmerged !== undefined || base === undefined || ours === undefined) {
    const record = linked(text, story, unmerged)
    const findings = [...itemsOf(record['findings']), waitingNote(text.keyPrefix, IN_RELEASE)]
    return {
      unmerged,
      merged: undefined,
      article: undefined,
      record: unmerged === 'inRelease' ? {...record, findings} : record,
    }
  }
  const theirs = draftCorrection(text)
  const words = mergeArticle({base, theirs, ours})
  const merged = {...words, article: printedElsewhere(words.article, text)}
  const article = articleAfter(story.articleId, merged.article, ours)
  const waits = story.draft === undefined && article !== undefined
  const findings = findingsAfter(text, story.record, waits)
  const conflicts = conflictsAfter(itemsOf(story.record['conflicts']), merged, {
    ...text,
    theirs: carryKeys(base, theirs),
  })
  return {
    unmerged,
    merged,
    article,
    record: {
      ...linked(text, story, unmerged),
      ...((findings.length > 0 || story.record['findings'] !== undefined) && {findings}),
      ...((conflicts.length > 0 || story.record['conflicts'] !== undefined) && {conflicts}),
    },
  }
}

/** What the article was made from: as the newest text it has taken says it, with the keys that the texts before have left in the draft. */
export function baseOf(
  story: Pick<StoryBefore, 'sources'> & {readonly record?: Fields | undefined},
  contributorsByAlias: ReadonlyMap<string, string>,
): Fields | undefined {
  return storyVersions(mergedSources(story), contributorsByAlias).at(-1)
}

/** The texts that an article has taken, oldest first. */
export function mergedSources({
  record,
  sources,
}: Pick<StoryBefore, 'sources'> & {readonly record?: Fields | undefined}): readonly Fields[] {
  return mergedOrigins(record)
    .map(({source}) => (isFields(source) ? sources.get(String(source['_ref'])) : undefined))
    .filter((source) => source !== undefined)
}

function mergedOrigins(record: Fields | undefined): readonly Item[] {
  return itemsOf(record?.['origins']).filter(({unmerged}) => unmerged === undefined)
}

function whyUnmerged(text: StoryText, story: StoryBefore): Unmerged | undefined {
  const {kind} = text
  const isInRelease = (story.releases ?? []).length > 0
  const isInDesk = story.draft !== undefined || story.published !== undefined
  if (!isInDesk && !isInRelease) return 'deleted'
  if (kind === 'kill' || kind === 'advisory') return 'notice'
  if (mergedOrigins(story.record).some((origin) => isNewer(origin, text, story))) return 'late'
  return isInDesk ? undefined : 'inRelease'
}

/** Whether an origin is a newer version of the same item. Numbers of two items say nothing of each other: there the one that came later is newer. */
function isNewer(
  {source, version}: Item,
  {provider, itemId, itemVersion}: StoryText,
  {sources}: StoryBefore,
): boolean {
  const other = isFields(source) ? sources.get(String(source['_ref'])) : undefined
  return (
    itemVersion !== undefined &&
    typeof version === 'string' &&
    other !== undefined &&
    other['itemId'] === itemId &&
    String(other['provider']).toLowerCase() === String(provider).toLowerCase() &&
    version.localeCompare(itemVersion, 'en', {numeric: true}) > 0
  )
}

/** The record with the text among its origins, before the newer versions of its item. */
function linked(text: StoryText, story: StoryBefore, unmerged: Unmerged | undefined): Fields {
  const {record} = story
  const {kind, origins: added} = text
  const origins = itemsOf(record['origins'])
  const items =
    unmerged === undefined ? added : added.map((origin) => Object.assign({}, origin, {unmerged}))
  const at = unmerged === 'late' ? origins.findIndex((origin) => isNewer(origin, text, story)) : -1
  return {
    ...record,
    origins: at === -1 ? [...origins, ...items] : origins.toSpliced(at, 0, ...items),
    ...(kind === 'kill' && {killFlag: true}),
  }
}

/** The doubts about the text before are gone with it; what an editor has settled stays, and what is open between two stories. */
function findingsAfter(
  {findings, keyPrefix}: StoryText,
  record: Fields,
  waits: boolean,
): readonly Item[] {
  return [
    ...itemsOf(record['findings']).filter(
      ({state, code}) => state !== 'open' || code === 'near-duplicate',
    ),
    ...findings,
    ...(waits ? [waitingNote(keyPrefix, AS_DRAFT)] : []),
  ]
}

const AS_DRAFT = sayDoubt('update-waits')
const IN_RELEASE = sayDoubt('update-waits-in-release')

function waitingNote(keyPrefix: string, message: string): Item {
  return {
    _key: `${keyPrefix}-w1`,
    _type: 'finding',
    code: 'update-waits',
    message,
    alternatives: [],
    where: {start: 0, end: 0},
    state: 'open',
  }
}

/** The article in the publication that is said now, unless an editor has chosen another. */
function printedElsewhere(
  article: Fields,
  {printedBefore: before, article: theirs}: StoryText,
): Fields {
  if (before === undefined) return article
  const taken = ['publication', 'language'].filter(
    (name) => theirs[name] !== undefined && isSame(before[name], article[name]),
  )
  return {...article, ...Object.fromEntries(taken.map((name) => [name, theirs[name]]))}
}

function articleAfter(articleId: string, merged: Fields, ours: Fields): MergedVersion['article'] {
  if (patchBetween(ours, merged).length === 0) return undefined
  const {_rev, _createdAt, _updatedAt, ...fields} = merged
  return {...fields, _id: `drafts.${articleId}`, _type: 'article'}
}
