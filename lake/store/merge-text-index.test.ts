import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test, vi} from 'vitest'

import {openStore, type Store} from './open-store.ts'

let folder = ''
let store: Store
beforeEach(() => {
  vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']})
  folder = mkdtempSync(join(tmpdir(), 'lake-'))
  store = openStore({file: join(folder, 'lake.sqlite')})
})
afterEach(() => {
  vi.useRealTimers()
  store.close()
  rmSync(folder, {recursive: true})
})

/** The number of a part stands above the lowest 37 bits of its pages' own (`FTS5_SEGMENT_ROWID`). */
function countParts(): number {
  const count = store.database.prepare(
    'SELECT count(DISTINCT id >> 37) AS count FROM text_index_data WHERE id > 10',
  )
  return Number(count.get()?.['count'])
}

async function commit(index: number): Promise<void> {
  const note = {_id: `note-${index}`, _type: 'note', text: `Crane number ${index}`}
  await store.dataset('production').commit({mutations: [{create: note}], author: 'ines'})
}

test('what each transaction leaves in the text index is put together after it, not while it is committed', async () => {
  for (let index = 0; index < 12; index++) await commit(index)
  expect(countParts()).toBe(12)
  vi.runAllTimers()
  expect(countParts()).toBe(1)
  const found = await store
    .dataset('production')
    .query(
      'count(*[_type == "note" && text match "crane"])',
      {},
      {caller: {type: 'user', userId: 'ines'}, perspective: {type: 'raw'}},
    )
  expect(JSON.parse(new TextDecoder().decode(found)).result).toBe(12)
})

test('a store that is closed meanwhile is left alone', async () => {
  for (let index = 0; index < 12; index++) await commit(index)
  store.close()
  vi.runAllTimers()
  store = openStore({file: join(folder, 'lake.sqlite')})
  expect(countParts()).toBe(12)
})
