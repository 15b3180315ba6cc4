import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'

import {expect, test} from 'vitest'

import {projectFile} from '../project-file.ts'
import {openTarget} from '../target.ts'
import {testWorld} from '../testing/test-world.ts'

/** Few in `npm test`, a hundred in `npm run crash`. */
const CRASHES = Number(process.env['CRASHES'] ?? 4)
/** Stories that come new between two kills, each in two versions. */
const STORIES = 15

test.for([
  ['no lake running', async () => undefined],
  ['a lake running', serveLake],
] as const)(
  `with %s, an import killed ${CRASHES} times at any moment and run again makes every story once, with all its versions, each told in a receipt`,
  {timeout: 60_000 + 20_000 * CRASHES},
  async ([, serve]) => {
    const folder = await mkdtemp(join(tmpdir(), 'wiredesk-kills-'))
    const lake = await serve(join(folder, 'lake'))
    try {
      for (let crash = 0; crash < CRASHES; crash += 1) {
        await writeStories(folder, crash)
        await runImport(folder, 100 + Math.random() * 1400)
      }
      expect(await runImport(folder)).toBe(0)
      expect(await readStories(folder)).toEqual(
        Array.from({length: CRASHES * STORIES}, () => ({
          sources: 2,
          versions: ['1', '2'],
          paragraphs: 2,
        })),
      )
      const target = await openTarget({data: join(folder, 'lake')}, testWorld().world)
      const revision: unknown = await target.client.fetch('*[_type == "articleRecord"]._rev')
      const told: unknown = await target.client.fetch(
        'count(*[_type == "importRunItems"].items[outcome in ["created", "updated"]])',
      )
      expect(told).toBe(2 * CRASHES * STORIES)
      await target.close()
      expect(await runImport(folder)).toBe(0)
      const again = await openTarget({data: join(folder, 'lake')}, testWorld().world)
      expect(await again.client.fetch('*[_type == "articleRecord"]._rev')).toEqual(revision)
      await again.close()
    } finally {
      await lake?.end()
      await rm(folder, {recursive: true})
    }
  },
)

async function serveLake(data: string): Promise<{readonly end: () => Promise<void>}> {
  const child = spawn(
    process.execPath,
    [projectFile('scripts/wiredesk.ts'), 'lake', '--data', data, '--port', '0'],
    {stdio: ['ignore', 'ignore', 'pipe']},
  )
  const exited = once(child, 'exit')
  await once(createInterface(child.stderr), 'line')
  child.stderr.resume()
  return {
    async end() {
      child.kill('SIGTERM')
      await exited
    },
  }
}

async function writeStories(folder: string, crash: number): Promise<void> {
  for (let number = 0; number < STORIES; number += 1) {
    const story = `s${crash}-${number}`
    for (const version of [1, 2]) {
      const text = [
        '---',
        'provider: North Wire',
        `itemId: ${story}-${version}`,
        `itemVersion: ${version}`,
        `storyId: ${story}`,
        '---',
        `Ferry ${story} to sail`,
        '',
        `Ferry number ${story} will sail on day ${version}, its operator said on Monday.`,
        '',
        'The harbour master said that cars would have to wait until noon.',
        '',
      ].join('\n')
      await writeFile(join(folder, `${story}-${version}.txt`), text)
    }
  }
}

/** @returns The exit code, or `null` when the kill came first */
async function runImport(folder: string, killAfter?: number): Promise<number | null> {
  const child = spawn(
    process.execPath,
    [projectFile('scripts/wiredesk.ts'), 'import', folder, '--data', join(folder, 'lake')],
    {stdio: 'ignore'},
  )
  const exited = once(child, 'exit')
  const timer =
    killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
  const [code]: unknown[] = await exited
  clearTimeout(timer)
  return typeof code === 'number' ? code : null
}

async function readStories(folder: string): Promise<unknown> {
  const {client, close} = await openTarget({data: join(folder, 'lake')}, testWorld().world)
  try {
    return await client.fetch(`*[_type == "articleRecord"] | order(_id){
      "sources": count(*[_type == "sourceText" && _id in ^.origins[].source._ref]),
      "versions": origins[].version,
      "paragraphs": count(*[_id == "drafts." + ^.article._ref][0].body)
    }`)
  } finally {
    await close()
  }
}
