import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test} from 'vitest'

import {runCommand} from '../command.ts'
import {commands} from '../commands/commands.ts'
import {testWorld} from '../testing/test-world.ts'

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
  expect(html).toMatch(/<td>IN\/ferry\.txt<\/td><td>created<\/td><td>article-[0-9a-f]{20}<\/td>/u)
  expect(html).not.toContain('<b>')
})
