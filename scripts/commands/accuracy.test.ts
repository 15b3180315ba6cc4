import {cp, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test} from 'vitest'

import {runCommand} from '../command.ts'
import {projectFile} from '../project-file.ts'
import {testWorld} from '../testing/test-world.ts'
import {commands} from './commands.ts'

let corpus: string

beforeEach(async () => {
  corpus = await mkdtemp(join(tmpdir(), 'wiredesk-corpus-'))
})

afterEach(async () => {
  await rm(corpus, {recursive: true})
})

async function accuracy(...argv: readonly string[]) {
  const {world, output} = testWorld()
  const code = await runCommand(commands, ['accuracy', ...argv], world)
  return {code, ...output}
}

/** A scorer that finds everything right: the real one comes with the corpus. */
const SCORER = `import {writeFileSync} from 'node:fs'
const file = process.argv[process.argv.indexOf('--json') + 1]
writeFileSync(file, JSON.stringify({n: 1, exact: 1, core: 1, fields: {headline: {tp: 1, fp: 0, fn: 0, P: 1, R: 1}}, misses: []}))
console.log('one of one')
`

test('without a corpus nothing is measured and nothing written', async () => {
  const {code, stdout} = await accuracy(corpus)
  expect([code, stdout]).toEqual([0, ['not run: no corpus']])
})

test('the figures go into the page, and no word of a text does', async () => {
  await mkdir(join(corpus, 'gold'))
  await cp(projectFile('ingest/fixtures/dateline-colon/source.txt'), join(corpus, 'one.txt'))
  await writeFile(join(corpus, 'score.mjs'), SCORER)
  for (const gold of ['hand', 'auto']) {
    const record = {id: 'x-1', file: 'one.txt', source: 'x'}
    await writeFile(join(corpus, 'gold', `${gold}.jsonl`), JSON.stringify(record))
  }
  const page = join(corpus, 'accuracy.md')
  await writeFile(page, 'Kept.\n<!-- figures -->\n<!-- end of figures -->\n')
  const {code, stdout} = await accuracy(corpus, '--write', page)
  expect(code).toBe(0)
  expect(stdout.join('\n')).toContain('one of one')
  const written = await readFile(page, 'utf8')
  expect(written).toContain('Kept.')
  expect(written).toContain('Taken on 2026-11-23')
  expect(written).toContain('| headline |           1 |   100.0 % | 100.0 % |')
})
