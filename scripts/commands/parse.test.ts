import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {expect, test} from 'vitest'

import {runCommand} from '../command.ts'
import {projectFile} from '../project-file.ts'
import {testWorld} from '../testing/test-world.ts'
import {commands} from './commands.ts'

test.for(['agency-without-full-stop-is-a-doubt', 'dateline-tass'])(
  'parse --fixture prints what the fixture %s expects',
  async (name) => {
    const folder = projectFile(`ingest/fixtures/${name}`)
    const {world, output} = testWorld()
    expect(await runCommand(commands, ['parse', '--fixture', `${folder}/source.txt`], world)).toBe(
      0,
    )
    const expected: unknown = JSON.parse(await readFile(`${folder}/expected.json`, 'utf8'))
    expect(JSON.parse(output.stdout.join('\n'))).toEqual(expected)
  },
)

test('notes at the head of a text and beside it are told apart from the copy, by parse and by a preview of the import', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wiredesk-parse-'))
  const file = join(folder, 'ferry.txt')
  const copy = 'Ferry crews voted on Friday. The count took an hour.\n'
  const notes = {url: 'https://example.org/ferry', headline: 'Crews vote', provider: 'north-wire'}
  try {
    await writeFile(file, `---\nheadline: Crews vote\nprovider: north-wire\n---\n${copy}`)
    await writeFile(`${file}.json`, JSON.stringify({url: notes.url, headline: 'From elsewhere'}))
    const parsed = testWorld()
    expect(await runCommand(commands, ['parse', file], parsed.world)).toBe(0)
    expect(JSON.parse(parsed.output.stdout.join('\n'))).toMatchObject({
      notes,
      story: {headline: null, keyPoints: [], body: [{style: 'normal', text: copy.trim()}]},
    })
    const preview = testWorld()
    expect(await runCommand(commands, ['import', '--preview', file], preview.world)).toBe(0)
    expect(JSON.parse(preview.output.stdout.join('\n'))).toEqual({path: file, ...notes, text: copy})
  } finally {
    await rm(folder, {recursive: true})
  }
})
