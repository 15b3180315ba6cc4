import fc from 'fast-check'
import {expect, test} from 'vitest'

import {contentOf, type Fields} from '../../ingest/merge-content.ts'
import {carryKeys, mergeArticle} from '../../ingest/merge.ts'
import {paragraph} from '../testing/paragraph.ts'
import {decidedArticle} from './decided-article.ts'
import {deskChanges, isTakeable} from './desk-changes.ts'

const article = {_id: 'drafts.article-a', _type: 'article'}

const texts = fc.uniqueArray(fc.constantFrom('one', 'two', 'three', 'four', 'five', 'six', 'seven'))
const version = (prefix: string) =>
  fc
    .record({headline: fc.constantFrom('Sail', 'Stop'), body: texts}, {requiredKeys: []})
    .map(({body = [], ...heads}): Fields => {
      const blocks = body.map((text, at) => paragraph(`${prefix}${at}`, `${text} ${text} ${text}`))
      return blocks.length === 0 ? heads : Object.assign(heads, {body: blocks})
    })
const pair = fc
  .tuple(version('a'), version('b'))
  .map(([before, after]) => ({before, after: carryKeys(before, after)}))

test('what nobody has edited: taking all gives the new version, keeping all the old one', () => {
  fc.assert(
    fc.property(pair, (versions) => {
      const old = {...article, ...versions.before}
      const merged = mergeArticle({
        base: versions.before,
        theirs: versions.after,
        ours: old,
      }).article
      const changes = deskChanges(versions, merged, undefined)
      expect(changes.map(({state}) => state)).toEqual(changes.map(() => 'taken'))

      const kept = decidedArticle(merged, changes, 'ours', versions)
      expect(contentOf(kept)).toBe(contentOf(old))

      const again = deskChanges(versions, kept, undefined)
      const taken = decidedArticle(kept, again, 'theirs', versions)
      expect(contentOf(taken)).toBe(contentOf(merged))
    }),
  )
})

test('an embargo that the wire leaves out is not lifted by taking its words', () => {
  const embargo = {_type: 'embargo', active: true, textAsReceived: 'Hold until Friday'}
  const versions = {before: {embargo}, after: {}}
  const takeable = (ours: Fields) => deskChanges(versions, ours, undefined).map(isTakeable)

  expect(takeable({...article, embargo})).toEqual([false])
  expect(takeable({...article, embargo: {...embargo, active: false}})).toEqual([true])
})
