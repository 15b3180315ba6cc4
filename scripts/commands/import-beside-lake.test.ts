import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'

import {afterEach, beforeEach, expect, onTestFinished, test} from 'vitest'

import {type Lake, openLake} from '../../lake/lake.ts'
import {serveLake} from '../../lake/serve-lake.ts'
import {runCommand} from '../command.ts'
import {lakeOptions} from '../lake-options.ts'
import {testWorld} from '../testing/test-world.ts'
import {commands} from './commands.ts'

let folder: string
let data: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wiredesk-beside-'))
  data = join(folder, 'lake')
})

afterEach(async () => {
  await rm(folder, {recursive: true})
})

function open(): Lake {
  return openLake({...lakeOptions, dataDirectory: data})
}

async function write(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

/** Longer than three tries last, shorter than the quarter of a minute that is promised. */
const DOWN = 5000

test(
  'a lake that is started anew while an import writes is waited for',
  {timeout: 60_000},
  async () => {
    const texts = Array.from({length: 120}, (_, number) =>
      write(
        `${number}.txt`,
        `Ferry ${number} to sail\n\nFerry ${number} sails on day ${number}.\n`,
      ),
    )
    const files = await Promise.all(texts)
    let lake = open()
    let served = await serveLake(lake, {port: 0, host: '127.0.0.1'})
    const {port} = served
    let restarted: Promise<void> | undefined
    async function restart(): Promise<void> {
      await served.close()
      lake.close()
      await setTimeout(DOWN)
      lake = open()
      served = await serveLake(lake, {port, host: '127.0.0.1'})
    }
    const {world, output} = testWorld()
    const first = {
      ...world,
      stdout(line: string) {
        world.stdout(line)
        restarted ??= restart()
      },
    }
    onTestFinished(async () => {
      await restarted
      await served.close()
      lake.close()
    })
    const code = await runCommand(commands, ['import', ...files, '--data', data], first)
    expect(output.stderr).toEqual([
      `Imported into the local lake in "${data}", dataset production: 120 created.`,
    ])
    expect(code).toBe(0)
  },
)

function ferry(version: number): string {
  return `---\nprovider: NW\nitemId: ferry\nitemVersion: ${version}\n---\nFerry to sail\n\nIt sails on day ${version}.\n`
}

test('a text that finds no moment to be stored beside an editor who types makes the exit code 1', async () => {
  const lake = open()
  const token = (await readFile(join(data, 'token'), 'utf8')).trim()
  let typed = 0
  let draft: string | undefined
  async function type(url: string): Promise<void> {
    typed += 1
    const patch = {id: draft, set: {standfirst: `Typed ${typed}`}}
    const headers = {'authorization': `Bearer ${token}`, 'content-type': 'application/json'}
    const body = JSON.stringify({mutations: [{patch}]})
    await lake.fetch(new Request(url, {method: 'POST', headers, body}))
  }
  const typing: Lake = {
    ...lake,
    async fetch(request, network) {
      const isWriting = request.url.includes('/data/mutate/') && draft !== undefined
      if (isWriting && (await request.clone().text()).includes(`"id":"${draft}"`)) {
        await type(request.url)
      }
      return lake.fetch(request, network)
    },
  }
  const served = await serveLake(typing, {port: 0, host: '127.0.0.1'})
  onTestFinished(async () => {
    await served.close()
    lake.close()
  })
  const [one, two] = [await write('1.txt', ferry(1)), await write('2.txt', ferry(2))]
  const first = testWorld()
  expect(
    await runCommand(commands, ['import', one, '--data', data, '--run', 'r1'], first.world),
  ).toBe(0)
  const {id}: {id: string} = JSON.parse(first.output.stdout[0] ?? '')
  draft = `drafts.${id}`
  const {world, output} = testWorld()
  expect(await runCommand(commands, ['import', two, '--data', data, '--run', 'r2'], world)).toBe(1)
  expect(typed).toBe(5)
  const reason = `"${two}" is not stored: its article was changed each of 5 times it was read; import again`
  expect(output.stdout.map((line): unknown => JSON.parse(line))).toEqual([
    {path: two, outcome: 'conflict', id, reason, isStored: false},
  ])
  expect(output.stderr[0]).toBe(reason)
})
