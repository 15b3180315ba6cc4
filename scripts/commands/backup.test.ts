import {existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'

import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import {openLake} from '../../lake/lake.ts'
import {serveLake} from '../../lake/serve-lake.ts'
import {runCommand} from '../command.ts'
import {lakeOptions} from '../lake-options.ts'
import {createLocalClient} from '../target.ts'
import {testWorld} from '../testing/test-world.ts'
import {commands} from './commands.ts'

let folder = ''
let data = ''
let file = ''
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wiredesk-backup-'))
  data = join(folder, 'data')
  file = join(folder, 'monday.backup')
  await withServedLake(data, async (client) => {
    await client.create({_id: 'a', _type: 'note', text: 'One'})
    await client.patch('a').set({text: 'Two'}).commit()
    await client.assets.upload('file', new Blob(['minutes']), {filename: 'minutes.txt'})
  })
})
afterEach(() => {
  rmSync(folder, {recursive: true})
})

async function wiredesk(...argv: readonly string[]) {
  const {world, output} = testWorld()
  const code = await runCommand(commands, argv, world)
  return {
    code,
    stdout: output.stdout.map((line): unknown => JSON.parse(line)),
    stderr: output.stderr,
  }
}

async function withServedLake<Result>(
  directory: string,
  act: (client: ReturnType<typeof createLocalClient>, url: string) => Promise<Result>,
): Promise<Result> {
  const lake = openLake({...lakeOptions, dataDirectory: directory})
  const server = await serveLake(lake, {port: 0, host: '127.0.0.1'})
  try {
    return await act(
      createLocalClient({url: server.url, token: lake.administratorToken}),
      server.url,
    )
  } finally {
    await server.close()
    lake.close()
  }
}

describe('backup and restore', () => {
  test('a backup of a lake that is being written holds one moment of it, and becomes the same lake elsewhere', async () => {
    const backed = await withServedLake(data, async (client) => {
      const written = new AbortController()
      const writer = (async () => {
        for (let n = 0; !written.signal.aborted; n++) {
          await client.mutate(
            ['left', 'right'].map((side) => ({create: {_id: `${side}${n}`, _type: side}})),
          )
        }
        return client.fetch<number>('count(*[_type == "left"])')
      })()
      const answer = await wiredesk('backup', file, '--data', data)
      written.abort()
      expect(await writer).toBeGreaterThan(0)
      return answer
    })
    expect(backed.stderr).toEqual([])
    expect(readdirSync(folder).toSorted()).toEqual(['data', 'monday.backup'])
    expect(readdirSync(join(data, 'outgoing'))).toEqual([])
    expect(statSync(file).mode & 0o777).toBe(0o600)

    const other = join(folder, 'other')
    const restored = await wiredesk('restore', file, '--data', other)
    const {file: _, ...manifest} = Object(backed.stdout[0])
    expect(restored).toEqual({code: 0, stdout: [{data: other, ...manifest}], stderr: []})

    await withServedLake(other, async (client, url) => {
      const {left, right, note, path} = await client.fetch(`{
        "left": count(*[_type == "left"]), "right": count(*[_type == "right"]),
        "note": *[_id == "a"][0].text, "path": *[_type == "sanity.fileAsset"][0].path
      }`)
      expect({half: left - right, note}).toEqual({half: 0, note: 'Two'})
      expect(await (await fetch(`${url}/${path}`)).text()).toBe('minutes')
      const history = await client.request<string>({
        url: '/data/history/production/transactions/a?excludeContent=true',
      })
      expect(history.trim().split('\n')).toHaveLength(2)
    })
  })

  test('a lake that does not run is backed up too', async () => {
    const {code, stdout} = await wiredesk('backup', file, '--data', data)
    expect([code, stdout]).toEqual([
      0,
      [expect.objectContaining({file, documents: 2, transactions: 3, assets: 1})],
    ])
  })

  test('neither command overwrites anything', async () => {
    writeFileSync(file, 'mine')
    expect((await wiredesk('backup', file, '--data', data)).stderr).toEqual([
      `Cannot back up to "${file}": it exists; name a new file`,
    ])
    const sound = join(folder, 'tuesday.backup')
    await wiredesk('backup', sound, '--data', data)
    expect((await wiredesk('restore', sound, '--data', data)).stderr).toEqual([
      `Cannot restore "${sound}" to "${data}": the folder "${data}" is not empty; name a new one, or move it away first`,
    ])
  })

  test.for([
    [
      'a document was changed in',
      `UPDATE documents SET json = json_set(json, '$.text', 'No') WHERE id = 'a'`,
      'production: document "a" is not what its log leads to',
    ],
    [
      'a document is missing in',
      `DELETE FROM documents WHERE type = 'note'; DELETE FROM effects WHERE document_id = 'a'`,
      'it has 1 of 2 documents',
    ],
    ['an asset was changed in', `UPDATE backup_assets SET bytes = x'00'`, 'are not its own'],
    ['an asset is missing in', `DELETE FROM backup_assets`, 'it has 0 of 1 assets'],
    ['the end is missing in', `DELETE FROM backup_manifest`, 'is no whole backup of a lake'],
    [
      'a newer wiredesk wrote',
      `PRAGMA user_version = 9000`,
      'use the newer wiredesk that wrote it',
    ],
  ] as const)('nothing is restored when %s the backup', async ([, damage, sentence]) => {
    await wiredesk('backup', file, '--data', data)
    const database = new DatabaseSync(file)
    database.exec(damage)
    database.close()
    const other = join(folder, 'other')
    const {code, stderr} = await wiredesk('restore', file, '--data', other)
    expect([code, stderr.join()]).toEqual([1, expect.stringContaining(sentence)])
    expect(existsSync(other) ? readdirSync(other) : []).toEqual([])
  })

  test('what is no backup at all is named', async () => {
    writeFileSync(file, 'a shopping list, long enough to be looked at twice by any database')
    expect(
      (await wiredesk('restore', file, '--data', join(folder, 'other'))).stderr.join(),
    ).toContain(`"${file}" is no backup of a lake, or damaged: file is not a database`)
  })
})

describe('compact', () => {
  test('forgets history and nothing else', async () => {
    const answer = await wiredesk('compact', '--keep-days', '0', '--data', data)
    expect(answer).toEqual({
      code: 0,
      stdout: [{removed: 2, kept: 1, before: expect.any(String)}],
      stderr: [],
    })
    await withServedLake(data, async (client) => {
      expect(await client.fetch('*[_id == "a"][0].text')).toBe('Two')
      await client.patch('a').set({text: 'Three'}).commit()
      const early = '/data/history/production/documents/a?time=2020-01-01T00:00:00Z'
      expect(await client.request({url: early})).toEqual({documents: []})
    })
    expect((await wiredesk('backup', file, '--data', data)).code).toBe(0)
  })

  test('without a number of days it is called wrongly', async () => {
    expect((await wiredesk('compact', '--data', data)).code).toBe(2)
  })
})
