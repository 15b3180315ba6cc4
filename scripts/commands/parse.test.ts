import {readFile} from 'node:fs/promises'

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
