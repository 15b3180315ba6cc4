import {fork} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'

import type {SanityClient} from '@sanity/client'

import {isFields} from '../../schemas/rules/narrow.ts'
import {type BenchLake, startBenchLake} from './bench-lake.ts'
import {type Extent, loadByImport, type Loading} from './load-articles.ts'
import {measureEvents} from './measure-events.ts'
import {measure, type Timing} from './measure.ts'
import {type MeasuredQuery, measuredQueries} from './measured-queries.ts'
import {askFor, warmUp} from './warm-up.ts'

export interface QueryFigures {
  readonly name: string
  readonly answer: MeasuredQuery['answer']
  /** groq-js over an array of all documents, once, in milliseconds */
  readonly plain: number | undefined
  /** The lake over HTTP, its first answer after a start, in milliseconds */
  readonly first: number | undefined
  /** The lake over HTTP, once it is warm */
  readonly served: Timing
  /** The same, for a question that was asked before; absent for what the Studio reads, whose answers are not remembered */
  readonly again: Timing | undefined
  /** SQL and JSON.parse for this one answer */
  readonly byHand: Timing | undefined
}

export interface CommitFigures {
  readonly patch: Timing
  readonly transaction: Timing
  readonly one: Timing
  readonly many: Timing
}

export interface LakeFigures {
  readonly extent: Extent
  readonly rounds: number
  readonly loading: Loading
  /** Bytes resident in the lake's process: loaded, started anew, and after all queries */
  readonly resident: {readonly loaded: number; readonly fresh: number; readonly asked: number}
  /** A query for nothing: what HTTP and the client take by themselves */
  readonly empty: Timing
  readonly queries: readonly QueryFigures[]
  readonly commits: CommitFigures
}

/**
 * Loads a newsroom through `@sanity/import`, then asks the lake, SQL and groq-js the same. Each of the three has a process of its own: the lake is served by one, as
 * on a desk.
 */
export async function measureLake(
  folder: string,
  extent: Extent,
  rounds: number,
  say: (text: string) => void,
): Promise<LakeFigures> {
  const file = join(folder, 'lake.sqlite')
  say(`Loading ${extent.articles} articles through @sanity/import`)
  const loaded = await startBenchLake(folder)
  const loading = await loadByImport(loaded.client, extent)
  const residentLoaded = await loaded.resident()
  await loaded.close()

  const lake = await startBenchLake(folder)
  try {
    const fresh = await lake.resident()
    const database = new DatabaseSync(file, {readOnly: true})
    say('Warming up')
    const first = await warmUp(lake.client, extent.articles, rounds)
    const empty = await measure(rounds, () => lake.client.fetch('1'))
    const measured = []
    for (const query of measuredQueries) {
      say(`Asking for ${query.name}`)
      const served = await measureServed(lake.client, query, extent.articles, rounds)
      const again = await measureAgain(lake.client, query, extent.articles, rounds)
      const byHand = await measureByHand(database, query, extent.articles, rounds)
      measured.push({query, served, again, byHand})
    }
    const asked = await lake.resident()
    say('Committing and listening')
    const commits = await measureCommits(lake, join(folder, 'bare.sqlite'))
    database.close()
    await lake.close()
    say('Asking groq-js')
    const plain = await evaluatePlain(file, extent.articles, say)
    return {
      extent,
      rounds,
      loading,
      resident: {loaded: residentLoaded, fresh, asked},
      empty,
      queries: measured.map(({query: {name, answer}, served, again, byHand}) => ({
        name,
        answer,
        plain: plain.get(name),
        first: first.get(name),
        served,
        again,
        byHand,
      })),
      commits,
    }
  } catch (error) {
    await lake.close()
    throw error
  }
}

export function measureServed(
  client: SanityClient,
  query: MeasuredQuery,
  articles: number,
  rounds: number,
): Promise<Timing> {
  return measure(rounds, (round) => askFor(client, query, round + 1, articles))
}

async function measureAgain(
  client: SanityClient,
  {groq, params, perspective}: MeasuredQuery,
  articles: number,
  rounds: number,
): Promise<Timing | undefined> {
  if (perspective !== 'published') return undefined
  const ask = () => client.fetch(groq, {...params(0, articles)}, {perspective})
  await ask()
  return measure(rounds, ask)
}

async function measureByHand(
  database: DatabaseSync,
  {byHand, params}: MeasuredQuery,
  articles: number,
  rounds: number,
): Promise<Timing | undefined> {
  if (!byHand) return undefined
  return measure(rounds, async (round) => byHand(params(round + 1, articles))(database))
}

/** In milliseconds, by name. */
async function evaluatePlain(
  file: string,
  articles: number,
  say: (text: string) => void,
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>()
  const child = fork(new URL('evaluate-plain.ts', import.meta.url), [file, String(articles)], {
    execArgv: ['--max-old-space-size=16384'],
  })
  child.on('message', (message) => {
    if (!isFields(message) || typeof message['name'] !== 'string') return
    found.set(message['name'], Number(message['milliseconds']))
    say(`  ${message['name']}: ${Number(message['milliseconds']).toFixed(0)} ms`)
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`Cannot measure groq-js: its process ended with ${String(code)}`)
  return found
}

async function measureCommits({client, url}: BenchLake, bareFile: string): Promise<CommitFigures> {
  const patch = await measure(200, (index) =>
    client
      .patch('article-0000001')
      .set({headline: `Headline ${index}`})
      .commit(),
  )
  const bare = new DatabaseSync(bareFile)
  bare.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (n INTEGER)')
  const insert = bare.prepare('INSERT INTO t (n) VALUES (?)')
  const transaction = await measure(200, async (index) => insert.run(index))
  bare.close()
  return {
    patch,
    transaction,
    one: await measureEvents(client, url, {listeners: 1, commits: 50}),
    many: await measureEvents(client, url, {listeners: 200, commits: 20}),
  }
}
