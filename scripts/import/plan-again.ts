import type {SanityClient} from '@sanity/client'

import type {Fields} from '../../ingest/merge-content.ts'
import {publicationReference} from '../../ingest/publications/publication-reference.ts'
import {changedNotes, isSameReception, storedNotes} from './changed-notes.ts'
import type {Reception} from './find-stored.ts'
import type {ImportItem} from './import-report.ts'
import {nothingPlanned, type PlannedCopy} from './plan-import.ts'
import {planVersion} from './plan-version.ts'
import {type PreparedCopy, prepareCopy} from './prepare-copy.ts'
import type {Desk} from './read-desk.ts'
import {findArticle, type ReadDocuments, readStory, sourceIdsOf} from './read-story.ts'
import {readFields} from './sources/read-notes.ts'
import type {TakenTexts} from './taken-texts.ts'

interface AgainContext {
  readonly client: SanityClient
  readonly read: ReadDocuments
  readonly desk: Desk
  readonly taken: TakenTexts
}

/**
 * Plans what the notes of a text that is stored already do when they say something else than before: the text with its new notes is a further version of
 * its story, merged like any other.
 *
 * @param nothing - The item of a text that changes nothing
 * @param before - How the text came in last
 * @returns `undefined` when they say the same, or when it is the other notes of a kill
 */
export async function planAgain(
  path: string,
  copy: PreparedCopy,
  {nothing, before}: {readonly nothing: ImportItem; readonly before: Reception},
  {client, read, desk, taken}: AgainContext,
): Promise<PlannedCopy | undefined> {
  const {identity, notes} = copy
  const first = taken.meet(path, identity)
  const names = changedNotes(notes, before)
  const isKill = copy.documents.kind === 'kill'
  if (names.length === 0 || (isKill && !names.includes('kind'))) return undefined
  const changed = names.join(', ')
  if (first !== path) {
    const reason = `The same text as "${first}"; of its other notes (${changed}) nothing is taken`
    return nothingPlanned({path, outcome: 'duplicate', id: identity.articleId, reason})
  }
  if (!isSameReception(path, notes, before)) {
    const reason = `"${path}" is stored as it came in "${before.fileName}"; of its other notes (${changed}) nothing is taken`
    return nothingPlanned({...nothing, reason})
  }
  const {sourceId} = identity
  let story = await readStory(client, read, identity.articleId)
  if (!sourceIdsOf(story.record).includes(sourceId)) {
    if (isKill && notes.provider !== undefined) return undefined
    const articleId = await findArticle(client, [sourceId])
    if (articleId === undefined) return nothingPlanned(nothing)
    story = await readStory(client, read, articleId)
  }
  const {articleId, record} = story
  const printed = desk.publications.find(({code}) => code.toLowerCase() === before.publication)
  const again = prepareCopy(copy.bytes, {
    path,
    desk,
    publication: printed,
    receivedAt: copy.documents.source.receivedAt,
    notes: {...readFields(storedNotes(before)), ...notes},
    versionOf: articleId,
    reception: before.number + 1,
  })
  if ('reason' in again) return nothingPlanned({path, outcome: 'failed', id: articleId, ...again})
  if (record === undefined) return nothingPlanned(nothing)
  const printedBefore: Fields | undefined = names.includes('publication')
    ? {...(printed && {publication: publicationReference(printed), language: printed.language})}
    : undefined
  const text = names.includes('kind') ? again : withoutNews(again)
  const planned = planVersion(path, text, {...story, record}, desk, printedBefore)
  const {reason} = planned.item
  return {
    ...planned,
    item: {
      ...planned.item,
      reason: [`The notes of "${path}" have changed (${changed})`, reason]
        .filter(Boolean)
        .join('. '),
    },
  }
}

/** A correction was heard when the text came first: other notes do not say it again. */
function withoutNews(copy: PreparedCopy): PreparedCopy {
  const {documents} = copy
  return documents.kind === 'correction'
    ? {...copy, documents: {...documents, kind: 'refile'}}
    : copy
}
