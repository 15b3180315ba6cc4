import {ClientError, type SanityClient} from '@sanity/client'

import type {Fields} from '../../ingest/merge-content.ts'
import {CommandError} from '../command.ts'
import {errorSentence} from '../error-sentence.ts'
import {isRecord, readRecords, readText, readTexts} from '../narrow.ts'
import type {PlannedMutation, PlannedTransaction} from './planned-mutation.ts'
import {documentReader} from './read-story.ts'
import {contentDigest, readSteps, type UndoStep} from './undo-entry.ts'

/** What became of one text of a run that is taken back. */
export interface UndoneItem {
  readonly path: string
  readonly outcome: 'undone' | 'left'
  readonly id?: string
  readonly reason?: string
}

type Send = (transaction: PlannedTransaction) => Promise<unknown>

interface RunItem {
  /** Where the receipt has it: the document of its chunk, and its key there */
  readonly chunk: string
  readonly key: string
  readonly path: string
  readonly id?: string
  readonly steps: readonly UndoStep[]
}

interface UndoOptions {
  readonly send: Send
  readonly onItem: (item: UndoneItem) => void
  /** Aborted: what is under way is finished, nothing more is begun */
  readonly stop: AbortSignal
  /** Tells the transactions of one attempt from those of another */
  readonly newId: () => string
}

/**
 * Takes back what a run has done, newest text first: documents that it made go, fields that it changed get back what they had. A text
 * whose article or record somebody has worked on since, published or put into a release, is left whole and listed. The receipt forgets how to take back
 * what was, so that an undo that was stopped goes on with the rest, and what was left can be tried again.
 *
 * @throws CommandError when the dataset has no such run, or all of it was taken back before
 */
export async function undoRun(
  client: SanityClient,
  run: string,
  {send, onItem, stop, newId}: UndoOptions,
): Promise<readonly UndoneItem[]> {
  const items = await readItems(client, run)
  const undone: UndoneItem[] = []
  for (const batch of apart(items.toReversed())) {
    if (stop.aborted) return undone
    for (const outcome of await undoTogether(client, batch, {run, send, newId})) {
      undone.push(outcome)
      onItem(outcome)
    }
  }
  const isWhole = undone.every(({outcome}) => outcome === 'undone')
  await send({
    transactionId: undoId(run, newId),
    mutations: [
      {
        patch: {
          id: `importRun.${run}`,
          set: {undoState: isWhole ? 'undone' : 'partlyUndone'},
        },
      },
    ],
  })
  return undone
}

/** Items that changed something and were not taken back before. */
async function readItems(client: SanityClient, run: string): Promise<readonly RunItem[]> {
  const found: unknown = await client.fetch(
    /* groq */ `{
      "run": *[_id == $id][0]{undoState},
      "chunks": *[_type == "importRunItems" && run._ref == $id] | order(length(_id), _id){
        _id, "items": items[defined(undo)]{_key, path, undo, "id": article._ref}
      }
    }`,
    {id: `importRun.${run}`},
    {perspective: 'raw', tag: 'import.undo'},
  )
  if (!isRecord(found) || !isRecord(found['run'])) {
    throw new CommandError(
      `Cannot undo "${run}": the dataset has no such run; \`wiredesk runs\` lists them`,
    )
  }
  if (found['run']['undoState'] === 'undone') {
    throw new CommandError(`Cannot undo "${run}": it has been taken back before`)
  }
  return readRecords(found['chunks']).flatMap((chunk) => readChunk(chunk))
}

function readChunk({_id, items}: Fields): readonly RunItem[] {
  return readRecords(items).map((item) => {
    const known = {
      chunk: readText(_id) ?? '',
      key: readText(item['_key']) ?? '',
      path: readText(item['path']) ?? '',
      steps: readSteps(readText(item['undo']) ?? '[]'),
    }
    const id = readText(item['id'])
    return id === undefined ? known : Object.assign(known, {id})
  })
}

/** Texts that are taken back in one transaction. */
const TOGETHER = 25

/** In groups in which no two have changed the same document: what one leaves is what the next is judged by. */
function* apart(items: readonly RunItem[]): Generator<readonly RunItem[]> {
  let group: RunItem[] = []
  const changed = new Set<string>()
  for (const item of items) {
    if (group.length === TOGETHER || item.steps.some(({id}) => changed.has(id))) {
      yield group
      group = []
      changed.clear()
    }
    group.push(item)
    for (const {id} of item.steps) changed.add(id)
  }
  if (group.length > 0) yield group
}

function undoId(run: string, newId: () => string): string {
  return `${run}-undo-${newId()}`
}

/** Takes texts back in one transaction; where that is refused, each by itself. */
async function undoTogether(
  client: SanityClient,
  items: readonly RunItem[],
  way: Pick<UndoOptions, 'send' | 'newId'> & {readonly run: string},
): Promise<readonly UndoneItem[]> {
  const documents = await documentReader(client)(items.flatMap(documentIdsOf))
  const releases = await releasesOf(client, items)
  const judged = items.map((item) => ({item, reason: whyLeft(item, documents, releases)}))
  const free = judged.flatMap(({item, reason}) => (reason === undefined ? item : []))
  let fault: unknown
  try {
    if (free.length > 0) {
      await way.send({
        transactionId: undoId(way.run, way.newId),
        mutations: free.flatMap(({steps, chunk, key}) => [
          ...steps.flatMap((step) => stepBack(step, documents.get(step.id))),
          {patch: {id: chunk, unset: [`items[_key=="${key}"].undo`]}},
        ]),
      })
    }
  } catch (error) {
    fault = error
  }
  const outcomes: UndoneItem[] = []
  for (const {item, reason} of judged) {
    if (reason !== undefined) outcomes.push(outcomeOf(item, reason))
    else if (fault === undefined) outcomes.push(outcomeOf(item))
    else if (free.length === 1) outcomes.push(outcomeOf(item, faultOf(fault)))
    else outcomes.push(...(await undoTogether(client, [item], way)))
  }
  return outcomes
}

function outcomeOf({path, id}: RunItem, reason?: string): UndoneItem {
  const item = {path, ...(id !== undefined && {id})}
  return reason === undefined ? {...item, outcome: 'undone'} : {...item, outcome: 'left', reason}
}

function faultOf(error: unknown): string {
  return error instanceof ClientError && error.statusCode === 409
    ? `it is in use or was changed just now: ${error.message}`
    : errorSentence(error)
}

function documentIdsOf({id, steps}: RunItem): readonly string[] {
  return [...steps.map((step) => step.id), ...(id === undefined ? [] : [id])]
}

/** Versions of the articles in releases, scheduled ones too: they are an editor's work. */
async function releasesOf(
  client: SanityClient,
  items: readonly RunItem[],
): Promise<readonly string[]> {
  const ids = items.flatMap(({id}) => id ?? [])
  if (ids.length === 0) return []
  const anyOf = ids.map((_, index) => `sanity::versionOf($id${index})`).join(' || ')
  const found: unknown = await client.fetch(
    /* groq */ `*[(${anyOf}) && _id in path("versions.**")]._id`,
    Object.fromEntries(ids.map((id, index) => [`id${index}`, id])),
    {perspective: 'raw', tag: 'import.undo'},
  )
  return readTexts(found)
}

/** Why a text stays: somebody has worked on it since. `undefined` when nobody has. */
function whyLeft(
  {id, steps}: RunItem,
  documents: ReadonlyMap<string, Fields>,
  releases: readonly string[],
): string | undefined {
  const isMade = steps.some((step) => step.id === `drafts.${id}` && step.restore === undefined)
  const isBegun = steps.some((step) => step.id.startsWith('record.') && step.restore === undefined)
  if (isMade && isBegun && id !== undefined && documents.has(id)) return `"${id}" is published`
  const release = releases.find((version) => version.split('.')[2] === id)
  if (isBegun && release !== undefined) return `"${release}" stands in a release`
  const touched = steps.find((step) => !isAsLeft(step, documents.get(step.id)))
  if (touched === undefined) return undefined
  return `"${touched.id}" ${documents.has(touched.id) ? 'has been changed since' : 'is gone'}`
}

function isAsLeft({left}: UndoStep, document: Fields | undefined): boolean {
  return document !== undefined && (left === undefined || contentDigest(document) === left)
}

/** A delete knows no revision, so a patch that changes nothing goes before it and holds the revision. */
function stepBack(
  {id, restore}: UndoStep,
  document: Fields | undefined,
): readonly PlannedMutation[] {
  const revision = readText(document?.['_rev'])
  const guard = {id, ...(revision !== undefined && {ifRevisionID: revision})}
  if (restore === undefined) {
    return [{patch: {...guard, unset: ['_wiredeskUndo']}}, {delete: {id}}]
  }
  const entries = Object.entries(restore)
  const set = Object.fromEntries(entries.filter(([, value]) => value !== null))
  const unset = entries.flatMap(([name, value]) => (value === null ? [name] : []))
  return [
    {
      patch: {
        ...guard,
        ...(Object.keys(set).length > 0 && {set}),
        ...(unset.length > 0 && {unset}),
      },
    },
  ]
}
