import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'

import {beforeEach, expect, onTestFinished, test} from 'vitest'

import {openLake} from '../lake/lake.ts'
import {serveLake} from '../lake/serve-lake.ts'
import {lakeOptions} from './lake-options.ts'
import {openPrepared} from './open-prepared.ts'
import {testWorld} from './testing/test-world.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wiredesk-prepared-'))
  onTestFinished(() => rm(folder, {recursive: true}))
})

const host = '127.0.0.1'
const preparing =
  'Building the indexes of the lake, this once: this version keeps them in another form …'

/** A lake with more documents than are indexed at once, its indexes in a form that this version does not know. */
async function makeOlderLake(): Promise<void> {
  const lake = openLake({...lakeOptions, dataDirectory: folder})
  const mutations = Array.from({length: 1200}, (_, n) => ({create: {_id: `a${n}`, _type: 'a', n}}))
  await lake.store.dataset('production').commit({mutations, author: 'administrator'})
  lake.close()
  const database = new DatabaseSync(join(folder, 'lake.sqlite'))
  database.exec("UPDATE indexed_paths SET path = 'form 0' WHERE path LIKE 'form %'")
  database.close()
}

/** A port that is free now. */
async function freePort(): Promise<number> {
  const data = await mkdtemp(join(tmpdir(), 'wiredesk-port-'))
  const lake = openLake({...lakeOptions, dataDirectory: data})
  const served = await serveLake(lake, {port: 0, host})
  await served.close()
  lake.close()
  await rm(data, {recursive: true})
  return served.port
}

test('a lake that is made ready says so on its port, to programs and to browsers, until it is', async () => {
  await makeOlderLake()
  const address = {port: await freePort(), host}
  const url = `http://${host}:${address.port}`
  const {world, output} = testWorld()
  const asked: Promise<Response>[] = []
  const lake = await openPrepared(
    {...lakeOptions, dataDirectory: folder},
    {
      ...world,
      stderr(line) {
        world.stderr(line)
        asked.push(
          fetch(`${url}/v1/data/query/production?query=1`),
          fetch(url, {headers: {accept: 'text/html'}}),
        )
      },
    },
    address,
  )
  const answers = await Promise.all(
    asked.map(async (answer) => {
      const {status, headers} = await answer
      return [
        status,
        headers.get('retry-after'),
        headers.get('refresh'),
        await (await answer).text(),
      ]
    }),
  )
  const served = await serveLake(lake, address)
  const ready = await fetch(`${url}/v1/ping`)
  await served.close()
  lake.close()

  expect(output.stderr).toEqual([preparing])
  const sentence =
    /^This lake is made ready for this version of wiredesk, this once: [\d,]+ of 1,200 documents are done, try again in a moment$/u
  expect(answers).toEqual([
    [
      503,
      '5',
      null,
      expect.stringMatching(/^\{"statusCode":503,"error":"Service Unavailable","message":".*"\}$/u),
    ],
    [503, '5', '5', expect.stringMatching(sentence)],
  ])
  expect(ready.status).toBe(200)
})

test('Ctrl-C stops it at once, and the next start finds the lake as it was', async () => {
  await makeOlderLake()
  const stop = new AbortController()
  const {world} = testWorld({stderr: () => stop.abort(), stop: stop.signal})
  const options = {...lakeOptions, dataDirectory: folder}
  await expect(openPrepared(options, world)).rejects.toThrow(
    `Stopped before the lake in "${folder}" was open: it is as it was`,
  )
  const next = testWorld()
  const lake = await openPrepared(options, next.world)
  const ids = lake.store.dataset('production').getDocuments(['a0', 'a1199'])
  lake.close()
  expect([next.output.stderr, ids.map(({_id}) => _id)]).toEqual([[preparing], ['a0', 'a1199']])
})

test('a lake of this version is open at once', async () => {
  const {world, output} = testWorld()
  const lake = await openPrepared({...lakeOptions, dataDirectory: folder}, world)
  lake.close()
  expect(output.stderr).toEqual([])
})
