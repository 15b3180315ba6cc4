import fc from 'fast-check'
import {evaluate, parse} from 'groq-js'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {syncTagsOfChange} from '../events/sync-tags.ts'
import {callerOf, openTestLake, type TestLake} from '../routes/open-test-lake.ts'
import {isPublicId, publishedIdOf} from '../store/document-ids.ts'
import type {LakeDocument} from '../store/lake-document.ts'
import {evaluateQuery} from './evaluate-query.ts'
import {readPerspective} from './perspective.ts'
import {runQuery} from './run-query.ts'
import {block, documents, id, ids, pattern, prose} from './testing/generated-documents.ts'
import {condition, direction, page, query, value} from './testing/generated-queries.ts'

let lake: TestLake
beforeAll(() => {
  lake = openTestLake([
    'n',
    's',
    'tags[]',
    'tags[], s',
    'one._ref, n',
    'many[]._ref, s',
    'nested.deep',
    'wanted',
    'wanted, n',
    'n, s',
    'notes[].at',
  ])
})
afterAll(() => {
  lake.close()
})

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
/** The same query is asked with these next: what was worked out for the first ones must not stick to it. */
const otherParams = {id: 5, ids: 'b', type: null}

const numRuns = Number(process.env['LAW_RUNS'] ?? 10)

describe('the law', () => {
  test('an answer equals groq-js over all visible documents sorted by _id', async () => {
    const queries = fc.array(query, {minLength: 8, maxLength: 8})
    await fc.assert(fc.asyncProperty(documents, documents, queries, obeyLaw), {numRuns})
  }, 600_000)

  test('a change that alters an answer names one of its sync tags', async () => {
    const queries = fc.array(query, {minLength: 8, maxLength: 8})
    await fc.assert(fc.asyncProperty(documents, documents, queries, tagChanges), {numRuns})
  }, 600_000)

  test.for(['"*\\ud83d*"', '"\\ude00"', '".."', '"*..b"', '"a\\ud83d."'])(
    'match %s counts UTF-16 units as groq-js does',
    async (words) => {
      const titles = ['\u{1F600} ', '\u{1F600}b', 'a\u{1F600}', '\uD83D', '\uFFFD', 'ab', '.. ']
      const stored = titles.map((title, at) => ({_id: ids[at] ?? '', _type: 'record', title}))
      await expect(obeyLaw([], stored, [`*[title match ${words}]._id`])).resolves.toBeUndefined()
    },
  )

  test('a page of one type equals the slice that groq-js cuts', async () => {
    const articles = documents.map((all) => all.map((item) => ({...item, _type: 'article'})))
    const narrow = fc.constantFrom(
      'true',
      'defined(n)',
      'n > 0',
      's > "a"',
      'n == 1',
      's == "a"',
      'one._ref == "a"',
      '"a" in many[]._ref',
      '"a" in tags',
      'wanted == "b"',
      'references("b") && one._ref == "b"',
    )
    const pages = fc
      .tuple(narrow, fc.oneof(narrow, condition(value)), page)
      .map(([first, second, rest]) => `*[_type == "article" && ${first} && ${second}]${rest}`)
    const bindings = fc.constantFrom(
      'one._ref == ^._id',
      'references(^._id) && one._ref == ^._id',
      '^._id in many[]._ref',
      's == ^.s',
      '^.n in tags',
      'n == ^.n',
    )
    const boundPages = fc
      .tuple(narrow, bindings, page)
      .map(
        ([first, second, rest]) =>
          `*{_id, "page": *[_type == "article" && ${first} && ${second}]${rest}}`,
      )
    const queries = fc.array(fc.oneof(pages, boundPages), {minLength: 12, maxLength: 12})
    await fc.assert(fc.asyncProperty(articles, articles, queries, obeyLaw), {numRuns})
  }, 600_000)

  test('text::query finds and scores what match finds in the texts of a document', async () => {
    const article = fc.record({_id: id, title: prose, body: fc.array(block, {maxLength: 2})})
    const articles = fc.uniqueArray(article, {maxLength: 9, selector: (item) => item._id})
    const asked = fc.array(pattern, {minLength: 12, maxLength: 12})
    const texts = '[title, ...body[].children[].text, ...body[]{"text": pt::text(@)}.text, _id]'
    const compare = async (all: readonly LakeDocument[], words: readonly string[]) => {
      const dataset = lake.store.dataset(`law-${++datasets}`)
      const mutations = all.map((document) => ({create: document}))
      await dataset.commit({mutations, author: 'alice'})
      const client = lake.client('alice', {dataset: dataset.name, perspective: 'raw'})
      for (const quoted of words) {
        const terms = String(JSON.parse(quoted)).split(/\s+/u)
        const inTexts = parse(
          ask(terms.map((term) => `${texts} match ${JSON.stringify(term)}`).join(' && ')),
        )
        const expected = await (await evaluate(inTexts, {dataset: sorted(all)})).get()
        const answer = await client.fetch(ask(`[@, _id] match text::query(${quoted})`))
        expect({quoted, all, answer}).toEqual({quoted, all, answer: expected})
      }
    }
    await fc.assert(
      fc.asyncProperty(articles, asked, (all, words) =>
        compare(
          all.map((item) => ({...item, _type: 'article'})),
          words,
        ),
      ),
      {numRuns},
    )
  }, 600_000)

  test('a page ordered by an element of a list equals the slice that groq-js cuts', async () => {
    const articles = documents.map((all) => all.map((item) => ({...item, _type: 'article'})))
    const notes = fc.constantFrom(
      'notes',
      'notes[kind != "a"]',
      'notes[kind == $type || at > 1]',
      'notes[defined(at)]',
    )
    const also = fc.constantFrom('true', 's > "a"', '"a" in notes[].at', 'one._ref == "a"')
    const inner = fc.constantFrom('', ' | order(at desc)', ' | order(at)', ' | order(kind)')
    const cut = fc.constantFrom('[0]', '[0...2]', '[1...3]', '[0...20]')
    const then = fc.constantFrom('', ', _id asc', ', _id desc', ', n')
    const pages = fc
      .tuple(notes, notes, also, inner, direction, then, cut)
      .chain(([asked, other, more, sorting, way, next, part]) => {
        const start = `*[_type == "article" && ${more} && count(${asked}) > 0]`
        const last = `(${asked}${sorting})[0].at`
        return fc.constantFrom(
          `${start}{_id, n, "last": ${last}} | order(last${way}${next})${part}`,
          `${start} | order(${last}${way}${next})${part}`,
          `*[_type == "article" && count(${other}) > 0] | order(${last}${way}${next})${part}`,
        )
      })
    const queries = fc.array(pages, {minLength: 12, maxLength: 12})
    await fc.assert(fc.asyncProperty(articles, articles, queries, obeyLaw), {numRuns})
  }, 600_000)
})

let datasets = 0

/** Commits the first documents, then the others over them with some deleted, and asks everything as everybody. */
async function obeyLaw(
  before: readonly LakeDocument[],
  after: readonly LakeDocument[],
  queries: readonly string[],
): Promise<void> {
  const name = `law-${++datasets}`
  const dataset = lake.store.dataset(name)
  const earlier = before.map((document) => ({createOrReplace: document}))
  await dataset.commit({mutations: earlier, author: 'alice'})
  const gone = before.slice(0, 3).map(({_id}) => ({delete: {id: _id}}))
  const stored = after.map((document) => ({createOrReplace: document}))
  await dataset.commit({mutations: [...gone, ...stored], author: 'alice'})
  const all = dataset.getDocuments(ids)
  for (const viewer of viewers) {
    const {userId} = viewer
    const layers: string[] = [viewer.perspective].flat()
    const perspective = viewer.perspective === 'raw' ? 'raw' : layers
    const client = lake.client(userId, {dataset: name, perspective})
    for (const groq of queries) {
      const expected = await evaluate(parse(groq, {params}), {
        dataset: visible(all, viewer),
        params,
      })
      const answer = plain(await expected.get())
      const options = {
        connection: lake.store.database,
        dataset: name,
        caller: callerOf(userId),
        perspective: readPerspective(layers.join(','), 'v2025-02-19') ?? {type: 'raw'},
        now: new Date(),
      } as const
      // So small that every way through the indexes is gone
      for (const few of [-1, 3]) {
        const sizes = {page: 2, few, members: 4, ties: few < 0 ? 1 : 100}
        const {result} = await runQuery(groq, params, {...options, sizes})
        const small = plain(result)
        expect({groq, viewer, few, answer: small}).toEqual({groq, viewer, few, answer})
      }
      const other = await runQuery(groq, otherParams, options)
      const expectedOther = await evaluate(parse(groq, {params: otherParams}), {
        dataset: visible(all, viewer),
        params: otherParams,
      })
      expect({groq, viewer, answer: plain(other.result)}).toEqual({
        groq,
        viewer,
        answer: plain(await expectedOther.get()),
      })
      expect({groq, viewer, answer: await client.fetch(groq, params)}).toEqual({
        groq,
        viewer,
        answer,
      })
    }
  }
}

/** Commits the first documents, then one by one the others over them and a deletion of each, and looks whose answer becomes another. */
async function tagChanges(
  before: readonly LakeDocument[],
  after: readonly LakeDocument[],
  queries: readonly string[],
): Promise<void> {
  const dataset = lake.store.dataset(`law-${++datasets}`)
  const stored = before.map((document) => ({createOrReplace: document}))
  await dataset.commit({mutations: stored, author: 'alice'})
  const askAll = () =>
    Promise.all(
      viewers.flatMap((viewer) =>
        queries.map(async (groq) => {
          const layers = [viewer.perspective].flat().join(',')
          const answer = await runQuery(groq, params, {
            connection: lake.store.database,
            dataset: dataset.name,
            caller: callerOf(viewer.userId),
            perspective: readPerspective(layers, 'v2025-02-19') ?? {type: 'raw'},
            now: context.now,
          })
          return {viewer, groq, tags: answer.syncTags, result: plain(answer.result)}
        }),
      ),
    )
  let answers = await askAll()
  const changes = after.flatMap((document) => [
    {createOrReplace: document},
    {delete: {id: document._id}},
  ])
  for (const mutation of changes) {
    const told = {alice: new Set<string>(), anonymous: new Set<string>()}
    const stop = dataset.subscribe({
      commit({changes: changed}) {
        for (const change of changed) {
          const layers = dataset.getAllVersions([publishedIdOf(change.id)])
          const all = syncTagsOfChange(dataset.name, change, layers)
          const alone = isPublicId(change.id) ? syncTagsOfChange(dataset.name, change) : []
          for (const tag of all) told.alice.add(tag)
          for (const tag of alone) told.anonymous.add(tag)
        }
      },
      close: () => undefined,
    })
    await dataset.commit({mutations: [mutation], author: 'alice'})
    stop()
    const later = await askAll()
    for (const [index, {viewer, groq, tags, result}] of answers.entries()) {
      const heard = told[viewer.userId ?? 'anonymous']
      if (tags.some((tag) => heard.has(tag))) continue
      expect({viewer, groq, mutation, result: later[index]?.result}).toEqual({
        viewer,
        groq,
        mutation,
        result,
      })
    }
    answers = later
  }
}

function ask(matches: string): string {
  return `{"found": *[${matches}]._id, "scored": *|score(${matches})[_score > 0]|order(_id)._id}`
}

/** As it comes over the line. */
function plain(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer ?? null))
}

test('a query that reads for too long ends with the way out', async () => {
  const source = {
    get: () => undefined,
    *scan() {
      yield* [{_id: 'a', _type: 'article'}]
    },
  }
  const answer = evaluateQuery('*', {}, {...context, source, maximumMilliseconds: 0})
  await expect(answer).rejects.toThrow(
    'The query took longer than 0 ms; narrow it by _id, _type or references()',
  )
})

test('what no outer document has a say in is asked once, however deep it stands', async () => {
  let scans = 0
  const source = {
    get: () => undefined,
    *scan() {
      scans++
      yield* Array.from({length: 6}, (_, index) => ({_id: `d${index}`, _type: 'article'}))
    },
  }
  const deep = Array.from({length: 9}).reduce<string>((inner) => `*[_id in ${inner}._id]`, '*')
  const answer: unknown = await evaluateQuery(`${deep}._id`, {}, {...context, source})
  expect({answer, scans}).toEqual({answer: ['d0', 'd1', 'd2', 'd3', 'd4', 'd5'], scans: 10})
})

test('a query nested beyond the limit is refused, and nothing of it goes on or fails later', async () => {
  const six = Array.from({length: 6}, (_, index) => ({_id: `d${index}`, _type: 'article'}))
  const source = {
    get: (wanted: string) => six.find(({_id}) => _id === wanted),
    *scan() {
      yield* six
    },
  }
  const deep = Array.from({length: 9}).reduce<string>(
    (inner) => `*[^._type == "note" || _id in ${inner}._id]`,
    '*[_type == "article"]',
  )
  const answer = evaluateQuery(deep, {}, {...context, source, maximumMilliseconds: 30})
  await expect(answer).rejects.toThrow('The query took longer than 30 ms')
})

const context = {dataset: 'production', identity: 'alice', now: new Date('2026-11-23T06:00:00Z')}
