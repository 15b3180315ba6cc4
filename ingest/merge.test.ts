import fc from 'fast-check'
import {expect, test} from 'vitest'

import {contentOf, type Fields, isSame, type Item, itemsOf} from './merge-content.ts'
import {patchBetween} from './merge-patch.ts'
import {carryKeys, mergeArticle} from './merge.ts'

function paragraph(key: string, text: string, marks: readonly string[] = []): Item {
  return {
    _key: key,
    _type: 'block',
    style: 'normal',
    markDefs: [],
    children: [{_key: `${key}s0`, _type: 'span', text, marks}],
  }
}

const FERRY = 'The ferries will sail again on Monday, their operator said.'
const FERRY_LATER = 'The ferries will sail again on Tuesday, their operator said.'
const CREWS = 'Crews had struck for nine days over pay and cabins.'
const PORT = 'The port of Callow takes no cars before noon.'
const base = {
  headline: 'Ferry to sail again',
  body: [paragraph('a1', FERRY), paragraph('a2', CREWS), paragraph('a3', PORT)],
}

test('what nobody edited takes the new text and keeps its key', () => {
  const theirs = {
    headline: 'Ferry to sail on Tuesday',
    body: [paragraph('b1', FERRY_LATER), paragraph('b2', CREWS), paragraph('b3', PORT)],
  }
  const {article, conflicts} = mergeArticle({base, theirs, ours: base})
  expect(conflicts).toEqual([])
  expect(patchBetween(base, article)).toEqual([
    {
      set: {
        'headline': 'Ferry to sail on Tuesday',
        'body[_key=="a1"].children': [{_key: 'b1s0', _type: 'span', text: FERRY_LATER, marks: []}],
      },
    },
  ])
})

test('what an editor changed stays and is a conflict with all three texts', () => {
  const mine = paragraph('a1', 'Ferries sail on Monday.')
  const ours = {headline: 'Boats are back', body: [mine, ...base.body.slice(1)]}
  const theirs = {...base, body: [paragraph('b1', FERRY_LATER), ...base.body.slice(1)]}
  expect(mergeArticle({base, theirs, ours})).toEqual({
    article: ours,
    isEdited: true,
    conflicts: [
      {
        field: 'body[_key=="a1"]',
        base: base.body[0],
        theirs: {...paragraph('b1', FERRY_LATER), _key: 'a1'},
        ours: mine,
      },
    ],
  })
})

test('moves of the copy are followed by key; a paragraph that the editor wrote stays behind its neighbour', () => {
  const own = paragraph('e1', 'Our reporter counted four boats at the quay.')
  const ours = {...base, body: [...base.body.slice(0, 2), own, ...base.body.slice(2)]}
  const theirs = {...base, body: [base.body[2], base.body[0], base.body[1]]}
  const {article, conflicts} = mergeArticle({base, theirs, ours})
  expect(conflicts).toEqual([])
  expect(itemsOf(article['body']).map(({_key}) => _key)).toEqual(['a3', 'a1', 'a2', 'e1'])
  expect(patchBetween(ours, article)).toEqual([
    {unset: ['body[_key=="a3"]']},
    {insert: {before: 'body[0]', items: [base.body[2]]}},
  ])
})

test('a paragraph that the copy and the editor split alike stands once', () => {
  const [first, second] = [
    'Crews had struck',
    'for nine days over pay, cabins and the rota of the winter.',
  ]
  const before = {body: [paragraph('a1', FERRY), paragraph('a2', `${first} ${second}`)]}
  const ours = {body: [paragraph('a1', FERRY), paragraph('a2', first), paragraph('x1', second)]}
  const theirs = {body: [paragraph('b1', FERRY), paragraph('b2', first), paragraph('b3', second)]}

  expect(mergeArticle({base: before, theirs, ours})).toEqual({
    article: ours,
    isEdited: true,
    conflicts: [],
  })
})

test('a link that an editor put on words goes with them into the new text', () => {
  const link = {_key: 'l1', _type: 'link', href: 'https://example.org/'}
  const linked = {
    ...paragraph('a1', ''),
    markDefs: [link],
    children: [
      {_key: 'x', _type: 'span', text: 'The ferries will sail again on Monday, ', marks: []},
      {_key: 'y', _type: 'span', text: 'their operator', marks: ['l1']},
      {_key: 'z', _type: 'span', text: ' said.', marks: []},
    ],
  }
  const ours = {...base, body: [linked, ...base.body.slice(1)]}
  const theirs = {...base, body: [paragraph('b1', FERRY_LATER), ...base.body.slice(1)]}
  const {article, conflicts} = mergeArticle({base, theirs, ours})
  expect(conflicts).toEqual([])
  expect(itemsOf(article['body'])[0]).toEqual({
    ...paragraph('a1', ''),
    markDefs: [link],
    children: [
      {_key: 'a1s0', _type: 'span', text: 'The ferries will sail again on Tuesday, ', marks: []},
      {_key: 'a1s1', _type: 'span', text: 'their operator', marks: ['l1']},
      {_key: 'a1s2', _type: 'span', text: ' said.', marks: []},
    ],
  })
})

test('a link that an editor put on a word goes to the same word, not into another one', () => {
  const link = {_key: 'l1', _type: 'link', href: 'https://example.org/'}
  const linked = {
    ...paragraph('a1', ''),
    markDefs: [link],
    children: [
      {_key: 'x', _type: 'span', text: 'The bank left its ', marks: []},
      {_key: 'y', _type: 'span', text: 'rate', marks: ['l1']},
      {_key: 'z', _type: 'span', text: ' for firms as it was in May.', marks: []},
    ],
  }
  const before = {body: [paragraph('a1', 'The bank left its rate for firms as it was in May.')]}
  const into = (text: string) =>
    mergeArticle({base: before, theirs: {body: [paragraph('b1', text)]}, ours: {body: [linked]}})
  const corporate = 'The bank left its corporate costs for firms as it was in May.'
  expect(into(corporate)).toMatchObject({
    article: {body: [linked]},
    conflicts: [{field: 'body[_key=="a1"]'}],
  })
  const both = 'The bank left its corporate rate for firms as it was in May.'
  expect(into(both)).toMatchObject({
    article: {
      body: [
        {
          children: [
            {text: 'The bank left its corporate ', marks: []},
            {text: 'rate', marks: ['l1']},
            {text: ' for firms as it was in May.', marks: []},
          ],
        },
      ],
    },
    conflicts: [],
  })
})

test('the support that an editor gave a key point stays when its text is the copy’s', () => {
  const point = {_key: 'k1', _type: 'keyPoint', text: 'Ferries sail again on Monday'}
  const before = {keyPoints: [point]}
  const theirs = {keyPoints: [{...point, _key: 'z1', text: 'Ferries sail again on Tuesday'}]}
  const ours = {keyPoints: [{...point, supports: ['a1']}]}
  expect(mergeArticle({base: before, theirs, ours})).toEqual({
    article: {keyPoints: [{...point, text: 'Ferries sail again on Tuesday', supports: ['a1']}]},
    conflicts: [],
    isEdited: true,
  })
})

test('an embargo is never lifted and a correction never taken away by a new text', () => {
  const embargo = {_type: 'embargo', active: true, textAsReceived: 'EMBARGOED'}
  const corrections = [{_key: 'n1', _type: 'correction', type: 'correction', text: 'Corrects name'}]
  const before = {...base, embargo, corrections}
  expect(mergeArticle({base: before, theirs: base, ours: before})).toEqual({
    article: before,
    conflicts: [{field: 'embargo', base: embargo, ours: embargo}],
    isEdited: false,
  })
})

test('a correction of the copy is put behind those there are', () => {
  const mine = {_key: 'm1', _type: 'correction', type: 'update', text: 'Adds a quote'}
  const theirs = {...base, corrections: [{...mine, _key: 'n1', text: 'Corrects the day'}]}
  const ours = {...base, corrections: [mine]}
  expect(patchBetween(ours, mergeArticle({base, theirs, ours}).article)).toEqual([
    {
      insert: {
        after: 'corrections[_key=="m1"]',
        items: [{...mine, _key: 'n1', text: 'Corrects the day'}],
      },
    },
  ])
})

test.for([
  ['as it was', ['a1', 'mine', 'a2', 'a3'], ['a1', 'mine', 'b4', 'a2', 'a3']],
  ['moved by the editor', ['a3', 'a1', 'mine', 'a2'], ['a3', 'a1', 'mine', 'b4', 'a2']],
] as const)(
  'where both add a paragraph at one place the editor’s comes first, with the order %s',
  ([, order, expected]) => {
    const mine = paragraph('mine', 'The pier café opens at six.')
    const ours = [...base.body, mine].toSorted(
      (one, other) =>
        order.findIndex((key) => key === one._key) - order.findIndex((key) => key === other._key),
    )
    const theirs = [
      paragraph('b1', FERRY),
      paragraph('b4', 'Two thousand passengers wait.'),
      paragraph('b2', CREWS),
      paragraph('b3', PORT),
    ]
    const {article, conflicts} = mergeArticle({
      base,
      theirs: {...base, body: theirs},
      ours: {...base, body: ours},
    })
    expect(itemsOf(article['body']).map(({_key}) => _key)).toEqual(expected)
    expect(conflicts).toEqual([])
  },
)

test('conflicts stand in the order of the former text, wherever the copy has moved its paragraphs', () => {
  const edited = [
    paragraph('a1', `${FERRY} Ours.`),
    paragraph('a2', CREWS),
    paragraph('a3', `${PORT} Ours.`),
  ]
  const theirs = {
    ...base,
    body: [
      paragraph('b1', `${PORT} Theirs.`),
      paragraph('b2', CREWS),
      paragraph('b3', `${FERRY} Theirs.`),
    ],
  }
  const once = mergeArticle({base, theirs, ours: {...base, body: edited}})
  const twice = mergeArticle({base, theirs, ours: once.article})
  const fields = ['body[_key=="a1"]', 'body[_key=="a3"]']
  expect(once.conflicts.map(({field}) => field)).toEqual(fields)
  expect(twice.conflicts.map(({field}) => field)).toEqual(fields)
})

test('keys are carried over the versions of a story, so a rewritten paragraph is found', () => {
  const second = {body: [paragraph('b1', FERRY_LATER), paragraph('b2', CREWS)]}
  expect(itemsOf(carryKeys(base, second)['body']).map(({_key}) => _key)).toEqual(['a1', 'a2'])
})

// Texts of one word each: never alike, so that what a change is to the merge is what the generator meant.
const WORDS = ['alder', 'birch', 'cedar', 'elder', 'fir', 'hazel', 'larch', 'maple', 'oak', 'pine']
const NEW_WORDS = ['quartz', 'slate', 'chalk', 'flint', 'marl']

interface Edit {
  readonly kind: 'change' | 'remove' | 'insert' | 'move'
  readonly at: number
  readonly to: number
}

const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('change', 'remove', 'insert', 'move'),
    at: fc.nat(9),
    to: fc.nat(9),
  }),
  {maxLength: 4},
)
const length = fc.integer({min: 0, max: WORDS.length})

function textOf(word: string): string {
  return `${word} one two three`.replaceAll(/one|two|three/gu, (number) => word + number)
}

function baseOf(size: number): Fields {
  return {
    headline: 'Head',
    body: WORDS.slice(0, size).map((word) => paragraph(`k${word}`, textOf(word))),
  }
}

function edit(fields: Fields, changes: readonly Edit[], by: string): Fields {
  const body = [...itemsOf(fields['body'])]
  for (const [number, {kind, at, to}] of changes.entries()) {
    const index = body.length === 0 ? 0 : at % body.length
    const old = body[index]
    const text = textOf(`${by}${NEW_WORDS[number] ?? ''}`)
    if (kind === 'insert') body.splice(index, 0, paragraph(`${by}${number}`, text))
    if (old === undefined) continue
    if (kind === 'change') body[index] = paragraph(old._key, `${contentText(old)} ${by}${number}`)
    if (kind === 'remove') body.splice(index, 1)
    if (kind === 'move') body.splice(to % body.length, 0, ...body.splice(index, 1))
  }
  return {...fields, body}
}

function contentText(block: Item): string {
  return itemsOf(block['children'])
    .map(({text}) => String(text))
    .join('')
}

function newKeys(fields: Fields): Fields {
  return {
    ...fields,
    body: itemsOf(fields['body']).map((item, index) =>
      Object.assign({...item}, {_key: `n${index}`}),
    ),
  }
}

function contents(fields: Fields): readonly string[] {
  return itemsOf(fields['body']).map(contentOf)
}

function missing(fields: Fields, found: ReadonlySet<string>): readonly string[] {
  return contents(fields).filter((content) => !found.has(content))
}

const versions = fc.record({size: length, mine: edits, copy: edits}).map(({size, mine, copy}) => {
  const before = baseOf(size)
  return {
    base: before,
    ours: edit(before, mine, 'ours'),
    theirs: newKeys(edit(before, copy, 'theirs')),
  }
})

test('law: no edit is lost: each paragraph that an editor wrote or changed stands in the article', () => {
  fc.assert(
    fc.property(versions, ({base: before, theirs, ours}) => {
      const {article} = mergeArticle({base: before, theirs, ours})
      expect(missing(ours, new Set([...contents(before), ...contents(article)]))).toEqual([])
    }),
  )
})

test('law: nothing of the copy is lost: each new paragraph stands in the article or in a conflict', () => {
  fc.assert(
    fc.property(versions, ({base: before, theirs, ours}) => {
      const {article, conflicts} = mergeArticle({base: before, theirs, ours})
      const told = conflicts.map((conflict) => contentOf(conflict.theirs))
      const found = new Set([...contents(before), ...contents(article), ...told])
      expect(missing(theirs, found)).toEqual([])
    }),
  )
})

test.for([
  ['without a key', undefined],
  ['under another’s key', 'a2'],
  ['under a key that no path can hold', 'a"b'],
] as const)('what a program wrote %s stays beside the new copy', ([, key]) => {
  const {_key, ...written} = paragraph('', 'Our reporter counted four boats at the quay.')
  const mine = {...written, ...(key !== undefined && {_key: key})}
  const ours = {...base, body: [...base.body, mine], corrections: ['Mine']}
  const theirs = {
    body: [paragraph('b1', FERRY_LATER), paragraph('b2', CREWS), paragraph('b3', PORT)],
    headline: 'Ferry to sail again',
    corrections: [{_key: 'n1', _type: 'correction', type: 'correction', text: 'Corrects the day'}],
  }
  const {article, isEdited} = mergeArticle({base, theirs, ours})
  const body = [
    {...theirs.body[0], _key: 'a1'},
    base.body[1],
    base.body[2],
    {...written, _key: 'k'},
  ]
  const corrections = ['Mine', ...theirs.corrections]
  expect([article, isEdited]).toEqual([{...base, body, corrections}, true])
  expect(patchBetween(ours, article)).toEqual([{set: {body, corrections}}])
})

test('a list in which something is no item is left to an editor', () => {
  const ours = {...base, body: ['Mine', ...base.body]}
  const theirs = {...base, body: [paragraph('b1', FERRY_LATER)]}
  expect(mergeArticle({base, theirs, ours})).toEqual({
    article: ours,
    conflicts: [{field: 'body', base: base.body, theirs: theirs.body, ours: ours.body}],
    isEdited: true,
  })
})

test('law: a merge of nothing is nothing', () => {
  fc.assert(
    fc.property(versions, ({base: before, ours}) => {
      const {article, conflicts} = mergeArticle({base: before, theirs: newKeys(before), ours})
      expect([patchBetween(ours, article), conflicts]).toEqual([[], []])
    }),
  )
})

test('law: where nobody edited, the article becomes the new copy', () => {
  fc.assert(
    fc.property(versions, ({base: before, theirs}) => {
      const {article, conflicts} = mergeArticle({base: before, theirs, ours: before})
      expect(conflicts).toEqual([])
      expect(itemsOf(article['body']).map(contentOf)).toEqual(
        itemsOf(theirs['body']).map(contentOf),
      )
    }),
  )
})

test('law: merging the same copy again changes nothing and finds the same conflicts', () => {
  fc.assert(
    fc.property(versions, ({base: before, theirs, ours}) => {
      const once = mergeArticle({base: before, theirs, ours})
      const twice = mergeArticle({base: before, theirs, ours: once.article})
      expect([patchBetween(once.article, twice.article), twice.conflicts]).toEqual([
        [],
        once.conflicts,
      ])
    }),
  )
})

test('law: keys in an article are its own, once each', () => {
  fc.assert(
    fc.property(versions, ({base: before, theirs, ours}) => {
      const body = itemsOf(mergeArticle({base: before, theirs, ours}).article['body'])
      expect(new Set(body.map(({_key}) => _key)).size).toBe(body.length)
    }),
  )
})

function change(fields: Fields, indexes: readonly number[], by: string): Fields {
  return {
    ...fields,
    body: itemsOf(fields['body']).map((item, index) =>
      indexes.includes(index) ? paragraph(item._key, `${contentText(item)} ${by}`) : item,
    ),
  }
}

test('law: updates that touch different paragraphs give the same text in either order', () => {
  fc.assert(
    fc.property(length, fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), (size, indexes) => {
      const before = baseOf(size)
      const others = [...WORDS.keys()].filter((index) => !indexes.includes(index))
      const [left, right] = [change(before, indexes, 'l'), change(before, others, 'r')]
      const one = mergeArticle({base: before, theirs: newKeys(left), ours: right})
      const other = mergeArticle({base: before, theirs: newKeys(right), ours: left})
      expect([...one.conflicts, ...other.conflicts]).toEqual([])
      expect(isSame(one.article['body'], other.article['body'])).toBe(true)
    }),
  )
})
