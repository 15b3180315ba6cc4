import fc from 'fast-check'

/** So few that documents hide, refer to and equal each other. */
export const ids = [
  'a',
  'b',
  'c',
  'Z',
  'drafts.a',
  'drafts.b',
  'versions.r1.a',
  'record.a',
  'record.c',
]
const types = ['article', 'contributor', 'record']
export const id = fc.constantFrom(...ids)
export const type = fc.constantFrom(...types)

/** What refers to nothing has a value that can be compared all the same. */
const target = fc.oneof({weight: 9, arbitrary: id}, fc.constantFrom('', 5))
const reference = target.map((to) => ({_type: 'reference', _ref: to, _weak: true}))
// What sorts differently by UTF-8 bytes, by locale, or by the beginning alone
export const text = fc.constantFrom(
  '',
  'a',
  'B',
  'ab',
  '\uFF5E',
  '\u{1F600}',
  '\uD83D',
  '\u0000',
  'x'.repeat(120),
  `${'x'.repeat(120)}1`,
  `${'x'.repeat(120)}2`,
  // So long that it is not in the head of its document
  `y${' z'.repeat(600)}`,
)
export const scalar = fc.oneof(
  fc.constantFrom(0, -0, 1, 2, -1, 0.5, -1.5, 1e300, -1e300),
  text,
  fc.boolean(),
  fc.constant(null),
)
const word = fc.constantFrom(
  'U.S.',
  'us',
  '3.5',
  '35',
  'Straße',
  'STRASSE',
  'élan',
  'É.é',
  '\u017F',
  'S',
  '\u{1F600}',
  '..',
  "o'clock",
  'well-known',
  'a\u0001b',
  '\uD83D',
  'Paris,',
  'parish',
  '...',
  'a_b',
  '\u0130',
  'i',
)
export const prose = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '', '\n')), {maxLength: 4})
  .map((parts) => parts.flat().join(''))
export const block = fc.array(prose, {maxLength: 3}).map((texts) => ({
  _type: 'block',
  children: texts.map((spanText) => ({_type: 'span', text: spanText})),
}))
export const pattern = fc
  .tuple(fc.constantFrom('', '*', '.'), word, fc.constantFrom('', '*', ' par*', '*s', '.'))
  .map((parts) => JSON.stringify(parts.join('')))
export const documents = fc.uniqueArray(
  fc.record(
    {
      _id: id,
      _type: type,
      n: fc.oneof(scalar, fc.constant([1]), fc.constant({a: 1})),
      s: fc.oneof(text, id),
      body: fc.array(block, {maxLength: 2}),
      title: prose,
      tags: fc.oneof(fc.array(fc.oneof(scalar, id), {maxLength: 3}), scalar),
      one: reference,
      many: fc.array(reference, {maxLength: 3}),
      nested: fc.record({deep: reference}),
      notes: fc.oneof(
        fc.array(
          fc.oneof(
            fc.record(
              {kind: fc.constantFrom('a', 'b'), at: fc.oneof(scalar, fc.constant([1]))},
              {requiredKeys: []},
            ),
            scalar,
          ),
          {maxLength: 3},
        ),
        scalar,
      ),
      wanted: fc.oneof(id, fc.array(fc.oneof(id, fc.integer(), fc.constant(null))), fc.integer()),
    },
    {requiredKeys: ['_id', '_type']},
  ),
  {maxLength: 9, selector: (document) => document._id},
)
