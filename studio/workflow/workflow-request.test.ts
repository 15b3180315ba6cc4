import {afterEach, beforeEach, expect, test} from 'vitest'

import {openTestLake, type TestLake} from '../testing/open-test-lake.ts'
import {leaveWorkflow, moveArticle} from './workflow-request.ts'

let lake: TestLake

beforeEach(async () => {
  lake = await openTestLake()
})

afterEach(() => lake.close())

const readRecord = () =>
  lake.client.fetch('*[_type == "articleRecord"][0]{_id, article, workflowState, ednote}')

test('moving an article that was written here makes its private record', async () => {
  await moveArticle(lake.client, 'drafts.article-a', 'subbing')

  expect(await readRecord()).toEqual({
    _id: 'record.article-a',
    article: {_type: 'reference', _ref: 'article-a', _weak: true},
    workflowState: 'subbing',
    ednote: null,
  })
})

test('a record keeps the rest of what it says when its article moves and when it goes out', async () => {
  await lake.client.create({
    _id: 'record.article-a',
    _type: 'articleRecord',
    workflowState: 'incoming',
    ednote: 'Call the port',
  })

  await moveArticle(lake.client, 'article-a', 'ready')
  const ready: unknown = await readRecord()
  await leaveWorkflow(lake.client, 'article-a')

  const record = {_id: 'record.article-a', article: null, ednote: 'Call the port'}
  expect(ready).toEqual({...record, workflowState: 'ready'})
  expect(await readRecord()).toEqual({...record, workflowState: null})
})

test('an update that waited as a draft waits no longer when the article goes out', async () => {
  const doubts = [
    {_key: 'f1', _type: 'finding', code: 'update-waits', state: 'open'},
    {_key: 'f2', _type: 'finding', code: 'credit-or-prose', state: 'open'},
  ]
  await lake.client.create({_id: 'record.article-a', _type: 'articleRecord', findings: doubts})
  await leaveWorkflow(lake.client, 'article-a')

  expect(await lake.client.fetch('*[_id == "record.article-a"][0].findings[].state')).toEqual([
    'resolved',
    'open',
  ])
})
