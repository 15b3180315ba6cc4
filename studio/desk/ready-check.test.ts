import type {SanityClient} from '@sanity/client'
import {afterEach, beforeEach, expect, test} from 'vitest'

import {addHarbourArticle} from '../testing/add-harbour-article.ts'
import {openTestLake, type TestLake} from '../testing/open-test-lake.ts'
import {type ReadyCheck, startReadyCheck} from './ready-check.ts'

let lake: TestLake
let check: ReadyCheck
let told: Readonly<Record<string, readonly string[]>>[]
let faults: string[]

beforeEach(async () => {
  lake = await openTestLake()
  told = []
  faults = []
  check = start(lake.client)
})

afterEach(async () => {
  check.stop()
  await lake.close()
})

function start(client: SanityClient): ReadyCheck {
  return startReadyCheck(client, {
    onBroken: (broken) =>
      told.push(
        Object.fromEntries([...broken].map(([id, found]) => [id, found.map(({rule}) => rule)])),
      ),
    onFault: (fault) => faults.push(fault),
  })
}

function add(
  name: string,
  fields: Readonly<Record<string, unknown>> = {},
  workflowState = 'ready',
): Promise<void> {
  return addHarbourArticle(lake.client, {name, workflowState}, fields)
}

test('the oldest of very many is held to the rules as well', async () => {
  await add('oldest', {headline: undefined})
  const transaction = lake.client.transaction()
  for (let number = 0; number < 310; number++) {
    transaction.create({
      _id: `record.article-${number}`,
      _type: 'articleRecord',
      article: {_type: 'reference', _ref: `article-${number}`, _weak: true},
      workflowState: 'ready',
    })
  }
  await transaction.commit()

  await check.check('all')

  expect(told.at(-1)).toEqual({'article-oldest': ['headlinePresent']})
})

test('what changed is checked anew, and nothing else is read', async () => {
  await add('one', {headline: undefined})
  await add('two', {headline: undefined})
  await check.check('all')
  const before = told.at(-1)
  // Nobody told of this change: the article is not looked at
  await lake.client.patch('drafts.article-two').set({headline: 'Tugs return'}).commit()
  await lake.client.patch('drafts.article-one').set({headline: 'Pilots return'}).commit()

  await check.check(new Set(['drafts.article-one']))

  expect(before).toEqual({
    'article-one': ['headlinePresent'],
    'article-two': ['headlinePresent'],
  })
  expect(told.at(-1)).toEqual({'article-two': ['headlinePresent']})
})

test('an article that is ready no more breaks no rule, one that becomes ready may', async () => {
  await add('one', {headline: undefined})
  await add('two', {headline: undefined}, 'subbing')
  await check.check('all')
  await lake.client.patch('record.article-one').set({workflowState: 'subbing'}).commit()
  await lake.client.patch('record.article-two').set({workflowState: 'ready'}).commit()

  await check.check(new Set(['record.article-one', 'record.article-two']))

  expect(told.at(-1)).toEqual({'article-two': ['headlinePresent']})
})

test('a slug that another article takes, or gives back, is noticed', async () => {
  await add('quay')
  await add('pier', {}, 'subbing')
  await check.check('all')
  await lake.client.patch('drafts.article-pier').set({'slug.current': 'quay'}).commit()
  await check.check(new Set(['drafts.article-pier']))
  const taken = told.at(-1)
  await lake.client.patch('drafts.article-pier').set({'slug.current': 'pier'}).commit()
  await check.check(new Set(['drafts.article-pier']))

  expect(taken).toEqual({'article-quay': ['slugFree']})
  expect(told.at(-1)).toEqual({})
})

test('after a fault all is checked anew with the next change', async () => {
  await add('one', {headline: undefined})
  let isDown = true
  check = start(
    lake.client.withConfig({
      resolveFetch: (context) => async (input, init) => {
        if (isDown) return Response.json({message: 'The lake is away'}, {status: 400})
        return (lake.client.config().resolveFetch?.(context) ?? fetch)(input, init)
      },
    }),
  )

  await check.check('all')
  isDown = false
  await check.check(new Set(['drafts.article-other']))

  expect(faults).toEqual([expect.stringContaining('The lake is away')])
  expect(told.at(-1)).toEqual({'article-one': ['headlinePresent']})
})

test('one that was stopped tells nothing more', async () => {
  await add('one', {headline: undefined})

  const work = check.check('all')
  check.stop()
  await work

  expect(told).toEqual([])
})
