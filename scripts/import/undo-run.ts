import {ClientError, type SanityClient} from '@sanity/client'

import {type Fields, isFields} from '../../ingest/merge-content.ts'
import {CommandError} from '../command.ts'
import {errorSentence} from '../error-sentence.ts'
import {isRecord, readRecords, readText} from '../narrow.ts'
import type {PlannedMutation, PlannedTransaction} from './planned-mutation.ts'
import {documentReader} from './read-story.ts'
import {contentDigest, type UndoStep} from './undo-entry.ts'

/** What became of one text of a run that is taken back. */
export interface UndoneItem {
  readonly path: string
  readonly outcome: 'undone' | 'left'
  readonly id?: string
  readonly reason?: string
}

interface RunItem {
  readonly path: string
  readonly id?: string
  readonly steps: readonly UndoStep[]
}

/**
 * Takes back what a run has done, newest text first: documents that it made go, fields that it changed get back what they had. A text
 * whose article or record somebody has worked on since, or published, is left whole and listed.
 *
 * @throws CommandError when the dataset has no such run
 */
export async function undoRun(
  client: SanityClient,
  run: string,
  {
    send,
    onItem,
  }: {
    readonly send: (transaction: PlannedTransaction) => Promise<unknown>
    readonly onItem: (item: UndoneItem) => void
  },
): Promise<readonly UndoneItem[]> {
  const items = await readItems(client, run)
  const undone: UndoneItem[] = []
  for (const [index, item] of items.toReversed().entries()) {
    const outcome = await undoItem(client, item, (mutations) =>
      send({transactionId: `${run}-undo-${items.length - index}`, mutations}),
    )
    undone.push(outcome)
    onItem(outcome)
  }
  const isWhole = undone.every(({outcome}) => outcome === 'undone')
  await send({
    transactionId: `${run}-undo`,
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
      "items": *[_type == "importRunItems" && run._ref == $id] | order(length(_id), _id).items[defined(undo)]{
        path, undo, "id": article._ref
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
  return flatRecords(found['items']).map((item) => {
    const id = readText(item['id'])
    const path = readText(item['path']) ?? ''
    const steps = readSteps(item['undo'])
    return id === undefined ? {path, steps} : {path, id, steps}
  })
}

function flatRecords(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? readRecords(value.flat()) : []
}

function readSteps(json: unknown): readonly UndoStep[] {
  const steps: unknown = typeof json === 'string' ? JSON.parse(json) : []
  return readRecords(steps).map(readStep)
}

function readStep({id, restore, left}: Fields): UndoStep {
  return {
    id: readText(id) ?? '',
    ...(isFields(restore) && {restore}),
    ...(typeof left === 'string' && {left}),
  }
}

async function undoItem(
  client: SanityClient,
  {path, id, steps}: RunItem,
  send: (mutations: readonly PlannedMutation[]) => Promise<unknown>,
): Promise<UndoneItem> {
  const item = {path, ...(id !== undefined && {id})}
  const documents = await documentReader(client)([
    ...steps.map((step) => step.id),
    ...(id === undefined ? [] : [id]),
  ])
  const isMade = steps.some((step) => step.id === `drafts.${id}` && step.restore === undefined)
  const isBegun = steps.some((step) => step.id.startsWith('record.') && step.restore === undefined)
  if (isMade && isBegun && id !== undefined && documents.has(id)) {
    return {...item, outcome: 'left', reason: `"${id}" is published`}
  }
  const touched = steps.find((step) => !isAsLeft(step, documents.get(step.id)))
  if (touched !== undefined) {
    const how = documents.has(touched.id) ? 'has been changed since' : 'is gone'
    return {...item, outcome: 'left', reason: `"${touched.id}" ${how}`}
  }
  try {
    await send(steps.flatMap((step) => stepBack(step, documents.get(step.id))))
    return {...item, outcome: 'undone'}
  } catch (error) {
    const reason =
      error instanceof ClientError && error.statusCode === 409
        ? `it is in use or was changed just now: ${error.message}`
        : errorSentence(error)
    return {...item, outcome: 'left', reason}
  }
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
