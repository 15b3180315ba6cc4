import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {expect, test} from 'vitest'

import {createToken} from '../access/tokens.ts'
import {addUser} from '../access/users.ts'
import {openLake} from '../lake.ts'

test('the lists of who may come in are for the administrator alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lake-administration-'))
  const now = new Date('2026-11-23T06:00:00Z')
  const lake = openLake({dataDirectory: folder, projectId: 'desk', now: () => now})
  try {
    addUser(lake.store.database, {id: 'ines', name: 'Ines'}, now)
    const {token} = createToken(lake.store.database, {userId: 'ines', label: 'laptop'}, now)
    const status = async (bearer?: string) => {
      const headers = bearer === undefined ? {} : {authorization: `Bearer ${bearer}`}
      const url = 'http://127.0.0.1/v1/wiredesk/tokens'
      return (await lake.fetch(new Request(url, {headers}))).status
    }
    expect(await status()).toBe(401)
    expect(await status(token)).toBe(403)
    expect(await status(lake.administratorToken)).toBe(200)
  } finally {
    lake.close()
    await rm(folder, {recursive: true})
  }
})
