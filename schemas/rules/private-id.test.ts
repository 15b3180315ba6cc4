import {expect, test} from 'vitest'

import {isPrivateId, privateOncePublished} from './private-id.ts'

test.for([
  ['article-3f2a', false],
  ['drafts.article-3f2a', true],
  ['versions.r1.article-3f2a', true],
  ['record.article-3f2a', true],
  ['source.3f2a', true],
] as const)('isPrivateId: %s', ([id, expected]) => {
  expect(isPrivateId(id)).toBe(expected)
})

const open =
  'Anyone could read "3f2a": a document of this type needs an id with a dot, such as "record.3f2a"'

test.for([
  ['record.article-3f2a', true],
  ['drafts.rule.promo', true],
  ['drafts.3f2a', open],
  ['versions.r1.3f2a', open],
  ['3f2a', open],
] as const)('privateOncePublished: %s', ([_id, expected]) => {
  expect(privateOncePublished({_id})).toBe(expected)
})
