import {mkdtempSync, readdirSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'

import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import {makeShrinkable} from './compact-log.ts'
import {openStore} from './open-store.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-'))
})
afterEach(() => {
  rmSync(folder, {recursive: true})
})

describe('openStore', () => {
  test('what was committed is there after closing and opening again', async () => {
    const file = join(folder, 'lake.sqlite')
    const store = openStore({file, now: () => new Date('2026-11-23T06:00:00Z')})
    await store.dataset('production').commit({
      mutations: [{create: {_id: 'a', _type: 'article', headline: 'One'}}],
      author: 'alice',
      transactionId: 'tx-1',
    })
    store.close()

    const again = openStore({file})
    expect(again.datasetNames()).toEqual(['production'])
    expect(again.dataset('production').getDocuments(['missing', 'a'])).toEqual([
      {
        _id: 'a',
        _type: 'article',
        headline: 'One',
        _rev: 'tx-1',
        _createdAt: '2026-11-23T06:00:00.000Z',
        _updatedAt: '2026-11-23T06:00:00.000Z',
      },
    ])
    again.close()
  })

  test('none but the owner reads any of its files, not even those of an older lake', async () => {
    const file = join(folder, 'lake.sqlite')
    writeFileSync(file, '', {mode: 0o644})
    const store = openStore({file})
    await store.dataset('production').commit({mutations: [], author: 'alice'})
    const modes = readdirSync(folder)
      .toSorted()
      .map((name) => [name, statSync(join(folder, name)).mode & 0o777])
    expect(modes).toEqual([
      ['lake.sqlite', 0o600],
      ['lake.sqlite-shm', 0o600],
      ['lake.sqlite-wal', 0o600],
      ['lake.sqlite.lock', 0o600],
    ])
    store.close()
  })

  test('a file in use is refused with the way out, and free again after closing', () => {
    const file = join(folder, 'lake.sqlite')
    const store = openStore({file})
    expect(() => openStore({file})).toThrow(
      `Cannot open "${file}": another process has it open; end that process or use another --data folder`,
    )
    store.close()
    openStore({file}).close()
  })

  test('a file of a newer version is refused and left as it is', () => {
    const file = join(folder, 'lake.sqlite')
    openStore({file}).close()
    const newer = new DatabaseSync(file)
    newer.exec('PRAGMA user_version = 9000')
    newer.close()
    expect(() => openStore({file})).toThrow('use the newer wiredesk that wrote it')
  })

  test('a file from before the indexes of paths, or of other paths, gets its index when it is opened', async () => {
    const file = join(folder, 'lake.sqlite')
    const store = openStore({file})
    const numbers = [3, 1, undefined, 2]
    const text = 'Long '.repeat(300)
    const mutations = numbers.map((n, index) => ({
      create: {_id: `a${index}`, _type: 'article', n, text},
    }))
    await store.dataset('production').commit({mutations, author: 'alice'})
    store.close()
    const older = new DatabaseSync(file)
    older.exec(`DROP TABLE text_vocabulary; DROP TABLE text_index; DROP TABLE text_documents;
                DROP TABLE path_values; DROP TABLE indexed_fields; DROP TABLE indexed_paths;
                DROP TABLE document_heads; DROP INDEX scheduled_releases; PRAGMA user_version = 2`)
    older.close()

    const migrated = openStore({file, indexedPaths: ['n']})
    const rows = migrated.database
      .prepare(
        `SELECT id FROM path_values JOIN indexed_fields USING (field) WHERE path = 'n' ORDER BY key, id`,
      )
      .all()
    expect(rows.map(({id}) => id)).toEqual(['a1', 'a3', 'a0', 'a2'])
    const heads = migrated.database.prepare('SELECT id, long FROM document_heads ORDER BY id').all()
    expect(heads.map(({id, long}) => [id, long])).toEqual(
      ['a0', 'a1', 'a2', 'a3'].map((id) => [id, '["text"]']),
    )
    migrated.close()
  })

  test('a file that was made before it could shrink is rewritten once, and says so', async () => {
    const file = join(folder, 'lake.sqlite')
    const store = openStore({file})
    await store.dataset('production').commit({
      mutations: [{create: {_id: 'a', _type: 'article'}}],
      author: 'alice',
    })
    store.database.exec('PRAGMA auto_vacuum = NONE; VACUUM')
    const bytes = 4096 * Number(store.database.prepare('PRAGMA page_count').get()?.['page_count'])
    store.close()

    const heard: unknown[] = []
    for (const indexedPaths of [[], ['headline'], ['headline']]) {
      const opened = openStore({file, indexedPaths, preparing: (step) => heard.push(step)})
      expect(opened.database.prepare('PRAGMA auto_vacuum').get()).toEqual({auto_vacuum: 2})
      expect(opened.dataset('production').getDocuments(['a'])).toHaveLength(1)
      opened.close()
    }
    expect(heard).toEqual([
      {type: 'file', bytes},
      {type: 'indexes', done: 0, total: 1},
      {type: 'indexes', done: 1, total: 1},
    ])
  })

  test('without the room to be rewritten it is used as it is', async () => {
    const file = join(folder, 'lake.sqlite')
    const store = openStore({file})
    store.database.exec('PRAGMA auto_vacuum = NONE; VACUUM')
    const {page_count: pages} = store.database.prepare('PRAGMA page_count').get() ?? {}
    store.database.exec(`PRAGMA max_page_count = ${String(pages)}`)
    makeShrinkable(store.database, () => undefined)
    expect(store.database.prepare('PRAGMA auto_vacuum').get()).toEqual({auto_vacuum: 0})
    expect(store.datasetNames()).toEqual([])
    store.close()
  })

  test('a file that is no database is refused', () => {
    const file = join(folder, 'lake.sqlite')
    writeFileSync(file, 'no database at all, only a text that is long enough to be looked at')
    expect(() => openStore({file})).toThrow(
      `Cannot open "${file}": it is damaged or no SQLite database; restore a backup`,
    )
  })

  test('a folder that does not exist is named', () => {
    const file = join(folder, 'missing', 'lake.sqlite')
    expect(() => openStore({file})).toThrow(
      `Cannot open "${file}": the file cannot be opened; check that its folder exists and is writable`,
    )
  })

  test('a full disk fails the commit for now and stores nothing of it', async () => {
    const file = join(folder, 'lake.sqlite')
    const store = openStore({file})
    const pages = Number(store.database.prepare('PRAGMA page_count').get()?.['page_count'])
    store.database.exec(`PRAGMA max_page_count = ${pages}`)
    const dataset = store.dataset('production')
    const mutations = [{create: {_id: 'a', _type: 'article', text: 'x'.repeat(100_000)}}]
    await expect(dataset.commit({mutations, author: 'alice'})).rejects.toMatchObject({
      name: 'StoreError',
      reason: 'full-disk',
    })
    expect(store.datasetNames()).toEqual([])

    store.database.exec('PRAGMA max_page_count = 100000')
    await dataset.commit({mutations, author: 'alice'})
    expect(store.datasetNames()).toEqual(['production'])
    store.close()
  })
})
