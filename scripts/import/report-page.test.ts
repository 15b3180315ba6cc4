import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test} from 'vitest'

import {runCommand} from '../command.ts'
import {commands} from '../commands/commands.ts'
import {openImportDesk} from '../testing/import-desk.ts'
import {testWorld} from '../testing/test-world.ts'
import {reportPage} from './report-page.ts'
import {runDetails} from './run-details.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wiredesk-page-'))
})

afterEach(async () => {
  await rm(folder, {recursive: true})
})

test('the page of a run tells what came in, what was taken out and what needs a person, and shows markup as text', async () => {
  await writeFile(
    join(folder, 'ferry.txt'),
    'Ferry <b>to sail\n\nThe ferry will sail on Monday.\n\nSTORY_NUMBER: 7712\n',
  )
  await writeFile(join(folder, 'blank.txt'), ' \n')
  const page = join(folder, 'run.html')
  const {world} = testWorld()
  const argv = ['import', folder, '--data', join(folder, 'lake'), '--run', 'r1', '--report', page]
  await runCommand(commands, argv, world)
  const html = (await readFile(page, 'utf8')).replaceAll(folder, 'IN')
  expect(html).toContain(
    '<tr><td>IN/blank.txt</td><td>failed</td><td>Cannot import &quot;IN/blank.txt&quot;: the file holds only white space</td></tr>',
  )
  expect(html).toContain('STORY_NUMBER: 7712')
  expect(html).toContain('2 texts: 1 created, 1 failed')
  expect(html).toContain('<p>2026-11-23 06:00 UTC, into the local lake')
  expect(html).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">')
  expect(html).toMatch(/<td>IN\/ferry\.txt<\/td><td>created<\/td><td>article-[0-9a-f]{20}<\/td>/u)
  expect(html).not.toContain('<b>')
})

function copyOf(version: number, day: string): string {
  return `---\nprovider: NW\nitemId: f${version}\nitemVersion: ${version}\nstoryId: f\n---\nFerry to sail\n\nThe ferry sails on ${day}.\n`
}

test('an update that waits beside a published article needs a person', async () => {
  const desk = await openImportDesk()
  try {
    const {id} = await desk.importText('1.txt', copyOf(1, 'Monday'))
    const draft = await desk.client.getDocument(`drafts.${id}`)
    await desk.client.mutate([
      {create: {...draft, _id: id, _type: 'article'}},
      {delete: {id: `drafts.${id}`}},
    ])
    const path = await desk.file('2.txt', copyOf(2, 'Friday'))
    const report = await desk.importFiles([path])
    const page = {target: 'a lake', startedAt: '2026-11-23T06:00:00Z', isDryRun: false}
    expect(reportPage(report, runDetails(), page)).toContain(
      `<tr><td>${path}</td><td>updated</td><td>&quot;Ferry to sail&quot; is published: the update waits as a draft</td></tr>`,
    )
  } finally {
    await desk.close()
  }
})
