import {ClientError, type SanityClient} from '@sanity/client'

import {carryReading} from '../../ingest/carry-reading.ts'
import {checkLedger} from '../../ingest/check-ledger.ts'
import {type Fields, isFields, isSame, itemsOf} from '../../ingest/merge-content.ts'
import {fieldsOfStoredCopy} from '../../ingest/merge-fields.ts'
import {patchBetween} from '../../ingest/merge-patch.ts'
import {baseOf} from '../../ingest/merge-version.ts'
import {mergeArticle} from '../../ingest/merge.ts'
import {parseCopy, parserVersion} from '../../ingest/parse-copy.ts'
import {errorSentence} from '../error-sentence.ts'
import {readText, readTexts} from '../narrow.ts'
import type {PlannedTransaction} from './planned-mutation.ts'
import {type Desk, readDesk} from './read-desk.ts'
import {documentReader, readStory, type Story} from './read-story.ts'

/** What a newer reader of copy makes of the newest text of an article. */
export interface ReparsedStory {
  readonly id: string
  readonly outcome: 'same' | 'changed' | 'failed'
  /** Fields and paragraphs that take the new reading */
  readonly fields?: readonly string[]
  /** What the new reading would change and an editor has changed before: left as it is */
  readonly kept?: readonly string[]
  readonly reason?: string
}

/** Articles read at once. */
const PAGE = 100

/**
 * Reads the stored texts of drafts anew with this version of the reader and shows what would change; a change is applied to what nobody
 * has edited. Published articles are left alone.
 *
 * @param send - Takes the transaction of each story that changes: sends it, or drops it to show only
 */
export async function reparseStories(
  client: SanityClient,
  {
    send,
    onStory,
    stop,
    run,
  }: {
    readonly send: (transaction: PlannedTransaction) => Promise<unknown>
    readonly onStory: (story: ReparsedStory) => void
    readonly stop: AbortSignal
    /** Begins the ids of the transactions */
    readonly run: string
  },
): Promise<void> {
  const desk = await readDesk(client)
  let after = ''
  while (!stop.aborted) {
    const ids: unknown = await client.fetch(
      /* groq */ `*[_type == "articleRecord" && _id > $after] | order(_id)[0...$page]._id`,
      {after, page: PAGE},
      {perspective: 'raw', tag: 'reparse.page'},
    )
    const page = readTexts(ids)
    if (page.length === 0) return
    for (const id of page) {
      if (stop.aborted) return
      const articleId = id.replace(/^record\./u, '')
      onStory(await reparseStory(client, desk, articleId, run, send))
    }
    after = page.at(-1) ?? after
  }
}

async function reparseStory(
  client: SanityClient,
  desk: Desk,
  articleId: string,
  run: string,
  send: (transaction: PlannedTransaction) => Promise<unknown>,
): Promise<ReparsedStory> {
  try {
    const story = await readStory(client, documentReader(client), articleId)
    const source = newestSource(story)
    const base = baseOf(story, desk.contributorsByAlias)
    const {draft} = story
    if (source === undefined || base === undefined || draft === undefined) {
      return {id: articleId, outcome: 'same'}
    }
    const reading = readAgain(source, desk)
    if (isSame(reading.parsed, readJson(source['parsed']))) return {id: articleId, outcome: 'same'}
    const theirs = fieldsOfStoredCopy({
      parsed: reading.parsed,
      notes: readJson(source['notes']),
      keyPrefix: keyPrefixOf(source),
      contributorsByAlias: desk.contributorsByAlias,
    })
    const {article, conflicts} = mergeArticle({base, theirs, ours: draft})
    const patches = patchBetween(draft, article)
    await send({
      transactionId: `${run}-${articleId}`,
      mutations: [
        {patch: {id: readText(source['_id']) ?? '', ...revisionOf(source), set: reading.set}},
        ...patches.map((patch, index) => ({
          patch: {id: `drafts.${articleId}`, ...(index === 0 && revisionOf(draft)), ...patch},
        })),
      ],
    })
    return {
      id: articleId,
      outcome: 'changed',
      fields: changedNames(draft, article),
      ...(conflicts.length > 0 && {kept: conflicts.map(({field}) => field)}),
    }
  } catch (error) {
    const isStale = error instanceof ClientError && error.statusCode === 409
    const reason = isStale ? 'somebody has changed it meanwhile; try again' : errorSentence(error)
    return {id: articleId, outcome: 'failed', reason: `Cannot read "${articleId}" anew: ${reason}`}
  }
}

function newestSource({record, sources}: Story): Fields | undefined {
  const newest = itemsOf(record?.['origins']).findLast(({unmerged}) => unmerged === undefined)
  const reference = newest?.['source']
  return isFields(reference) ? sources.get(readText(reference['_ref']) ?? '') : undefined
}

/** @throws RangeError when the new ledger does not add up */
function readAgain(source: Fields, desk: Desk): {readonly parsed: Fields; readonly set: Fields} {
  const raw = readText(source['raw']) ?? ''
  const reference = source['publication']
  const publicationId = isFields(reference) ? readText(reference['_ref']) : undefined
  const publication = desk.publications.find(
    ({code}) => `publication-${code.toLowerCase()}` === publicationId,
  )
  const {findings, ...reading} = parseCopy(raw, {
    keyPrefix: keyPrefixOf(source),
    agencies: desk.agencies,
    rules: desk.rules,
    ...(publication !== undefined && {publication}),
  })
  const before = readJson(source['parsed'])
  const {snapshot, spans} = carryReading(isFields(before) ? before : {}, {
    ...reading,
    snapshot: {...reading.snapshot},
  })
  const [fault] = checkLedger(raw, spans, snapshot)
  if (fault !== undefined) throw new RangeError(`its ledger does not add up (${fault.message})`)
  return {
    parsed: snapshot,
    set: {
      'parsed': JSON.stringify(snapshot),
      'ledger': JSON.stringify(spans),
      parserVersion,
      'counts.paragraphs': reading.snapshot.body.length,
      'counts.spans': spans.length,
      'counts.removed': spans.filter(({kind}) => kind === 'removed').length,
      'counts.findings': findings.length,
    },
  }
}

function keyPrefixOf(source: Fields): string {
  return (readText(source['_id']) ?? '').replace(/^source\./u, '').slice(0, 6)
}

function revisionOf({_rev}: Fields): {readonly ifRevisionID?: string} {
  return typeof _rev === 'string' ? {ifRevisionID: _rev} : {}
}

function changedNames(before: Fields, after: Fields): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !isSame(before[name], after[name]),
  )
}

function readJson(text: unknown): unknown {
  return typeof text === 'string' ? JSON.parse(text) : undefined
}
