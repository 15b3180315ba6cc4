import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'

import {afterEach, beforeEach, expect, test} from 'vitest'

import {checkStore} from './check-store.ts'
import {openStore} from './open-store.ts'

/** Writes pairs of documents, four commits at a time, and prints each number when its commit was acknowledged. */
const WRITER = `
  import {openStore} from ${JSON.stringify(new URL('open-store.ts', import.meta.url).href)}
  const dataset = openStore({file: process.argv[1]}).dataset('production')
  let next = 0
  async function write() {
    for (;;) {
      const n = next++
      const mutations = ['left', 'right'].map((side) => ({create: {_id: side + n, _type: side, n}}))
      await dataset.commit({mutations, author: 'alice', transactionId: 'tx-' + n})
      process.stdout.write(n + '\\n')
    }
  }
  await Promise.all([write(), write(), write(), write()])
`

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-'))
})
afterEach(() => {
  rmSync(folder, {recursive: true})
})

test.for([1, 7, 40])(
  'killed after %i acknowledged commits, the lake has each of them whole and no half one',
  {timeout: 60_000},
  async (count) => {
    const file = join(folder, 'lake.sqlite')
    const writer = spawn(process.execPath, ['--input-type=module', '-e', WRITER, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const exited = once(writer, 'exit')
    const acknowledged: number[] = []
    for await (const line of createInterface({input: writer.stdout})) {
      acknowledged.push(Number(line))
      if (acknowledged.length === count) writer.kill('SIGKILL')
    }
    await exited

    const store = openStore({file})
    const dataset = store.dataset('production')
    const answer = await dataset.query(
      '*[_type == "left"]{n, "right": *[_id == "right" + string(^.n)][0].n} | order(n)',
      {},
      {caller: {type: 'user', userId: 'alice'}, perspective: {type: 'raw'}},
    )
    const stored: unknown = JSON.parse(new TextDecoder().decode(answer)).result
    const logged = dataset.log.since(0, 10_000) ?? []
    expect(stored).toEqual(logged.map((_, n) => ({n, right: n})))
    expect(logged.map(({transactionId}) => transactionId)).toEqual(
      expect.arrayContaining(acknowledged.map((n) => `tx-${n}`)),
    )
    expect(store.database.prepare('PRAGMA integrity_check').all()).toEqual([
      {integrity_check: 'ok'},
    ])
    store.close()
  },
)

/** Opens a lake with an index more than it has, says so in the middle of building it, and stops there. */
const REBUILDER = `
  import {openStore} from ${JSON.stringify(new URL('open-store.ts', import.meta.url).href)}
  openStore({
    file: process.argv[1],
    indexedPaths: ['n'],
    preparing({done}) {
      if (done === 0) return
      process.stdout.write('half\\n')
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
    },
  })
`

test('killed while its indexes are built anew, the lake builds them at the next start', async () => {
  const file = join(folder, 'lake.sqlite')
  const made = openStore({file})
  const mutations = Array.from({length: 700}, (_, n) => ({create: {_id: `a${n}`, _type: 'a', n}}))
  await made.dataset('production').commit({mutations, author: 'alice'})
  made.close()
  const rebuilder = spawn(process.execPath, ['--input-type=module', '-e', REBUILDER, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(rebuilder, 'exit')
  rebuilder.stdout.once('data', () => rebuilder.kill('SIGKILL'))
  await exited

  const steps: number[] = []
  const store = openStore({
    file,
    indexedPaths: ['n'],
    preparing: (step) => steps.push(step.type === 'indexes' ? step.done : -1),
  })
  expect(steps).toEqual([0, 500, 700])
  expect(store.database.prepare('SELECT count(DISTINCT id) AS ids FROM path_values').get()).toEqual(
    {ids: 700},
  )
  expect(checkStore(store.database)).toEqual({documents: 700, transactions: 1, faults: []})
  store.close()
})
