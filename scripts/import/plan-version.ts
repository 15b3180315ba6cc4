import {type Fields, itemsOf} from '../../ingest/merge-content.ts'
import {patchBetween} from '../../ingest/merge-patch.ts'
import {
  type MergedVersion,
  mergedSources,
  mergeVersion,
  type StoryText,
  type Unmerged,
} from '../../ingest/merge-version.ts'
import {areStrangers} from '../../ingest/near-text.ts'
import {readText} from '../narrow.ts'
import type {Outcome} from './import-report.ts'
import type {PlannedCopy} from './plan-import.ts'
import type {PlannedMutation} from './planned-mutation.ts'
import type {PreparedCopy} from './prepare-copy.ts'
import type {Desk} from './read-desk.ts'
import type {Story} from './read-story.ts'
import {undoEntry} from './undo-entry.ts'

/**
 * Plans what a further text of a story does to it: the text is stored and linked, and what it says is merged into the draft, or into a new
 * draft of a published article.
 *
 * @param printedBefore - `publication` and `language` that the article has from the notes before, when they say another publication now
 */
export function planVersion(
  path: string,
  copy: PreparedCopy,
  story: Story & {readonly record: Fields},
  desk: Desk,
  printedBefore?: Fields,
): PlannedCopy {
  const {identity, documents} = copy
  const {articleId: id} = identity
  const text = {...textOf(copy), printedBefore}
  const version = mergeVersion(text, story, desk.contributorsByAlias)
  if (version === undefined) {
    const reason = `Cannot import "${path}": the text that "${id}" was made from is gone; import that first`
    return {item: {path, outcome: 'failed', id, reason}, mutations: [], after: []}
  }
  const {article, record} = version
  const isKill = documents.kind === 'kill'
  const isStranger = article !== undefined && isOtherStory(copy, story)
  const source = withPrevious(copy, story, version.unmerged)
  const sent: PlannedMutation[] = [{create: source}]
  if (article !== undefined) {
    sent.push(...(story.draft === undefined ? [{create: article}] : patches(story.draft, article)))
  }
  sent.push(...patches(story.record, record))
  return {
    item: {
      path,
      outcome: outcomeOf(version, isKill),
      id,
      ...reasonOf(copy, story, version, isStranger),
      ...((isStranger || needsPerson(version, story, isKill)) && {needsPerson: true}),
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

function textOf({identity, notes, documents}: PreparedCopy): StoryText {
  const {kind, source, article, record} = documents
  return {
    kind,
    provider: notes.provider,
    itemId: notes.itemId,
    itemVersion: notes.itemVersion,
    versionNote: source.versionNote,
    keyPrefix: identity.keyPrefix,
    receivedAt: source.receivedAt,
    article: {...article},
    origins: itemsOf(record.origins),
    findings: itemsOf(record.findings),
  }
}

/** The text that it takes the place of: the one its notes name, else the newest that the article has taken. A text that came late takes no place. */
function withPrevious({identity, documents}: PreparedCopy, story: Story, unmerged?: Unmerged) {
  const isNamed = identity.previousSourceId !== undefined && identity.again === undefined
  const previous = readText(mergedSources(story).at(-1)?.['_id'])
  return isNamed || previous === undefined || unmerged === 'late'
    ? documents.source
    : {
        ...documents.source,
        previousVersion: {_type: 'reference', _ref: previous, _weak: true},
      }
}

/** Whether another item of the story says something else altogether, as a sidebar does: its words take the place of the story's. */
function isOtherStory({notes, documents}: PreparedCopy, story: Story): boolean {
  const before = mergedSources(story).at(-1)
  const isOtherItem = notes.itemId !== undefined && before?.['itemId'] !== notes.itemId
  return isOtherItem && areStrangers(documents.source.raw, readText(before?.['raw']) ?? '')
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

function outcomeOf({unmerged, merged, article}: MergedVersion, isKill: boolean): Outcome {
  if (unmerged !== undefined || merged === undefined) return isKill ? 'updated' : 'unchanged'
  if (merged.conflicts.length > 0) return 'conflict'
  if (article === undefined) return 'unchanged'
  return merged.isEdited ? 'merged' : 'updated'
}

function needsPerson({unmerged, article}: MergedVersion, story: Story, isKill: boolean): boolean {
  const waits = article !== undefined && (story.draft === undefined || story.releases.length > 0)
  return isKill || waits || unmerged === 'inRelease'
}

const UNMERGED: Readonly<Record<Unmerged, string>> = {
  late: 'Older than what the article has: stored and linked, nothing changed',
  notice: 'A notice: stored and linked, the article is unchanged',
  deleted: 'An editor has deleted the article; it is not made again',
  inRelease:
    'The article is scheduled or in a release: the new version is stored and linked, an editor has to take its words over',
}

function reasonOf(
  {identity, documents}: PreparedCopy,
  story: Story,
  {unmerged, merged, article}: MergedVersion,
  isStranger: boolean,
): {readonly reason?: string} {
  const headline = readText((story.draft ?? story.published)?.['headline']) ?? identity.articleId
  const conflicts = merged?.conflicts ?? []
  const sentences = [
    documents.kind === 'kill'
      ? `KILL: the provider has withdrawn "${headline}"; it cannot be published until an editor decides`
      : unmerged !== undefined && UNMERGED[unmerged],
    conflicts.length > 0 &&
      `The new copy of "${headline}" meets other words in ${conflicts.map(({field}) => field).join(', ')}: they stay, an editor decides`,
    merged !== undefined &&
      article === undefined &&
      conflicts.length === 0 &&
      (identity.again === undefined
        ? 'It says nothing new: stored and linked, the article is unchanged'
        : 'They are stored, the article is unchanged'),
    article !== undefined &&
      story.draft === undefined &&
      `"${headline}" is published: the update waits as a draft`,
    isStranger &&
      `It has little in common with the text of "${headline}" before it: if it stands beside that story, undo the run and give it a storyId of its own`,
    story.releases.length > 0 && `Not changed: ${story.releases.join(', ')}`,
  ].filter((sentence) => typeof sentence === 'string')
  return sentences.length === 0 ? {} : {reason: sentences.join('. ')}
}
