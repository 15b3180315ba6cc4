import type {ArticleRecordDocument} from '../../ingest/build-record.ts'
import type {Fields} from '../../ingest/merge-content.ts'
import {sayDoubt} from '../../ingest/say-doubt.ts'
import {seedDocuments} from '../../ingest/seed-documents.ts'
import type {StoredSources} from './find-stored.ts'
import type {ImportItem} from './import-report.ts'
import type {NearDuplicate} from './near-texts.ts'
import type {PlannedMutation} from './planned-mutation.ts'
import type {PreparedCopy} from './prepare-copy.ts'
import {raiseMutation} from './raise-rules.ts'
import type {Desk} from './read-desk.ts'
import type {TakenText} from './taken-texts.ts'
import {undoEntry} from './undo-entry.ts'

/** What becomes of one text, and the mutations, all in one transaction, that make it so. */
export interface PlannedCopy {
  readonly item: ImportItem
  readonly mutations: readonly PlannedMutation[]
  /** The documents as the mutations leave them */
  readonly after: readonly Fields[]
  /** `UndoStep[]` as JSON; absent when nothing is changed */
  readonly undo?: string
}

/**
 * Decides whether there is anything to do for a text: the same text twice is nothing, in the dataset unchanged, in the same run a duplicate.
 * An article that an editor deleted is not made again, for its source is still there.
 *
 * @param taken - What this run has taken under the same id
 * @returns The item of a text that changes nothing, or `undefined`
 */
export function findNothingToDo(
  path: string,
  {identity, notes}: PreparedCopy,
  stored: StoredSources,
  taken: TakenText | undefined,
): ImportItem | undefined {
  const {sourceId, textSha256, articleId: id} = identity
  if (taken?.isSameText === true) {
    return {path, outcome: 'duplicate', id, reason: `The same text as "${taken.path}"`}
  }
  const storedText = stored.byId.get(sourceId)
  if (taken !== undefined || (storedText !== undefined && storedText !== textSha256)) {
    const {provider = '', itemId = '', itemVersion = ''} = notes
    const where = taken === undefined ? 'is stored with' : `came in "${taken.path}" with`
    return {
      path,
      outcome: 'refused',
      id,
      reason: `Refused "${path}": version ${itemVersion} of "${itemId}" from "${provider}" ${where} another text; give the text a version of its own`,
    }
  }
  if (storedText !== undefined) return {path, outcome: 'unchanged', id}
  const same = stored.byText.get(textSha256)
  if (same === undefined || notes.provider !== undefined) return undefined
  return {path, outcome: 'unchanged', reason: `"${path}" is stored as "${same}"`}
}

export function nothingPlanned(item: ImportItem): PlannedCopy {
  return {item, mutations: [], after: []}
}

/** A text that begins a story: its source, the draft of its article, the desk's record of it. */
export function planFirst(
  path: string,
  {identity, documents}: PreparedCopy,
  near?: NearDuplicate,
): PlannedCopy {
  const {source, article} = documents
  const record = near === undefined ? documents.record : withProposal(documents.record, near)
  const isKill = documents.kind === 'kill' && {
    reason: `KILL: "${path}" withdraws a story that the dataset does not have`,
    needsPerson: true as const,
  }
  return {
    item: {
      path,
      outcome: 'created',
      id: identity.articleId,
      ...isKill,
      ...(near !== undefined && {
        nearDuplicateOf: {id: near.articleId, overlap: percentOf(near)},
      }),
    },
    mutations: [{create: source}, {create: article}, {create: record}],
    after: [{...source}, {...article}, {...record}],
    undo: undoEntry([
      {id: source._id},
      {id: article._id, after: {...article}},
      {id: record._id, after: {...record}},
    ]),
  }
}

/** A text that seems to be a version of another story: an editor decides. */
function withProposal(record: ArticleRecordDocument, near: NearDuplicate): ArticleRecordDocument {
  const {articleId, name, passage} = near
  const {start, end} = passage
  return {
    ...record,
    findings: [
      ...(record.findings ?? []),
      {
        _key: `${record.origins[0]?._key ?? ''}-near`,
        _type: 'finding',
        code: 'near-duplicate',
        message: sayDoubt('near-duplicate', {story: name, percent: percentOf(near)}),
        alternatives: [sayDoubt('is-version', {story: name})],
        where: {start, end},
        state: 'open',
        article: {_type: 'reference', _ref: articleId, _weak: true},
        overlap: percentOf(near),
      },
    ],
  }
}

function percentOf({share}: NearDuplicate): number {
  return Math.round(share * 100)
}

/**
 * The built-in agencies, titles, sections and rules of the types of which the dataset has none yet, those that came with a later release
 * than the dataset's, and the newer versions of rules that nobody has changed.
 */
export function planSeeds(desk: Desk): readonly PlannedMutation[] {
  const missing = seedDocuments().filter(({_type}) => !desk.seededTypes.has(_type))
  const later = seedDocuments(desk.seedRelease).filter(({_type}) => desk.seededTypes.has(_type))
  return [
    ...[...missing, ...later].map((document) => ({createIfNotExists: document})),
    ...[...desk.raisedRules].map(([stored, rule]) => raiseMutation(stored, rule)),
  ]
}
