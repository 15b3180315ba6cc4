import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'

import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import {checkStore} from './check-store.ts'
import {migrations} from './migrations.ts'
import {openStore} from './open-store.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-'))
})
afterEach(() => {
  rmSync(folder, {recursive: true})
})

/** Makes a file as an older wiredesk left it: the fixtures are frozen, they are never made anew; later versions have been brought there from the second. */
function writeOldFile(version: number): string {
  const file = join(folder, 'lake.sqlite')
  const frozen = Math.min(version, 2)
  const sql = readFileSync(new URL(`fixtures/version-${frozen}.sql`, import.meta.url), 'utf8')
  const database = new DatabaseSync(file)
  database.exec(sql)
  for (const migration of migrations.slice(frozen, version)) database.exec(migration)
  database.exec(`PRAGMA user_version = ${version}`)
  database.close()
  return file
}

describe.for(migrations.map((_, index) => index + 1))('a file of version %i', (version) => {
  test('opens with its documents, its history, and users may be added', () => {
    const store = openStore({file: writeOldFile(version)})
    const dataset = store.dataset('production')
    expect(dataset.getDocuments(['a', 'b']).map(({_id, text}) => ({_id, text}))).toEqual([
      {_id: 'a', text: 'Two'},
      {_id: 'b', text: undefined},
    ])
    expect(dataset.log.since(1, 10)?.map(({changes}) => changes[0]?.before?.['text'])).toEqual([
      'One',
    ])
    expect(checkStore(store.database)).toEqual({documents: 2, transactions: 2, faults: []})
    expect(store.database.prepare('SELECT id FROM users').all()).toEqual(
      version === 1 ? [] : [{id: 'ines'}],
    )
    store.close()
  })

  test('answers queries and takes writes as a new file does', async () => {
    const store = openStore({file: writeOldFile(version)})
    const dataset = store.dataset('production')
    await dataset.commit({
      mutations: [{create: {_id: 'c', _type: 'note', text: 'Three'}}],
      author: 'ines',
    })
    const answer = await dataset.query(
      '*[_type == "note" && (text in ["Two", "Three"] || references("b"))] | order(text){_id, "about": about->_id}',
      {},
      {caller: {type: 'user', userId: 'ines'}, perspective: {type: 'raw'}},
    )
    expect(JSON.parse(new TextDecoder().decode(answer)).result).toEqual([
      {_id: 'c', about: null},
      {_id: 'a', about: 'b'},
    ])
    store.close()
  })
})
