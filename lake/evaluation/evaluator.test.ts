import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'

import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import {openStore, type Store} from '../store/open-store.ts'
import {evaluateApart} from './evaluate-apart.ts'
import {evaluateHere} from './evaluate-here.ts'
import type {Evaluator, QueryQuestion} from './question.ts'

let folder = ''
let store: Store
let evaluator: Evaluator
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-'))
  store = openStore({file: join(folder, 'lake.sqlite')})
})
afterEach(() => {
  evaluator.close()
  store.close()
  rmSync(folder, {recursive: true})
})

function ask(query: string, more: Partial<QueryQuestion> = {}): QueryQuestion {
  return {
    type: 'query',
    dataset: 'production',
    query,
    params: {},
    caller: {type: 'user', userId: 'alice'},
    perspective: {type: 'raw'},
    now: '2026-11-23T06:00:00Z',
    milliseconds: 60_000,
    ...more,
  }
}

/** The result of a query, or the ids of a selection. */
async function answer(...asked: Parameters<Evaluator['answer']>): Promise<unknown> {
  const read = JSON.parse(new TextDecoder().decode(await evaluator.answer(...asked)))
  return Array.isArray(read) ? read : read.result
}

async function write(...ids: readonly string[]): Promise<void> {
  const mutations = ids.map((_id) => ({create: {_id, _type: 'note'}}))
  await store.dataset('production').commit({mutations, author: 'alice'})
}

function later(seconds: number): string {
  return new Date(Date.parse('2026-11-23T06:00:00Z') + seconds * 1000).toISOString()
}

/** Works on for hours without reading a document. */
const endless = ask('count($many[count($many[@ > ^]) > 0])', {
  params: {many: Array.from({length: 30_000}, (_, index) => index)},
})

describe.each([
  ['here', evaluateHere],
  ['apart', evaluateApart],
] as const)('evaluate %s', (_, evaluate) => {
  beforeEach(() => {
    evaluator = evaluate(join(folder, 'lake.sqlite'))
  })

  test('a query sent after a write was answered sees it, every time', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) {
      await write(id)
      expect(await answer(ask('*[_id == $id]._id', {params: {id}}))).toEqual([id])
    }
  })

  test('answers are for the caller, in the perspective, at the moment that was said', async () => {
    await write('a', 'drafts.b', 'record.c')
    const query = '{"ids": *._id, "who": identity(), "when": now()}'
    expect(await answer(ask(query))).toEqual({
      ids: ['a', 'drafts.b', 'record.c'],
      who: 'alice',
      when: '2026-11-23T06:00:00.000Z',
    })
    const anonymous = {caller: {type: 'anonymous'}, perspective: {type: 'published'}} as const
    expect(await answer(ask('*._id', anonymous))).toEqual(['a'])
    expect(await answer(ask('*[_id == "z"][0]'))).toBeNull()
  })

  test('a selection sees what its transaction has done', async () => {
    await write('a', 'b')
    const touched = new Map([
      ['a', undefined],
      ['c', {_id: 'c', _type: 'note'}],
    ])
    const asked = {...ask('*[_type == "note"]'), identity: 'alice', touched}
    expect(await answer({...asked, type: 'select'})).toEqual(['b', 'c'])
  })

  test('a fault of the query says where', async () => {
    await expect(answer(ask('*[_type == '))).rejects.toMatchObject({
      name: 'QueryError',
      type: 'queryParseError',
      query: '*[_type == ',
      start: 10,
    })
  })
})

describe('evaluate apart', () => {
  beforeEach(() => {
    evaluator = evaluateApart(join(folder, 'lake.sqlite'))
  })

  test('a query that never reads is ended at its limit', async () => {
    await expect(answer({...endless, milliseconds: 100})).rejects.toMatchObject({
      name: 'QueryError',
      type: 'queryEvaluationError',
      message: 'The query took longer than 100 ms; narrow it by _id, _type or references()',
    })
    expect(await answer(ask('1 + 1'))).toBe(2)
  })

  test('a query that wants too much memory, even at once, is refused and takes nobody with it', async () => {
    const text = 'x'.repeat(1e6)
    const greedy = ask(`string::split(${Array(40).fill('$text').join(' + ')}, "")`, {
      params: {text},
    })
    await expect(answer(greedy)).rejects.toMatchObject({
      name: 'QueryError',
      type: 'queryEvaluationError',
      message:
        'The query took more than 256 MB of memory; narrow it, or ask for a slice and fewer attributes',
    })
    expect(await answer(ask('1 + 1'))).toBe(2)
  })

  test('more endless queries than processes leave the quick ones their way', async () => {
    const endings = new AbortController()
    const long = Array.from({length: 4}, () => answer(endless, endings.signal))
    const ended = Promise.allSettled(long)
    for (let n = 0; n < 9; n++) expect(await answer(ask(`1 + ${n}`))).toBe(1 + n)
    endings.abort()
    expect((await ended).map(({status}) => status)).toEqual(Array(4).fill('rejected'))
  })

  test('who gives up frees the way for the next', async () => {
    const first = new AbortController()
    const long = answer(endless, first.signal)
    expect(await answer(ask('1 + 1'))).toBe(2)
    first.abort(new Error('Gone'))
    await expect(long).rejects.toThrow('Gone')
    expect(await answer(ask('2 + 2'))).toBe(4)
  })

  test('what nobody waits for any more, and turns out to be long, is in nobody’s way', async () => {
    for (let n = 0; n < 3; n++) {
      const gone = new AbortController()
      const left = answer(endless, gone.signal)
      await answer(ask('1 + 1'))
      gone.abort(new Error('Gone'))
      await expect(left).rejects.toThrow('Gone')
    }
    const [long, quick] = await Promise.allSettled([
      answer({...endless, milliseconds: 1000}),
      setTimeout(700).then(() => answer(ask('2 + 2'))),
    ])
    expect([long, quick]).toMatchObject([
      {reason: {message: expect.stringContaining('The query took longer than 1000 ms')}},
      {value: 4},
    ])
  })

  test('beyond 500 that wait, the next is told to come again', async () => {
    const asked = Array.from({length: 501}, (__, n) => answer(ask(`${n}`)))
    await expect(asked.at(-1)).rejects.toMatchObject({
      name: 'BusyError',
      message: 'The lake is busy with 500 other queries; try again in a moment',
    })
    expect(await Promise.all(asked.slice(0, 500))).toEqual([...Array(500).keys()])
  })

  test('what writers and listeners wait for goes before the queries that wait', async () => {
    const order: string[] = []
    const queries = Array.from({length: 200}, async (__, n) => {
      await answer(ask(`${n}`))
      order.push('query')
    })
    const documents = [{_id: 'a', _type: 'note'}]
    const matches = await answer({...ask('*[defined(_id)]'), type: 'match', documents})
    order.push('match')
    await Promise.all(queries)
    expect(matches).toEqual([true])
    expect(order.indexOf('match')).toBeLessThan(20)
  })

  test('equal questions that wait are asked once, whoever gives up among them', async () => {
    const gone = new AbortController()
    const first = answer(ask('now()'), gone.signal)
    const others = Array.from({length: 600}, (__, n) => answer(ask('now()', {now: later(n)})))
    gone.abort()
    await first
    expect(new Set(await Promise.all(others))).toEqual(new Set(['2026-11-23T06:00:00.000Z']))
  })

  test('closing ends whoever waits', async () => {
    const long = answer(endless)
    evaluator.close()
    await expect(long).rejects.toThrow('The lake has closed')
  })
})
