import {expect, test} from 'vitest'

import {changeTexts} from './change-texts.ts'

const ferry = {
  _id: 'ferry',
  _type: 'topic',
  title: 'Ferry',
  _createdAt: '2026-11-23T06:00:00Z',
  _updatedAt: '2026-11-23T06:00:00Z',
}
const patch = {patch: {id: 'ferry', set: {title: 'Ferries'}}}

test.for([
  ['create', {create: ferry}],
  ['createIfNotExists', {createIfNotExists: ferry}],
  ['createOrReplace', {createOrReplace: ferry}],
] as const)(
  'of a document that "%s" has made, the name of the mutation is written, not the document once more',
  ([name, mutation]) => {
    const change = {id: 'ferry', before: undefined, after: ferry, mutations: [mutation]}
    expect(changeTexts(change, 'r2', ferry._updatedAt)).toEqual({
      document: JSON.stringify({...ferry, _rev: 'r2'}),
      content: JSON.stringify(ferry),
      mutations: name,
    })
  },
)

test('a name with nothing at it is not written', () => {
  const after = {...ferry, kicker: undefined}
  const change = {id: 'ferry', before: undefined, after, mutations: [{create: after}]}
  expect(changeTexts(change, 'r2', ferry._updatedAt)).toEqual({
    document: JSON.stringify({...ferry, _rev: 'r2'}),
    content: JSON.stringify(ferry),
    mutations: 'create',
  })
})

test('a document that is replaced stands in its mutation', () => {
  const mutations = [{createOrReplace: ferry}]
  const change = {id: 'ferry', before: {...ferry, _rev: 'r1'}, after: ferry, mutations}
  expect(changeTexts(change, 'r2', 'later').mutations).toBe(JSON.stringify(mutations))
})

test.for([
  ['made and changed', {...ferry, title: 'Ferries'}, [{create: ferry}, patch]],
  ['changed', {...ferry, title: 'Ferries'}, [patch]],
  ['made at another time than it says', ferry, [{create: {...ferry, _updatedAt: 'before'}}]],
] as const)('a document that is %s stands in all texts as it is', ([, after, mutations]) => {
  const texts = changeTexts(
    {id: 'ferry', before: undefined, after, mutations},
    'r2',
    ferry._updatedAt,
  )
  expect(texts).toEqual({
    document: JSON.stringify({...after, _rev: 'r2'}),
    content: JSON.stringify(after),
    mutations: JSON.stringify(mutations),
  })
})

test('the revision and the time of a change are those of its transaction', () => {
  const before = {...ferry, _rev: 'r1'}
  const {document = ''} = changeTexts(
    {id: 'ferry', before, after: before, mutations: [patch]},
    'r2',
    'later',
  )
  expect(JSON.parse(document)).toEqual({...ferry, _rev: 'r2', _updatedAt: 'later'})
})

test('a document that is deleted leaves its mutation', () => {
  const mutations = [{delete: {id: 'ferry'}}]
  expect(
    changeTexts({id: 'ferry', before: ferry, after: undefined, mutations}, 'r2', 'later'),
  ).toEqual({
    mutations: JSON.stringify(mutations),
  })
})
