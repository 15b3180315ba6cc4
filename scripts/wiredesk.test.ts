import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'

import {afterAll, beforeAll, expect, test} from 'vitest'

import {projectFile} from './project-file.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wiredesk-cli-'))
  const rows = Array.from({length: 400}, (_, index) =>
    JSON.stringify({text: `Berth ${index} opens\n\nIts harbour master ${index} said so.`}),
  )
  await writeFile(join(folder, 'berths.ndjson'), `${rows.join('\n')}\n`)
})

afterAll(async () => {
  await rm(folder, {recursive: true})
})

/** Reads the first of its output and no more, as `head` does. */
async function runUnread(...argv: readonly string[]) {
  const child = spawn(process.execPath, [projectFile('scripts/wiredesk.ts'), ...argv], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit')
  child.stdout.once('data', () => child.stdout.destroy())
  const stderr = await text(child.stderr)
  const [code]: unknown[] = await exited
  return {code, stderr}
}

test(
  'an import goes on to its end when nobody reads of it any more',
  {timeout: 60_000},
  async () => {
    const lake = join(folder, 'lake')
    const rows = [join(folder, 'berths.ndjson'), '--columns', 'text=text', '--data', lake]
    expect(await runUnread('import', ...rows)).toEqual({
      code: 0,
      stderr: [
        `Imported into the local lake in "${lake}", dataset production: 400 created.`,
        'Standard output took not all lines (write EPIPE); the work went on without it.',
        '',
      ].join('\n'),
    })
  },
)

test('what only shows something ends with its reader', {timeout: 60_000}, async () => {
  const rows = [join(folder, 'berths.ndjson'), '--columns', 'text=text']
  expect(await runUnread('parse', ...rows)).toEqual({code: 0, stderr: ''})
})

test('a command that waits for its input ends when it is stopped', {timeout: 60_000}, async () => {
  const lake = join(folder, 'waiting')
  const argv = ['import', '-', '--format', 'ndjson', '--columns', 'text=text', '--data', lake]
  const child = spawn(process.execPath, [projectFile('scripts/wiredesk.ts'), ...argv])
  const exited = once(child, 'exit')
  child.stdout.once('data', () => child.kill('SIGTERM'))
  child.stdin.write(await readFile(join(folder, 'berths.ndjson')))
  const stderr = await text(child.stderr)
  expect(await exited).toEqual([1, null])
  expect(stderr).toMatch(
    /: \d+ created\.\nStopped with \d+ done; the same command goes on with the rest\.\n$/u,
  )
})
