import {BufferedDocument, Mutation} from '@sanity/mutator'
import {expect, test} from 'vitest'

import {outlivePublishing} from './outlive-publishing.ts'

test('a draft may go while a change is on its way to it, and one that makes it anew still does', () => {
  outlivePublishing()
  const draft = {_id: 'drafts.a', _type: 'article', _rev: '1', headline: 'Ferry'}
  const buffered = new BufferedDocument(draft)
  buffered.commitHandler = () => undefined
  buffered.add(mutation('mine', {patch: {id: 'drafts.a', set: {headline: 'Ferry talks'}}}))
  void buffered.commit()
  buffered.arrive(
    new Mutation({
      transactionId: 'published',
      previousRev: '1',
      resultRev: '2',
      mutations: [{delete: {id: 'drafts.a'}}],
    }),
  )

  expect(buffered.LOCAL).toBe(null)
  expect(mutation('again', {createIfNotExists: draft}).apply(null)).toMatchObject(draft)
})

function mutation(transactionId: string, change: Mutation['mutations'][number]): Mutation {
  return new Mutation({transactionId, mutations: [change]})
}
