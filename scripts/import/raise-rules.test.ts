import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test} from 'vitest'

import {AGENCIES} from '../../ingest/agencies/agencies.ts'
import {BOILERPLATE_RULES} from '../../ingest/publications/boilerplate-rules.ts'
import {checkRules} from '../../ingest/publications/check-rules.ts'
import {FIRST_RELEASE} from '../../ingest/publications/first-release.ts'
import {PUBLICATIONS} from '../../ingest/publications/publications.ts'
import {ruleFields, seedDocuments} from '../../ingest/seed-documents.ts'
import {runCommand} from '../command.ts'
import {commands} from '../commands/commands.ts'
import {openTarget} from '../target.ts'
import {testWorld} from '../testing/test-world.ts'
import {readDesk} from './read-desk.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wiredesk-rules-'))
})

afterEach(async () => {
  await rm(folder, {recursive: true})
})

/** A dataset that the first release of the built-in data seeded: no rule says how it was shipped. */
async function seedFirstRelease(): Promise<void> {
  const target = await openTarget({data: join(folder, 'lake')}, testWorld().world)
  const first = new Map(FIRST_RELEASE.map((rule) => [rule.name, rule]))
  const transaction = target.client.transaction()
  for (const rule of BOILERPLATE_RULES) {
    if (rule.since !== undefined) continue
    const {shipped: _, ...fields} = ruleFields(first.get(rule.name) ?? rule)
    const document = {_id: `rule.${rule.name}`, _type: 'boilerplateRule', name: rule.name}
    transaction.create({...document, ...fields, active: true})
  }
  await transaction.commit()
  await target.close()
}

/** @returns What an import changed of the rules: their names by version, and whether they are on */
async function importAndRead(text: string): Promise<unknown> {
  await writeFile(join(folder, 'story.txt'), text)
  const {world} = testWorld()
  const argv = ['import', join(folder, 'story.txt'), '--data', join(folder, 'lake')]
  await runCommand(commands, argv, world)
  const target = await openTarget({data: join(folder, 'lake')}, testWorld().world)
  const rules: unknown = await target.client.fetch(
    `*[_type == "boilerplateRule" && name in ["read-more", "source-note", "more-link", "share-buttons", "developing-story"]]
      | order(name){name, version, active, "isOwn": pattern match "Our own"}`,
    {},
    {perspective: 'raw'},
  )
  await target.close()
  return rules
}

test('an import raises the rules that nobody has changed, and brings those that are new', async () => {
  await seedFirstRelease()
  const target = await openTarget({data: join(folder, 'lake')}, testWorld().world)
  await target.client.patch('rule.source-note').set({pattern: 'Our own source: .{1,40}'}).commit()
  await target.client.patch('rule.more-link').set({active: false}).commit()
  await target.client.create({_id: 'drafts.rule.share-buttons', _type: 'boilerplateRule'})
  await target.close()

  expect(await importAndRead('Quay reopens\n\nThe quay was flooded on Monday.\n')).toEqual([
    {name: 'developing-story', version: 1, active: true, isOwn: false},
    {name: 'more-link', version: 2, active: false, isOwn: false},
    {name: 'read-more', version: 2, active: true, isOwn: false},
    {name: 'share-buttons', version: 1, active: true, isOwn: false},
    {name: 'source-note', version: 1, active: true, isOwn: true},
  ])
})

const names = (rows: readonly {readonly name: string}[]) => rows.map(({name}) => name)

test('what the desk made before its first import stands beside all that is built in', async () => {
  const target = await openTarget({data: join(folder, 'lake')}, testWorld().world)
  const own: readonly {_id: string; _type: string; [field: string]: unknown}[] = [
    {_id: 'own-agency', _type: 'wireSource', code: 'mna', name: 'Marlow News', aliases: ['MNA']},
    {_id: 'own-paper', _type: 'publication', code: 'cc', name: 'The Callow Courier'},
    {_id: 'own-section', _type: 'section', name: 'Tides'},
    {
      _id: 'rule.own',
      _type: 'boilerplateRule',
      name: 'own',
      pattern: 'Tides: six',
      scope: 'line',
      position: 'any',
    },
  ]
  for (const document of own) await target.client.create(document)
  const desk = await readDesk(target.client)
  await target.close()
  expect(names(desk.agencies)).toEqual([...names(AGENCIES), 'Marlow News'])
  expect(names(desk.publications)).toEqual([...names(PUBLICATIONS), 'The Callow Courier'])
  expect(names(desk.rules)).toEqual(['own', ...names(BOILERPLATE_RULES)])

  await importAndRead('Quay reopens\n\nThe quay was flooded on Monday.\n')
  const after = await openTarget({data: join(folder, 'lake')}, testWorld().world)
  const ids: unknown = await after.client.fetch('*[_id in $ids]._id', {
    ids: [...own, ...seedDocuments()].map(({_id}) => _id),
  })
  await after.close()
  expect(ids).toHaveLength(own.length + seedDocuments().length)
})

test('a rule that was deleted after it had come is not made again', async () => {
  await importAndRead('Quay reopens\n\nThe quay was flooded on Monday.\n')
  const target = await openTarget({data: join(folder, 'lake')}, testWorld().world)
  await target.client.delete('rule.developing-story')
  await target.close()

  expect(await importAndRead('Ferries sail\n\nThe ferries sailed on Friday.\n')).not.toContainEqual(
    expect.objectContaining({name: 'developing-story'}),
  )
})

test('the reader has the raised rules in the import that raises them, and of a changed rule its own class', async () => {
  await seedFirstRelease()
  const target = await openTarget({data: join(folder, 'lake')}, testWorld().world)
  await target.client.patch('rule.read-or-share').set({class: 'advert'}).commit()
  const {rules} = await readDesk(target.client)
  await target.close()

  expect(rules.find(({name}) => name === 'read-more')?.version).toBe(2)
  expect(rules.find(({name}) => name === 'read-or-share')?.class).toBe('advert')
  expect(rules.map(({name}) => name).toSorted()).toEqual(
    BOILERPLATE_RULES.map(({name}) => name).toSorted(),
  )
})

test('the rules of the first release kept what they promised, and each that was raised is known', () => {
  expect(checkRules(FIRST_RELEASE)).toEqual([])
  const versions = new Map(BOILERPLATE_RULES.map(({name, version}) => [name, version]))
  const notRaised = FIRST_RELEASE.filter(({name, version}) => (versions.get(name) ?? 0) <= version)
  expect(notRaised).toEqual([])
})

test('what came with the first release is no later than it', () => {
  const later = seedDocuments(1)
  expect(later.length).toBeGreaterThan(0)
  expect(later.map(({_type}) => _type)).not.toContain('publication')
})
