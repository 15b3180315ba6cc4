import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import fc from 'fast-check'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import {openStore, type Store} from '../store/open-store.ts'
import {evaluateHere} from './evaluate-here.ts'
import type {Evaluator, QueryQuestion} from './question.ts'
import {type RememberedAnswers, rememberAnswers} from './remember-answers.ts'

let folder = ''
let store: Store
let evaluator: Evaluator
let answers: RememberedAnswers
let evaluated: string[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-'))
  const file = join(folder, 'lake.sqlite')
  store = openStore({file})
  evaluator = evaluateHere(file)
  answers = rememberAnswers('production')
  evaluated = []
  store.dataset('production').subscribe({
    commit: ({changes}) => answers.forget(changes),
    close: () => undefined,
  })
})
afterEach(() => {
  evaluator.close()
  store.close()
  rmSync(folder, {recursive: true})
})

function question(query: string, more: Partial<QueryQuestion> = {}): QueryQuestion {
  return {
    type: 'query',
    dataset: 'production',
    query,
    params: {},
    caller: {type: 'anonymous'},
    perspective: {type: 'published'},
    now: '2026-11-23T06:00:00Z',
    milliseconds: 60_000,
    ...more,
  }
}

function read(answer: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(answer)).result
}

async function ask(query: string, more?: Partial<QueryQuestion>): Promise<unknown> {
  const asked = question(query, more)
  return read(
    await answers.answer(asked, () => {
      evaluated.push(query)
      return evaluator.answer(asked)
    }),
  )
}

async function commit(...mutations: readonly object[]): Promise<void> {
  await store.dataset('production').commit({mutations, author: 'ines'})
}

const put = (_id: string, headline = 'One', _type = 'article') => ({
  createOrReplace: {_id, _type, headline},
})

/** With its answer it takes a twentieth of what is kept. */
const long = (index: number) => `"${String(index).padEnd(200_000, 'x')}"`

const headlines = '*[_type == "article"].headline'

describe('an answer about what is published', () => {
  test.for([
    ['nothing', []],
    ['an edit of a draft', [put('drafts.a', 'Two')]],
    ['an edit in a release', [put('versions.r1.a', 'Two')]],
    ['a document of another type', [put('s', 'Sport', 'section')]],
  ] as const)('is remembered after %s', async ([, mutations]) => {
    await commit(put('a'))
    await ask(headlines)
    if (mutations.length > 0) await commit(...mutations)
    expect(await ask(headlines)).toEqual(['One'])
    expect(evaluated).toEqual([headlines])
  })

  test.for([
    ['what was published', put('a', 'Two'), ['Two']],
    ['what was taken back', {delete: {id: 'a'}}, []],
    ['what came in beside it', put('b', 'Two'), ['One', 'Two']],
  ] as const)('is another one after %s', async ([, mutation, now]) => {
    await commit(put('a'))
    await ask(headlines)
    await commit(mutation)
    expect(await ask(headlines)).toEqual(now)
  })

  test.for<readonly [string, Partial<QueryQuestion>, number]>([
    ['in another perspective', {perspective: {type: 'raw'}}, 2],
    ['with other parameters', {params: {n: 1}}, 2],
    ['for a user', {caller: {type: 'user', userId: 'ines'}}, 2],
    ['in other words', {query: `${headlines} `}, 2],
    ['just the same', {}, 1],
  ])('is not the one %s', async ([, more, times]) => {
    await ask(headlines)
    await ask(more.query ?? headlines, more)
    expect(evaluated).toHaveLength(times)
  })

  test.for([
    ['now()', 2],
    ['dateTime(now())', 2],
    ['$now', 1],
  ] as const)('that asks for %s is evaluated %i times', async ([query, times]) => {
    for (const _ of [1, 2]) await ask(query, {params: {now: '2026-11-23T06:00:00Z'}})
    expect(evaluated).toHaveLength(times)
  })

  test('that asks who asks is for one user alone', async () => {
    for (const userId of ['ines', 'jonas']) {
      expect(await ask('identity()', {caller: {type: 'user', userId}})).toBe(userId)
    }
  })

  test('is not kept when something went out while it was evaluated', async () => {
    const asked = question(headlines)
    await answers.answer(asked, async () => {
      const before = await evaluator.answer(asked)
      await commit(put('a'))
      return before
    })
    expect(await ask(headlines)).toEqual(['One'])
  })

  test('goes when newer ones need the room, what was asked for the longest ago first', async () => {
    for (let index = 0; index < 19; index++) await ask(long(index))
    await ask(long(0))
    await ask(long(19))
    await ask(long(20))
    evaluated = []
    for (const index of [0, 1, 2]) await ask(long(index))
    expect(evaluated.map((query) => query.slice(0, 3))).toEqual(['"1x', '"2x'])
  })
})

describe('whatever is committed between, an answer is the one that the evaluator gives', () => {
  const id = fc.constantFrom('a', 'b', 'record.c', 'drafts.a', 'versions.r1.b')
  const mutation = fc.oneof(
    fc
      .tuple(id, fc.constantFrom('One', 'Two'), fc.constantFrom('article', 'section'))
      .map((document) => put(...document)),
    id.map((gone) => ({delete: {id: gone}})),
  )
  const queries = [
    headlines,
    'count(*)',
    '*[_id == "a"][0]',
    '*[_type == "section"]{_id, "other": *[_id == "b"][0].headline}',
    '*[headline match "two"]._id',
    '*[references("b")]._id',
  ]
  const asked = fc.record({
    query: fc.constantFrom(...queries),
    caller: fc.constantFrom({type: 'anonymous'} as const, {type: 'user', userId: 'ines'} as const),
  })
  const steps = fc.array(
    fc.oneof(
      mutation.map((one) => ({mutation: one})),
      asked,
    ),
    {
      minLength: 2,
      maxLength: 20,
    },
  )

  test('in any order', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const given = []
        const fresh = []
        for (const step of all) {
          if ('mutation' in step) await commit(step.mutation)
          else {
            const {query, caller} = step
            fresh.push(read(await evaluator.answer(question(query, {caller}))))
            given.push(await ask(query, {caller}))
          }
        }
        expect(given).toEqual(fresh)
      }),
      {numRuns: 100},
    )
  })
})
