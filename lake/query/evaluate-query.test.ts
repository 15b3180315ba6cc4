import fc from 'fast-check'
import {evaluate, parse} from 'groq-js'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {openTestLake, type TestLake} from '../routes/open-test-lake.ts'
import type {LakeDocument} from '../store/lake-document.ts'
import {evaluateQuery} from './evaluate-query.ts'

let lake: TestLake
beforeAll(() => {
  lake = openTestLake()
})
afterAll(() => {
  lake.close()
})

const ids = ['a', 'b', 'c', 'Z', 'drafts.a', 'drafts.b', 'versions.r1.a', 'record.a', 'record.c']
const types = ['article', 'contributor', 'record']
const id = fc.constantFrom(...ids)
const type = fc.constantFrom(...types)

const reference = id.map((target) => ({_type: 'reference', _ref: target, _weak: true}))
const documents = fc.uniqueArray(
  fc.record(
    {
      _id: id,
      _type: type,
      n: fc.oneof(fc.integer({min: 0, max: 3}), fc.constantFrom('x', null)),
      one: reference,
      many: fc.array(reference, {maxLength: 3}),
      nested: fc.record({deep: reference}),
      wanted: fc.oneof(id, fc.array(fc.oneof(id, fc.integer(), fc.constant(null))), fc.integer()),
    },
    {requiredKeys: ['_id', '_type']},
  ),
  {maxLength: 9, selector: (document) => document._id},
)

const literal = fc.oneof(id, type, fc.constant(5)).map((constant) => JSON.stringify(constant))
const list = fc.array(literal, {maxLength: 3}).map((elements) => `[${elements.join(', ')}]`)
const bound = fc.constantFrom(
  '^._id',
  '^._type',
  '^.wanted',
  '^.one._ref',
  '^.many[]._ref',
  '"record." + ^._id',
  '[^._id, ^.one._ref]',
  'coalesce(^.one._ref, "a")',
  '^.n',
)
const value = fc.oneof(literal, fc.constantFrom('$id', '$ids', '$type'))

function condition(operand: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const simple = fc.oneof(
    operand.map((right) => `_id == ${right}`),
    operand.map((right) => `${right} == _id`),
    operand.map((right) => `_type == ${right}`),
    fc.oneof(list, operand).map((right) => `_id in ${right}`),
    fc.oneof(list, operand).map((right) => `_type in ${right}`),
    fc.oneof(list, operand).map((right) => `references(${right})`),
    operand.map((right) => `sanity::versionOf(${right})`),
    fc.constantFrom('defined(n)', 'n > 1', 'many[]._ref match "a"', '_id in path("drafts.**")'),
  )
  const {tree} = fc.letrec<{tree: string}>((tie) => ({
    tree: fc.oneof(
      {depthSize: 'small'},
      simple,
      fc.tuple(tie('tree'), tie('tree')).map(([left, right]) => `${left} && ${right}`),
      fc.tuple(tie('tree'), tie('tree')).map(([left, right]) => `(${left} || ${right})`),
      tie('tree').map((inner) => `!(${inner})`),
    ),
  }))
  return tree
}

const nested = condition(fc.oneof(value, bound)).map(
  (filter) => `{_id, "found": *[${filter}]{_id, "back": *[references(^._id)]._id}}`,
)
const tail = fc.oneof(
  fc.constantFrom(
    '._id',
    '{_id, one->, "names": many[]->_id}',
    '[0]',
    '[0..1]._id',
    ' | order(n desc)._id',
    ' | order(_type, n)[1...3]{_id, n}',
    '[defined(n)][_type == $type]',
    '{..., "all": count(*)}',
    '{"joined": many[]{"to": *[_id == ^._ref][0]._id}}',
    '{"mapped": many[]{"there": {"and": *[_id == ^.^._ref || _id == ^.^.^._id]._id}}}',
    '{"of": count(*[_type == ^._type]), "to": array::unique(*[_id in ^.many[]._ref]._type)}',
  ),
  nested,
)
const query = fc.oneof(
  fc.tuple(condition(value), tail).map(([filter, rest]) => `*[${filter}]${rest}`),
  tail.map((rest) => `*${rest}`),
  condition(value).map((filter) => `count(*[${filter}])`),
)

const viewers = [
  {userId: 'alice', perspective: 'raw'},
  {userId: 'alice', perspective: 'published'},
  {userId: 'alice', perspective: 'drafts'},
  {userId: 'alice', perspective: ['r1', 'drafts']},
  {userId: undefined, perspective: 'raw'},
  {userId: undefined, perspective: 'drafts'},
] as const

type Viewer = (typeof viewers)[number]

function sorted(found: readonly LakeDocument[]) {
  return found.toSorted((left, right) => (left._id < right._id ? -1 : 1))
}

/** What the viewer may see, worked out the plain way. */
function visible(all: readonly LakeDocument[], {userId, perspective}: Viewer) {
  const allowed = all.filter((document) => userId !== undefined || !document._id.includes('.'))
  if (perspective === 'raw') return sorted(allowed)
  const published = allowed.filter(({_id}) => !/^(?:drafts|versions)\./u.test(_id))
  if (perspective === 'published') return sorted(published)
  const prefixes = typeof perspective === 'string' ? ['drafts.'] : ['versions.r1.', 'drafts.']
  const shown = new Map<string, LakeDocument>()
  for (const prefix of [...prefixes, '']) {
    for (const document of prefix === '' ? published : allowed) {
      const publishedId = document._id.slice(prefix.length)
      if (!document._id.startsWith(prefix) || shown.has(publishedId)) continue
      shown.set(publishedId, {...document, _id: publishedId, _originalId: document._id})
    }
  }
  return sorted([...shown.values()])
}

const params = {id: 'a', ids: ['b', 'drafts.a', 'record.c'], type: 'article'}

describe('the law', () => {
  test('an answer equals groq-js over all visible documents sorted by _id', async () => {
    let datasets = 0
    await fc.assert(
      fc.asyncProperty(
        documents,
        fc.array(query, {minLength: 8, maxLength: 8}),
        async (inserted, queries) => {
          const dataset = `law-${++datasets}`
          const stored = inserted.map((document) => ({createOrReplace: document}))
          await lake.store.dataset(dataset).commit({mutations: stored, author: 'alice'})
          const all = lake.store.dataset(dataset).getDocuments(ids)
          for (const viewer of viewers) {
            const {userId, perspective} = viewer
            const client = lake.client(userId, {
              dataset,
              perspective: typeof perspective === 'string' ? perspective : [...perspective],
            })
            for (const groq of queries) {
              const expected = await evaluate(parse(groq, {params}), {
                dataset: visible(all, viewer),
                params,
              })
              const wanted: unknown = JSON.parse(JSON.stringify((await expected.get()) ?? null))
              expect({groq, answer: await client.fetch(groq, params)}).toEqual({
                groq,
                answer: wanted,
              })
            }
          }
        },
      ),
      {numRuns: 30},
    )
  }, 60_000)
})

test('a query that reads for too long ends with the way out', async () => {
  const source = {
    get: () => undefined,
    async *scan() {
      yield* [{_id: 'a', _type: 'article'}]
    },
  }
  const answer = evaluateQuery('*', {}, {...context, source, maximumMilliseconds: 0})
  await expect(answer).rejects.toThrow(
    'The query took longer than 0 ms; narrow it by _id, _type or references()',
  )
})

const context = {dataset: 'production', identity: 'alice', now: new Date('2026-11-23T06:00:00Z')}
