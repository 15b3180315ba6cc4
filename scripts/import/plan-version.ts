import {type Fields, isFields, isSame, type Item, itemsOf} from '../../ingest/merge-content.ts'
import type {Conflict} from '../../ingest/merge-item.ts'
import {patchBetween} from '../../ingest/merge-patch.ts'
import {mergeArticle, type MergedArticle} from '../../ingest/merge.ts'
import {storyVersions} from '../../ingest/story-versions.ts'
import {readText} from '../narrow.ts'
import type {Outcome} from './import-report.ts'
import type {PlannedCopy} from './plan-import.ts'
import type {PlannedMutation} from './planned-mutation.ts'
import type {PreparedCopy} from './prepare-copy.ts'
import type {Desk} from './read-desk.ts'
import type {Story} from './read-story.ts'
import {undoEntry} from './undo-entry.ts'

/** Why an article takes nothing from a text that is linked to it. */
type Unmerged = 'late' | 'notice' | 'deleted'

/**
 * Plans what a further text of a story does to it: the text is stored and linked, and what it says is merged into the draft, or into a new
 * draft of a published article. A text older than what is there, a kill, an advisory and a text of a deleted article change no word.
 */
export function planVersion(
  path: string,
  copy: PreparedCopy,
  story: Story & {readonly record: Fields},
  desk: Desk,
): PlannedCopy {
  const {identity, documents} = copy
  const {articleId: id} = identity
  const unmerged = whyUnmerged(copy, story)
  const base = baseOf(story, desk)
  const ours = story.draft ?? story.published
  if (base === undefined && unmerged === undefined) {
    const reason = `Cannot import "${path}": the text that "${id}" was made from is gone; import that first`
    return {item: {path, outcome: 'failed', id, reason}, mutations: [], after: []}
  }
  const merged: MergedArticle | undefined =
    unmerged === undefined && ours !== undefined && base !== undefined
      ? mergeArticle({base, theirs: {...documents.article}, ours})
      : undefined
  const isKill = documents.kind === 'kill'
  const record = recordAfter(copy, story, {unmerged, merged, isKill})
  const source = withPrevious(copy, story)
  const article = articleAfter(story, merged)
  const sent: PlannedMutation[] = [{create: source}]
  if (article !== undefined) {
    sent.push(...(story.draft === undefined ? [{create: article}] : patches(story.draft, article)))
  }
  sent.push(...patches(story.record, record))
  return {
    item: {
      path,
      outcome: outcomeOf(unmerged, isKill, merged),
      id,
      ...reasonOf(copy, story, {unmerged, merged, isKill}),
    },
    undo: undoEntry([
      {id: source._id},
      ...(article === undefined ? [] : [{id: `drafts.${id}`, before: story.draft, after: article}]),
      {id: `record.${id}`, before: story.record, after: record},
    ]),
    mutations: sent,
    after: [{...source}, ...(article === undefined ? [] : [article]), record],
  }
}

interface Decision {
  readonly unmerged: Unmerged | undefined
  readonly merged: MergedArticle | undefined
  readonly isKill: boolean
}

function whyUnmerged({notes, documents}: PreparedCopy, story: Story): Unmerged | undefined {
  if (story.draft === undefined && story.published === undefined) return 'deleted'
  if (documents.kind === 'kill' || documents.kind === 'advisory') return 'notice'
  const {itemVersion} = notes
  if (itemVersion === undefined) return undefined
  return mergedOrigins(story).some(({version}) => isNewer(version, itemVersion))
    ? 'late'
    : undefined
}

function isNewer(version: unknown, than: string): boolean {
  return typeof version === 'string' && version.localeCompare(than, 'en', {numeric: true}) > 0
}

/** The texts that the article has taken, oldest first. */
function mergedOrigins({record}: Story): readonly Item[] {
  return itemsOf(record?.['origins']).filter(({unmerged}) => unmerged === undefined)
}

function sourceOf(story: Story, origin: Item | undefined): Fields | undefined {
  const reference = origin?.['source']
  const id = isFields(reference) ? readText(reference['_ref']) : undefined
  return id === undefined ? undefined : story.sources.get(id)
}

/** As the newest text it has taken says it, with the keys that the texts before have left in the draft. */
export function baseOf(story: Story, desk: Desk): Fields | undefined {
  const sources = mergedOrigins(story)
    .map((origin) => sourceOf(story, origin))
    .filter((source) => source !== undefined)
  return storyVersions(sources, desk.contributorsByAlias).at(-1)
}

function withPrevious({identity, documents}: PreparedCopy, story: Story) {
  const previous = readText(sourceOf(story, mergedOrigins(story).at(-1))?.['_id'])
  return identity.previousSourceId !== undefined || previous === undefined
    ? documents.source
    : {
        ...documents.source,
        previousVersion: {_type: 'reference', _ref: previous, _weak: true},
      }
}

/** The draft as it shall be; `undefined` when it stays as it is. */
function articleAfter(
  {articleId, draft, published}: Story,
  merged: MergedArticle | undefined,
): (Fields & {readonly _id: string; readonly _type: string}) | undefined {
  const ours = draft ?? published
  if (merged === undefined || ours === undefined || isSame(merged.article, ours)) return undefined
  const {_rev, _createdAt, _updatedAt, ...fields} = merged.article
  return {...fields, _id: `drafts.${articleId}`, _type: 'article'}
}

function patches(before: Fields, after: Fields): readonly PlannedMutation[] {
  const {_rev, _createdAt, _updatedAt, ...fields} = before
  const id = readText(before['_id']) ?? ''
  const {_rev: _1, _createdAt: _2, _updatedAt: _3, ...wanted} = after
  return patchBetween(fields, wanted).map((patch, index) => ({
    patch: {
      id,
      ...(index === 0 && typeof _rev === 'string' && {ifRevisionID: _rev}),
      ...patch,
    },
  }))
}

function recordAfter(
  {identity, documents}: PreparedCopy,
  story: Story & {readonly record: Fields},
  {unmerged, merged, isKill}: Decision,
): Fields {
  const {record} = story
  const origins = itemsOf(record['origins'])
  const added = documents.record.origins.map((origin) => ({
    ...origin,
    ...(unmerged !== undefined && {unmerged}),
  }))
  const at =
    unmerged === 'late'
      ? origins.findIndex(({version}) => isNewer(version, added[0]?.version ?? ''))
      : -1
  const isWaiting = merged !== undefined && story.draft === undefined
  const findings =
    merged === undefined
      ? record['findings']
      : [
          ...itemsOf(record['findings']).filter(({state}) => state !== 'open'),
          ...(documents.record.findings ?? []),
          ...(isWaiting ? [waitingNote(identity.keyPrefix)] : []),
        ]
  const conflicts =
    merged === undefined || merged.conflicts.length === 0
      ? record['conflicts']
      : withConflicts(itemsOf(record['conflicts']), merged.conflicts, identity.keyPrefix)
  return {
    ...record,
    origins: at === -1 ? [...origins, ...added] : origins.toSpliced(at, 0, ...added),
    ...(Array.isArray(findings) &&
      (findings.length > 0 || record['findings'] !== undefined) && {findings}),
    ...(conflicts !== undefined && {conflicts}),
    ...(isKill && {killFlag: true}),
  }
}

function waitingNote(keyPrefix: string): Item {
  return {
    _key: `${keyPrefix}-w1`,
    _type: 'finding',
    code: 'update-waits',
    message: 'A new version of the copy waits as a draft; what is published is unchanged',
    alternatives: [],
    where: {start: 0, end: 0},
    state: 'open',
  }
}

/** An open conflict about the same field keeps its first text and shows the newest; a decided one stays decided. */
function withConflicts(
  known: readonly Item[],
  found: readonly Conflict[],
  keyPrefix: string,
): readonly Item[] {
  const conflicts = [...known]
  for (const [index, {field, base, theirs, ours}] of found.entries()) {
    const at = conflicts.findIndex((old) => old['field'] === field && old['state'] === 'open')
    const texts = {...jsonOf('theirs', theirs), ...jsonOf('ours', ours)}
    const open = conflicts[at]
    if (open === undefined) {
      conflicts.push({
        _key: `${keyPrefix}-x${index + 1}`,
        _type: 'conflict',
        field,
        ...jsonOf('base', base),
        ...texts,
        state: 'open',
      })
    } else {
      const {theirs: _theirs, ours: _ours, ...kept} = open
      conflicts[at] = {...kept, ...texts}
    }
  }
  return conflicts
}

function jsonOf(name: string, value: unknown): Fields {
  return value === undefined ? {} : {[name]: JSON.stringify(value)}
}

function outcomeOf(
  unmerged: Unmerged | undefined,
  isKill: boolean,
  merged: MergedArticle | undefined,
): Outcome {
  if (unmerged !== undefined || merged === undefined) return isKill ? 'updated' : 'unchanged'
  if (merged.conflicts.length > 0) return 'conflict'
  return merged.isEdited ? 'merged' : 'updated'
}

const UNMERGED: Readonly<Record<Unmerged, string>> = {
  late: 'Older than what the article has: stored and linked, nothing changed',
  notice: 'A notice: stored and linked, the article is unchanged',
  deleted: 'An editor has deleted the article; it is not made again',
}

function reasonOf(
  {identity}: PreparedCopy,
  story: Story,
  {unmerged, merged, isKill}: Decision,
): {readonly reason?: string} {
  const headline = readText((story.draft ?? story.published)?.['headline']) ?? identity.articleId
  const conflicts = merged?.conflicts ?? []
  const sentences = [
    isKill
      ? `KILL: the provider has withdrawn "${headline}"; it cannot be published until an editor decides`
      : unmerged !== undefined && UNMERGED[unmerged],
    conflicts.length > 0 &&
      `The new copy of "${headline}" meets other words in ${conflicts.map(({field}) => field).join(', ')}: they stay, an editor decides`,
    merged !== undefined &&
      story.draft === undefined &&
      `"${headline}" is published: the update waits as a draft`,
    story.releases.length > 0 && `Not changed: ${story.releases.join(', ')}`,
  ].filter((sentence) => typeof sentence === 'string')
  return sentences.length === 0 ? {} : {reason: sentences.join('. ')}
}
