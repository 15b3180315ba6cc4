import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test} from 'vitest'

import {runCommand} from '../command.ts'
import {openTarget} from '../target.ts'
import {testWorld} from '../testing/test-world.ts'
import {commands} from './commands.ts'

let folder: string
let ids = 0

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wiredesk-undo-'))
  await writeFile(
    join(folder, 'a.txt'),
    'Ferry to sail\n\nThe ferry will sail on Monday, the firm said.\n',
  )
  await writeFile(
    join(folder, 'a.txt.json'),
    '{"provider": "NW", "itemId": "a1", "itemVersion": 1, "storyId": "a"}',
  )
  await writeFile(
    join(folder, 'b.txt'),
    'Tolls to rise\n\nThe tolls will rise in March, the ministry said.\n',
  )
})

afterEach(async () => {
  await rm(folder, {recursive: true})
})

async function wiredesk(...argv: readonly string[]) {
  const {world, output} = testWorld({newId: () => `id-${(ids += 1)}`})
  const code = await runCommand(commands, [...argv, '--data', join(folder, 'lake')], world)
  const records: readonly Record<string, unknown>[] = output.stdout.map((line) => JSON.parse(line))
  return {code, records, stderr: output.stderr}
}

async function withClient<T>(
  work: (client: Awaited<ReturnType<typeof openTarget>>['client']) => Promise<T>,
): Promise<T> {
  const target = await openTarget({data: join(folder, 'lake')}, testWorld().world)
  try {
    return await work(target.client)
  } finally {
    await target.close()
  }
}

function stories(): Promise<unknown> {
  return withClient((client) =>
    client.fetch(
      `*[_type == "article"] | order(headline){headline, "origins": count(*[_id == "record." + string::split(^._id, "drafts.")[1]][0].origins)}`,
    ),
  )
}

test('a run that nobody has touched is taken back whole, once; its texts may come again', async () => {
  await wiredesk('import', join(folder, '*.txt'), '--run', 'r1')
  const undo = await wiredesk('undo', 'r1')
  expect([undo.code, undo.records.map(({outcome}) => outcome)]).toEqual([0, ['undone', 'undone']])
  expect(
    await withClient((client) =>
      client.fetch('count(*[_type in ["article", "articleRecord", "sourceText"]])'),
    ),
  ).toBe(0)
  expect((await wiredesk('runs')).records).toMatchObject([{run: 'r1', undoState: 'undone'}])
  expect((await wiredesk('undo', 'r1')).stderr).toEqual([
    'Cannot undo "r1": it has been taken back before',
  ])
  expect((await wiredesk('import', join(folder, '*.txt'), '--run', 'r2')).records).toMatchObject([
    {outcome: 'created'},
    {outcome: 'created'},
  ])
})

test('an update is taken back to the text before it; the run before it stays', async () => {
  await wiredesk('import', join(folder, '*.txt'), '--run', 'r1')
  const before = await stories()
  await writeFile(
    join(folder, 'a2.txt'),
    'Ferry not to sail\n\nThe ferry will stay in port on Monday, the firm said.\n',
  )
  await writeFile(
    join(folder, 'a2.txt.json'),
    '{"provider": "NW", "itemId": "a2", "itemVersion": 2, "storyId": "a"}',
  )
  await wiredesk('import', join(folder, 'a2.txt'), '--run', 'r2')
  expect(await stories()).not.toEqual(before)
  expect((await wiredesk('undo', 'r2')).code).toBe(0)
  expect(await stories()).toEqual(before)
})

test('what an editor has worked on since, or a later run has changed, is left and listed', async () => {
  await wiredesk('import', join(folder, '*.txt'), '--run', 'r1')
  await withClient(async (client) => {
    const id: string = await client.fetch('*[headline == "Tolls to rise"][0]._id')
    await client.patch(id).set({standfirst: 'By 40 cents'}).commit()
  })
  const undo = await wiredesk('undo', 'r1')
  expect(undo.code).toBe(1)
  expect(undo.records).toMatchObject([{outcome: 'left'}, {outcome: 'undone'}])
  expect(await stories()).toEqual([{headline: 'Tolls to rise', origins: 1}])
})

test('texts are taken back together, each by itself where one of them is in use', async () => {
  for (let number = 1; number <= 30; number += 1) {
    await writeFile(
      join(folder, `t${number}.txt`),
      `Ferry ${number}\n\nFerry number ${number} will sail, the firm said.\n`,
    )
  }
  await wiredesk('import', join(folder, 't*.txt'), '--run', 'r1')
  await withClient(async (client) => {
    const id: string = await client.fetch('*[headline == "Ferry 7"][0]._id')
    await client.create({
      _id: 'front-page',
      _type: 'topic',
      story: {_type: 'reference', _ref: id},
    })
  })
  const {code, records, stderr} = await wiredesk('undo', 'r1')
  expect(code).toBe(1)
  expect(records.filter(({outcome}) => outcome === 'left')).toEqual([
    {
      path: expect.stringMatching(/t7\.txt$/u),
      outcome: 'left',
      id: expect.any(String),
      reason: expect.stringMatching(/^it is in use or was changed just now: /u),
    },
  ])
  expect(stderr.at(-1)).toMatch(/^Took back 29 of 30 texts of run "r1"/u)
  expect(await stories()).toEqual([{headline: 'Ferry 7', origins: 1}])
})

test('a keystroke taken back, or a save that changes nothing, does not count as work', async () => {
  await wiredesk('import', join(folder, '*.txt'), '--run', 'r1')
  await withClient(async (client) => {
    const id: string = await client.fetch('*[headline == "Tolls to rise"][0]._id')
    await client.patch(id).set({standfirst: 'x'}).commit()
    await client.patch(id).unset(['standfirst']).commit()
  })
  expect((await wiredesk('undo', 'r1')).code).toBe(0)
})

test('what was left is tried again, and what was taken back is not', async () => {
  await wiredesk('import', join(folder, '*.txt'), '--run', 'r1')
  const id: string = await withClient(async (client) => {
    const found: string = await client.fetch('*[headline == "Tolls to rise"][0]._id')
    await client.patch(found).set({standfirst: 'By 40 cents'}).commit()
    return found
  })
  expect((await wiredesk('undo', 'r1')).records).toMatchObject([
    {outcome: 'left'},
    {outcome: 'undone'},
  ])
  expect((await wiredesk('runs')).records).toMatchObject([{undoState: 'partlyUndone'}])
  expect((await wiredesk('undo', 'r1')).records).toMatchObject([
    {outcome: 'left', reason: `"${id}" has been changed since`},
  ])
  await withClient((client) => client.patch(id).unset(['standfirst']).commit())
  expect(await wiredesk('undo', 'r1')).toMatchObject({code: 0, records: [{outcome: 'undone'}]})
  expect((await wiredesk('runs')).records).toMatchObject([{undoState: 'undone'}])
  expect(await stories()).toEqual([])
})

test('an article that was put into a release is left, for its editor’s sake', async () => {
  await wiredesk('import', join(folder, 'b.txt'), '--run', 'r1')
  const id: string = await withClient(async (client) => {
    const {_id, ...draft} = await client.fetch('*[_type == "article"][0]')
    const article = String(_id).replace('drafts.', '')
    await client.create({...draft, _id: `versions.r7.${article}`})
    return article
  })
  const {code, records} = await wiredesk('undo', 'r1')
  const reason = `"versions.r7.${id}" stands in a release`
  expect([code, records]).toMatchObject([1, [{outcome: 'left', id, reason}]])
})

test('an undo that is stopped goes on where it was', async () => {
  for (let number = 1; number <= 30; number += 1) {
    await writeFile(
      join(folder, `t${number}.txt`),
      `Ferry ${number}\n\nFerry number ${number} will sail, the firm said.\n`,
    )
  }
  await wiredesk('import', join(folder, 't*.txt'), '--run', 'r1')
  const stop = new AbortController()
  const first = testWorld({stop: stop.signal})
  const stopping = {
    ...first.world,
    stdout(line: string) {
      first.world.stdout(line)
      stop.abort()
    },
  }
  const undo = ['undo', 'r1', '--data', join(folder, 'lake')]
  expect(await runCommand(commands, undo, stopping)).toBe(1)
  expect(first.output.stdout).toHaveLength(25)
  expect(first.output.stderr.at(-1)).toBe('Stopped; the same command goes on with the rest.')
  const {code, records} = await wiredesk('undo', 'r1')
  expect([code, records]).toMatchObject([0, Array.from({length: 5}, () => ({outcome: 'undone'}))])
  expect((await wiredesk('undo', 'r1')).stderr).toEqual([
    'Cannot undo "r1": it has been taken back before',
  ])
})

test('a run that nobody knows is said to be none', async () => {
  const {code, stderr} = await wiredesk('undo', 'r9')
  expect([code, stderr]).toEqual([
    1,
    ['Cannot undo "r9": the dataset has no such run; `wiredesk runs` lists them'],
  ])
})

test('reparse shows what a newer reader would change, and changes with --apply what nobody has edited', async () => {
  await wiredesk('import', join(folder, 'b.txt'))
  expect((await wiredesk('reparse')).records).toEqual([])
  await withClient(async (client) => {
    const source: {_id: string; parsed: string} = await client.fetch(
      '*[_type == "sourceText"][0]{_id, parsed}',
    )
    const older = source.parsed.replace('Tolls to rise', 'TOLLS TO RISE')
    await client.patch(source._id).set({parsed: older}).commit()
    const id: string = await client.fetch('*[_type == "article"][0]._id')
    await client.patch(id).set({headline: 'TOLLS TO RISE', standfirst: 'Mine'}).commit()
  })
  const shown = await wiredesk('reparse')
  expect(shown.records).toEqual([
    {id: expect.stringMatching(/^article-/u), outcome: 'changed', fields: ['headline']},
  ])
  expect((await wiredesk('reparse', '--apply')).records).toEqual(shown.records)
  expect((await wiredesk('reparse')).records).toEqual([])
  expect(
    await withClient((client) => client.fetch('*[_type == "article"][0]{headline, standfirst}')),
  ).toEqual({headline: 'Tolls to rise', standfirst: 'Mine'})
})
