import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {cpus, loadavg, tmpdir, totalmem} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {pipeline} from 'node:stream/promises'
import {setTimeout} from 'node:timers/promises'
import {parseArgs} from 'node:util'

import {sanityImport} from '@sanity/import'

import {projectFile} from '../project-file.ts'
import {openTarget} from '../target.ts'
import {testWorld} from '../testing/test-world.ts'
import {timeBareInserts} from './bare-inserts.ts'
import {residentOf} from './bench-lake.ts'
import {generateCopy} from './generate-copy.ts'
import {type ImportFigure, writeImportReport} from './write-import-report.ts'

// Measures imports side by side and prints the table; --write puts it into docs/speed-importing.md.
const {values} = parseArgs({
  options: {
    articles: {type: 'string', default: '20000'},
    write: {type: 'boolean', default: false},
  },
})
const articles = Number(values.articles)
/** Milliseconds between two looks at the memory. */
const LOOK_EVERY = 2000
const folder = mkdtempSync(join(tmpdir(), 'wiredesk-importing-'))
const texts = join(folder, 'texts')
const alone = join(folder, 'alone')
const served = join(folder, 'served')
const archive = join(folder, 'documents.ndjson')

try {
  mkdirSync(texts)
  for (let index = 0; index < articles; index += 1) {
    writeFileSync(join(texts, `${String(index).padStart(7, '0')}.txt`), generateCopy(index))
  }
  const direct = await importTexts(alone)
  const bare = timeBareInserts(join(alone, 'lake.sqlite'), join(folder, 'bare.sqlite'))
  await exportDocuments()
  const lake = await serveLake()
  const loaded = await time(loadDocuments)
  const overHttp = await importTexts(served, lake)
  await stopped(lake)

  const figures: readonly ImportFigure[] = [
    {name: 'bare SQLite inserts of the same rows, in equal transactions', seconds: bare},
    {name: '`wiredesk import` of the texts, no lake running', ...direct},
    {name: '`wiredesk import` of the texts into a running lake', ...overHttp},
    {
      name: '`@sanity/import` of the same documents as NDJSON into the running lake',
      ...loaded,
    },
  ]
  const report = writeImportReport({
    articles,
    figures,
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, load average ${(loadavg()[0] ?? 0).toFixed(1)} (these programs and what else ran on it)`,
    date: new Date().toISOString().slice(0, 10),
  })
  process.stdout.write(report)
  if (values.write) {
    writeFileSync(new URL('../../docs/speed-importing.md', import.meta.url), report)
  }
} finally {
  rmSync(folder, {recursive: true})
}

async function time(work: () => Promise<void>): Promise<{readonly seconds: number}> {
  const start = performance.now()
  await work()
  return {seconds: (performance.now() - start) / 1000}
}

function wiredesk(...argv: readonly string[]): ChildProcess {
  // As `npm run wiredesk` runs it.
  const flags = ['--max-semi-space-size=8', projectFile('scripts/wiredesk.ts')]
  return spawn(process.execPath, [...flags, ...argv], {stdio: ['ignore', 'ignore', 'pipe']})
}

/** @param lake - The one that it writes into, where one runs */
async function importTexts(
  data: string,
  lake?: ChildProcess,
): Promise<{readonly seconds: number; readonly bytes: number}> {
  let bytes = 0
  const {seconds} = await time(async () => {
    const child = wiredesk('import', texts, '--data', data)
    child.stderr?.resume()
    const exited = once(child, 'exit')
    const isOver = exited.then(() => true)
    while (!(await Promise.race([isOver, setTimeout(LOOK_EVERY, false)]))) {
      const own = await residentOf(child.pid ?? 0)
      bytes = Math.max(bytes, own + (lake?.pid === undefined ? 0 : await residentOf(lake.pid)))
    }
    const [code]: unknown[] = await exited
    if (code !== 0) throw new Error(`Cannot measure: the import ended with ${String(code)}`)
  })
  return {seconds, bytes}
}

async function serveLake(): Promise<ChildProcess> {
  const child = wiredesk('lake', '--data', served, '--port', '0')
  if (child.stderr === null) throw new TypeError('Cannot measure: the lake has no standard error')
  await once(createInterface(child.stderr), 'line')
  child.stderr.resume()
  return child
}

async function stopped(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** What the import has made, but for its receipt, which no loader writes. */
async function exportDocuments(): Promise<void> {
  const child = spawn(
    process.execPath,
    [projectFile('scripts/wiredesk.ts'), 'export', '--data', alone],
    {stdio: ['ignore', 'pipe', 'inherit']},
  )
  const lines = createInterface(child.stdout)
  await pipeline(async function* documents() {
    for await (const line of lines) if (!line.includes('"_type":"importRun')) yield `${line}\n`
  }, createWriteStream(archive))
}

/** Into a dataset of its own of the lake that then takes the texts. */
async function loadDocuments(): Promise<void> {
  const {world} = testWorld({environment: process.env})
  const target = await openTarget({data: served, dataset: 'loaded'}, world)
  await sanityImport(createReadStream(archive), {client: target.client, operation: 'create'})
  await target.close()
}
