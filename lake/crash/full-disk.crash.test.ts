import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, statfsSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {createClient, type SanityClient} from '@sanity/client'
import {afterAll, afterEach, expect, test} from 'vitest'

import {openLake} from '../lake.ts'
import {serveLake} from '../serve-lake.ts'
import {checkStore} from '../store/check-store.ts'

const disk = mountSmallDisk()
const ended: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ended.splice(0)) await end()
})
afterAll(() => {
  if (disk === undefined) return
  execFileSync('umount', [disk])
  rmSync(disk, {recursive: true})
})

/** @returns `undefined` where this process may not mount: then there is no small disk to fill */
function mountSmallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'wiredesk-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder], {stdio: 'ignore'})
    return folder
  } catch {
    rmSync(folder, {recursive: true})
    return undefined
  }
}

async function serve(dataDirectory: string) {
  mkdirSync(dataDirectory)
  const lake = openLake({dataDirectory, projectId: 'wiredesk'})
  const served = await serveLake(lake, {port: 0, host: '127.0.0.1'})
  ended.push(async () => {
    await served.close()
    lake.close()
  })
  const client = createClient({
    projectId: 'wiredesk',
    dataset: 'production',
    apiVersion: '2025-02-19',
    apiHost: served.url,
    useProjectHostname: false,
    useCdn: false,
    token: lake.administratorToken,
    maxRetries: 0,
  })
  return {lake, client}
}

/** Writes until the lake refuses. @returns How many were acknowledged, and the refusal */
async function fill(client: SanityClient): Promise<{written: number; refusal: unknown}> {
  const text = 'x'.repeat(2e5)
  for (let written = 0; ; written++) {
    try {
      await client.create({_id: `d${written}`, _type: 'note', text})
    } catch (refusal) {
      return {written, refusal}
    }
  }
}

test.skipIf(disk === undefined)(
  'a disk that runs full costs no acknowledged write; with room again the lake goes on by itself',
  async () => {
    const {lake, client} = await serve(join(disk ?? '', 'data'))
    const {written, refusal} = await fill(client)
    expect(refusal).toMatchObject({
      statusCode: 503,
      message: expect.stringContaining('the disk is full; make room, nothing was stored half'),
    })
    expect(await client.fetch('count(*)')).toBe(written)

    execFileSync('mount', ['-o', 'remount,size=32m', disk ?? ''])
    await client.create({_id: 'after', _type: 'note', text: 'x'.repeat(2e5)})
    expect(await client.fetch('count(*)')).toBe(written + 1)
    expect(checkStore(lake.store.database).faults).toEqual([])
  },
)

test.skipIf(disk === undefined)(
  'an asset for which there is no room is refused whole, whatever part of it the disk would take',
  async () => {
    const {client, lake} = await serve(join(disk ?? '', 'assets'))
    const {bavail, bsize} = statfsSync(disk ?? '')
    const film = Buffer.alloc(bavail * bsize + 1000, 1)
    await expect(client.assets.upload('file', film)).rejects.toMatchObject({
      statusCode: 507,
      message: expect.stringContaining('the disk is full; make room and upload again'),
    })
    expect(await client.fetch('count(*[_type == "sanity.fileAsset"])')).toBe(0)
    expect(lake.store.datasetNames()).toEqual([])
  },
)
