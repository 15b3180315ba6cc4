import {afterEach, beforeEach, expect, test} from 'vitest'

import {openTestLake, type TestLake} from '../testing/open-test-lake.ts'
import {createContributor} from './create-contributor.ts'

let lake: TestLake

beforeEach(async () => {
  lake = await openTestLake()
})
afterEach(() => lake.close())

const stored = () =>
  lake.client.fetch(
    '*[_type == "contributor"] | order(_id) {_id, name, "slug": slug.current, aliases}',
  )

test('a new contributor is published, with the name as its alias', async () => {
  const id = await createContributor(lake.client, 'Zoë O’Hara')

  expect(id).toBe('contributor-zoe-o-hara')
  expect(await stored()).toEqual([
    {_id: id, name: 'Zoë O’Hara', slug: 'zoe-o-hara', aliases: ['Zoë O’Hara']},
  ])
})

test('the same name twice is one person, a name alike is another', async () => {
  const ids = [
    await createContributor(lake.client, 'Ann Lee'),
    await createContributor(lake.client, 'Ann Lee'),
    await createContributor(lake.client, 'Ann-Lee'),
  ]

  expect(ids).toEqual(['contributor-ann-lee', 'contributor-ann-lee', 'contributor-ann-lee-2'])
})

test('a name in other letters gets an id too', async () => {
  expect(await createContributor(lake.client, '山田')).toBe('contributor-person')
})
