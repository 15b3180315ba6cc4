import {execFileSync, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {cpus, loadavg, tmpdir, totalmem} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'

import {openLake} from '../../lake/lake.ts'
import {findRunningLake, type RunningLake} from '../../lake/running-lake.ts'
import {lakeOptions} from '../lake-options.ts'
import {createLocalClient} from '../target.ts'
import {openCountedListeners, type WantedListener} from './count-events.ts'
import {generateNewsroom} from './generate-articles.ts'
import {type DeskTimes, typeAtDesk} from './type-at-desk.ts'
import {type LoadFigures, writeLoadReport} from './write-load-report.ts'

/** A desk at work: editors who type and listeners who hear of it, at a lake in a process of its own. Bounded in count and time, this machine only. */
const EDITORS = 50
const LISTENERS = 500
const ROUNDS = 20

if (import.meta.main) {
  const {values} = parseArgs({
    options: {
      articles: {type: 'string', default: '2000'},
      write: {type: 'boolean', default: false},
    },
  })
  await measureLoad({articles: Number(values.articles), write: values.write})
}

/** Measures, prints the table, and with `write` puts it into docs/load.md. */
export async function measureLoad({
  articles,
  write,
}: {
  readonly articles: number
  readonly write: boolean
}): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wiredesk-load-'))
  const token = await prepare(folder, articles)
  const program = fileURLToPath(new URL('../wiredesk.ts', import.meta.url))
  const served = spawn(process.execPath, [program, 'lake', '--data', folder, '--port', '0'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    const report = writeLoadReport({articles, ...(await work(await untilServed(folder), token))})
    process.stdout.write(report)
    if (write) writeFileSync(new URL('../../docs/load.md', import.meta.url), report)
  } finally {
    served.kill('SIGTERM')
    await once(served, 'exit')
    rmSync(folder, {recursive: true})
  }
}

async function work(
  {url, pid}: RunningLake,
  token: string,
): Promise<Omit<LoadFigures, 'articles'>> {
  const client = createLocalClient({url, token})
  const listeners = await openCountedListeners(url, wantedListeners(token))
  const times: DeskTimes = {edits: [], publishes: [], queries: []}
  const start = performance.now()
  await Promise.all(
    Array.from({length: EDITORS}, (_, editor) =>
      typeAtDesk(client, {editor, rounds: ROUNDS, sent: listeners.sent, times}),
    ),
  )
  const seconds = (performance.now() - start) / 1000
  const resident = residentMegabytes(pid)
  const cut = listeners.cut()
  listeners.close()
  return {
    editors: EDITORS,
    listeners: LISTENERS,
    seconds,
    resident,
    latencies: listeners.latencies,
    cut,
    times,
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, load average ${(loadavg()[0] ?? 0).toFixed(1)} at the end (what else ran on it, and this)`,
    date: new Date().toISOString().slice(0, 10),
  }
}

/** Fills a lake and closes it again. @returns The administrator's token */
async function prepare(dataDirectory: string, count: number): Promise<string> {
  const lake = openLake({...lakeOptions, dataDirectory})
  try {
    const newsroom = generateNewsroom(15)
    const documents = [
      ...newsroom.cast,
      ...Array.from({length: count}, (_, index) => newsroom.article(index)),
    ]
    for (let index = 0; index < documents.length; index += 100) {
      const mutations = documents.slice(index, index + 100).map((document) => ({create: document}))
      await lake.store.dataset('production').commit({mutations, author: 'bench'})
    }
    return lake.administratorToken
  } finally {
    lake.close()
  }
}

async function untilServed(dataDirectory: string): Promise<RunningLake> {
  for (let tries = 0; tries < 300; tries++) {
    const running = await findRunningLake(dataDirectory)
    if (running) return running
    await wait(100)
  }
  throw new Error('Cannot measure: the lake does not answer')
}

/** Of the lake and the processes in which it evaluates. */
function residentMegabytes(lake: number): number {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], {encoding: 'utf8'})
    .split('\n')
    .map((row) => row.trim().split(/\s+/u).map(Number))
  const own = rows.filter(([pid, parent]) => pid === lake || parent === lake)
  return own.reduce((sum, [, , kilobytes = 0]) => sum + kilobytes / 1024, 0)
}

/** What the Studio of each editor holds open, and for the rest frontends that wait for what is published. */
function wantedListeners(token: string): readonly WantedListener[] {
  const studios = Array.from({length: EDITORS}, (_, editor) => {
    const id = `article-${String(editor).padStart(7, '0')}`
    return [
      studio(token, '*[_type == "system.release"]', {}),
      studio(token, '*[_type == $type]', {type: 'article'}),
      studio(token, '*', {}),
      studio(token, '*[_id in $ids]', {ids: [id, `drafts.${id}`]}),
      studio(token, '*[sanity::versionOf($id)]', {id}),
      studio(token, '*[_type == "sanity.canvas.link" && $id in documents[]._ref]', {id}),
    ]
  }).flat()
  const frontends = Array.from({length: LISTENERS - studios.length}, () => ({
    path: listenPath('*[_type == "article"]', {}),
    token: undefined,
  }))
  return [...studios, ...frontends]
}

function studio(
  token: string,
  query: string,
  params: Readonly<Record<string, unknown>>,
): WantedListener {
  const options = {effectFormat: 'mendoza', includeAllVersions: 'true', enableResume: 'true'}
  return {path: listenPath(query, params, options), token}
}

function listenPath(
  query: string,
  params: Readonly<Record<string, unknown>>,
  options: Readonly<Record<string, string>> = {},
): string {
  const named = Object.entries(params).map(([name, value]) => [`$${name}`, JSON.stringify(value)])
  const search = new URLSearchParams([['query', query], ...Object.entries(options), ...named])
  return `/v2025-02-19/data/listen/production?${search.toString()}`
}
