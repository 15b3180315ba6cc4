import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {cpus, loadavg, tmpdir, totalmem} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {parseArgs} from 'node:util'

import type {SanityClient} from '@sanity/client'
import {evaluate, parse} from 'groq-js'

import {type Lake, openLake} from '../../lake/lake.ts'
import {serveLake} from '../../lake/serve-lake.ts'
import {lakeOptions} from '../lake-options.ts'
import {createLocalClient} from '../target.ts'
import {type GeneratedDocument, generateNewsroom} from './generate-articles.ts'
import {measureEvents} from './measure-events.ts'
import {measure, type Timing} from './measure.ts'
import {type MeasuredQuery, measuredQueries} from './measured-queries.ts'
import {type CommitFigures, type QueryFigures, writeReport} from './write-report.ts'

const {values} = parseArgs({
  options: {
    articles: {type: 'string', default: '2000'},
    paragraphs: {type: 'string', default: '15'},
    rounds: {type: 'string', default: '30'},
    write: {type: 'boolean', default: false},
  },
})
const articles = Number(values.articles)
const rounds = Number(values.rounds)
const folder = mkdtempSync(join(tmpdir(), 'wiredesk-bench-'))
const lake = openLake({...lakeOptions, dataDirectory: folder, evaluation: 'apart'})
const server = await serveLake(lake, {port: 0, host: '127.0.0.1'})
try {
  const newsroom = generateNewsroom(Number(values.paragraphs))
  const loaded = await load(lake, [
    ...newsroom.cast,
    ...Array.from({length: articles}, (_, index) => newsroom.article(index)),
  ])
  const client = createLocalClient({
    url: server.url,
    token: lake.administratorToken,
    dataset: 'production',
  }).withConfig({useCdn: false})
  const resident = process.memoryUsage.rss()
  const served = new Map<string, Timing>()
  const byHand = new Map<string, Timing>()
  const database = new DatabaseSync(join(folder, 'lake.sqlite'), {readOnly: true})
  for (const query of measuredQueries) {
    served.set(query.name, await measureServed(client, query))
    const timing = await measureByHand(database, query)
    if (timing) byHand.set(query.name, timing)
  }
  const commits = await measureCommits(client)
  const all = readAll(database)
  const figures: QueryFigures[] = []
  for (const query of measuredQueries) {
    const {groq, params, name} = query
    const plain = await measure(1, async () => {
      const answer = await evaluate(
        parse(groq.replaceAll(/text::query\(([^)]*)\)/gu, '$1'), {params: {...params}}),
        {
          dataset: all,
          params: {...params},
        },
      )
      const plainAnswer: unknown = await answer.get()
      return plainAnswer
    })
    figures.push({name, plain, served: served.get(name), byHand: byHand.get(name)})
  }
  database.close()
  const report = writeReport({
    articles,
    paragraphs: Number(values.paragraphs),
    rounds,
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, load average ${(loadavg()[0] ?? 0).toFixed(1)} (what else ran on it)`,
    date: new Date().toISOString().slice(0, 10),
    loaded,
    resident,
    figures,
    commits,
  })
  process.stdout.write(report)
  if (values.write) writeFileSync(new URL('../../docs/speed.md', import.meta.url), report)
} finally {
  await server.close()
  lake.close()
  rmSync(folder, {recursive: true})
}

/** @returns Documents per second */
async function load(into: Lake, documents: readonly GeneratedDocument[]): Promise<number> {
  const start = performance.now()
  const dataset = into.store.dataset('production')
  for (let index = 0; index < documents.length; index += 100) {
    const mutations = documents.slice(index, index + 100).map((document) => ({create: document}))
    await dataset.commit({mutations, author: 'bench'})
  }
  return (documents.length / (performance.now() - start)) * 1000
}

function measureServed(client: SanityClient, query: MeasuredQuery): Promise<Timing> {
  const {groq, params, perspective} = query
  return measure(rounds, () => client.fetch(groq, params, {perspective}))
}

/** What a program written for the one answer does at least: finds the ids, reads each document and parses it. */
async function measureByHand(
  database: DatabaseSync,
  {sql}: MeasuredQuery,
): Promise<Timing | undefined> {
  if (sql === undefined) return undefined
  const find = database.prepare(sql)
  const read = database.prepare(
    `SELECT json FROM documents WHERE dataset = 'production' AND id = ?`,
  )
  return measure(rounds, async () =>
    find.all().map((row): unknown => JSON.parse(String(read.get(String(row['id']))?.['json']))),
  )
}

function readAll(database: DatabaseSync): unknown[] {
  return database
    .prepare('SELECT json FROM documents ORDER BY id')
    .all()
    .map((row): unknown => JSON.parse(String(row['json'])))
}

async function measureCommits(client: SanityClient): Promise<CommitFigures> {
  const patch = await measure(200, (index) =>
    client
      .patch('article-0000001')
      .set({headline: `Headline ${index}`})
      .commit(),
  )
  const bare = new DatabaseSync(join(folder, 'bare.sqlite'))
  bare.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (n INTEGER)')
  const insert = bare.prepare('INSERT INTO t (n) VALUES (?)')
  const transaction = await measure(200, async (index) => insert.run(index))
  bare.close()
  return {
    patch,
    transaction,
    one: await measureEvents(client, server.url, {listeners: 1, commits: 50}),
    many: await measureEvents(client, server.url, {listeners: 200, commits: 20}),
  }
}
