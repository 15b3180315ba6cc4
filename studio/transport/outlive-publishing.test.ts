import {BufferedDocument, Mutation} from '@sanity/mutator'
import {beforeAll, beforeEach, describe, expect, test} from 'vitest'

import {outlivePublishing} from './outlive-publishing.ts'

const draft = {_id: 'drafts.a', _type: 'article', _rev: '1', headline: 'Ferry'}

describe('A draft that is published while somebody types', () => {
  let buffered: BufferedDocument
  let sent: Mutation[]
  let answers: (() => void)[]

  beforeAll(outlivePublishing)

  beforeEach(() => {
    sent = []
    answers = []
    buffered = new BufferedDocument({...draft})
    buffered.commitHandler = ({mutation, success}) => {
      sent.push(mutation)
      answers.push(success)
    }
  })

  test('keeps what was typed and not sent yet, and sends it', async () => {
    type('Ferry talks')
    buffered.arrive(published('1'))
    await answer()

    expect(buffered.LOCAL).toMatchObject({_id: 'drafts.a', headline: 'Ferry talks'})
    expect(sent.map(({mutations}) => mutations)).toEqual([
      [
        {createIfNotExists: expect.objectContaining({_id: 'drafts.a', headline: 'Ferry'})},
        {
          patch: {
            id: 'drafts.a',
            diffMatchPatch: {headline: '@@ -1,5 +1,11 @@\n Ferry\n+ talks\n'},
          },
        },
      ],
    ])
  })

  test('keeps what waits while the lake has what was sent before it, and has not answered', async () => {
    type('Ferry talks')
    void buffered.commit()
    buffered.arrive(
      new Mutation({
        transactionId: sent[0]?.transactionId ?? '',
        previousRev: '1',
        resultRev: '2',
        mutations: sent[0]?.mutations ?? [],
      }),
    )
    type('Ferry talks on')
    buffered.arrive(published('2'))
    type('Ferry talks on!')
    await answer()
    await answer()

    expect(buffered.LOCAL).toMatchObject({_id: 'drafts.a', headline: 'Ferry talks on!'})
    expect(sent.length).toBe(2)
  })

  test('takes a key that is pressed before the form knows that it went', () => {
    buffered.arrive(published('1'))
    type('Ferry!')
    void buffered.commit()

    expect(buffered.LOCAL).toMatchObject({_id: 'drafts.a', headline: 'Ferry!'})
    expect(sent[0]?.mutations.map((part) => Object.keys(part))).toEqual([
      ['createIfNotExists'],
      ['patch'],
    ])
  })

  test('becomes what the lake makes of it', async () => {
    type('Ferry talks')
    buffered.arrive(published('1'))
    await answer()
    buffered.arrive(
      new Mutation({
        transactionId: sent[0]?.transactionId ?? '',
        resultRev: '3',
        mutations: [{create: {...draft, _rev: '3', headline: 'Old ferry talks'}}],
      }),
    )

    expect(buffered.LOCAL).toMatchObject({_id: 'drafts.a', headline: 'Old ferry talks'})
  })

  test('is no fault to a change without it', () => {
    expect(change({patch: {id: 'drafts.a', set: {headline: ''}}}).apply(null)).toBe(null)
    expect(change({createIfNotExists: draft}).apply(null)).toMatchObject(draft)
  })

  function type(headline: string): void {
    buffered.add(change({patch: {id: 'drafts.a', set: {headline}}}))
  }

  /** The lake answers what it was sent first. */
  async function answer(): Promise<void> {
    answers.shift()?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
})

function published(previousRev: string): Mutation {
  return new Mutation({
    transactionId: 'published',
    previousRev,
    resultRev: 'none',
    mutations: [{delete: {id: 'drafts.a'}}],
  })
}

function change(mutation: Mutation['mutations'][number]): Mutation {
  return new Mutation({transactionId: 'typed', mutations: [mutation]})
}
