import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'

import {afterEach, beforeEach, expect, test} from 'vitest'

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
