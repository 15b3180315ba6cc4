import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'

import {afterEach, beforeEach, expect, test} from 'vitest'

import {checkStore} from '../store/check-store.ts'
import {listenAcrossCrashes} from './listen-across-crashes.ts'
import {type SpawnedLake, spawnLake} from './spawn-lake.ts'
import {type WriterNotes, writeUntilKilled} from './write-until-killed.ts'

/** Few in `npm test`, a hundred in `npm run crash`. */
const CRASHES = Number(process.env['CRASHES'] ?? 4)
const WRITERS = ['a', 'b', 'c', 'd', 'e', 'f'] as const

let folder = ''
let lake: SpawnedLake | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wiredesk-crash-'))
})
afterEach(async () => {
  await lake?.kill()
  rmSync(folder, {recursive: true})
})

test(
  `killed ${CRASHES} times at any moment under concurrent writes, the lake keeps what it acknowledged, whole`,
  {timeout: 30_000 + 10_000 * CRASHES},
  async () => {
    const notes: WriterNotes = {sent: new Map(), acknowledged: new Set(), uploads: new Map()}
    const listener = listenAcrossCrashes()
    for (let crash = 0; crash <= CRASHES; crash++) {
      // Every fourth time the lake is killed while it starts and recovers, too
      if (crash % 4 === 3) await (await spawnLake(folder, {killAfter: Math.random() * 400}))?.kill()
      const spawned = await spawnLake(folder)
      if (!spawned) throw new Error('The lake ended by itself')
      lake = spawned
      if (crash === 0) await writeFirst(spawned)
      const {greeting, ended} = await listener.connect(spawned)
      expect(greeting).toBe(crash === 0 ? 'welcome' : 'welcomeback')

      const log = readLog(folder)
      expect(log.faults).toEqual([])
      const missing = [...notes.acknowledged].filter((id) => !log.transactions.has(id))
      expect(missing).toEqual([])
      const half = [...log.transactions].filter(([id, touched]) => {
        const sent = notes.sent.get(id)
        return sent !== undefined && sent.join() !== touched.join()
      })
      expect(half).toEqual([])
      await listener.reach(log.transactions.size - 1)
      expect(['first', ...listener.transactions]).toEqual([...log.transactions.keys()])
      for (const [path, text] of notes.uploads) {
        expect(await (await fetch(spawned.url + path)).text()).toBe(text)
      }

      const writers = WRITERS.map((name) => writeUntilKilled(spawned, `${name}${crash}`, notes))
      if (crash < CRASHES) setTimeout(() => void spawned.kill(), 20 + Math.random() * 400)
      else await spawned.kill()
      await Promise.all([...writers, ended])
    }
    expect(notes.acknowledged.size).toBeGreaterThan(CRASHES)
  },
)

/** What listeners can resume after. */
async function writeFirst({url, token}: SpawnedLake): Promise<void> {
  const mutations = [{create: {_id: 'first', _type: 'pair'}}]
  await fetch(`${url}/v1/data/mutate/production`, {
    method: 'POST',
    headers: {authorization: `Bearer ${token}`},
    body: JSON.stringify({mutations, transactionId: 'first'}),
  })
}

/** The file as the restarted lake has it: every transaction with the documents it touched, in the order of the log. */
function readLog(dataDirectory: string) {
  const database = new DatabaseSync(join(dataDirectory, 'lake.sqlite'), {readOnly: true})
  try {
    const rows = database
      .prepare(
        `SELECT id, document_id FROM transactions JOIN effects USING (sequence) ORDER BY sequence, document_id`,
      )
      .all()
    const transactions = Map.groupBy(rows, (row) => String(row['id']))
    return {
      faults: checkStore(database).faults,
      transactions: new Map(
        [...transactions].map(([id, effects]) => [
          id,
          effects.map((effect) => String(effect['document_id'])),
        ]),
      ),
    }
  } finally {
    database.close()
  }
}
