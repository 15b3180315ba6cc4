import fc from 'fast-check'

import {id, pattern, scalar, text, type} from './generated-documents.ts'

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
/** What a condition compares with. */
export const value = fc.oneof(
  literal,
  scalar.map((constant) => JSON.stringify(constant)),
  fc.constantFrom('$id', '$ids', '$type'),
)
const path = fc.constantFrom('n', 's', 'one._ref', 'nested.deep', 'wanted', 'tags', 'other', '_id')
const elements = fc.constantFrom('tags', 'tags[]', 'many[]._ref', 'wanted', 'many')
const operator = fc.constantFrom('==', '<', '<=', '>', '>=', '!=')

const range = fc
  .tuple(
    fc.constantFrom(
      ['-1', '2'],
      ['0', '0.5'],
      ['1', '1'],
      ['"a"', '"ab"'],
      ['""', '"b"'],
      ['2', '-1'],
    ),
    fc.constantFrom('..', '...'),
  )
  .map(([[from, to], dots]) => `${from}${dots}${to}`)

export function condition(operand: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const simple = fc.oneof(
    operand.map((right) => `_id == ${right}`),
    operand.map((right) => `${right} == _id`),
    operand.map((right) => `_type == ${right}`),
    fc.oneof(list, operand).map((right) => `_id in ${right}`),
    fc.oneof(list, operand).map((right) => `_type in ${right}`),
    fc.oneof(list, operand).map((right) => `references(${right})`),
    operand.map((right) => `sanity::versionOf(${right})`),
    fc.tuple(path, operator, operand).map(([left, sign, right]) => `${left} ${sign} ${right}`),
    fc.tuple(operand, operator, path).map(([left, sign, right]) => `${left} ${sign} ${right}`),
    fc.tuple(path, list).map(([left, right]) => `${left} in ${right}`),
    fc.tuple(operand, elements).map(([left, right]) => `${left} in ${right}`),
    fc.tuple(path, range).map(([left, right]) => `${left} in ${right}`),
    fc
      .tuple(fc.constantFrom('string::startsWith', '!string::startsWith'), path, text)
      .map(([call, left, start]) => `${call}(${left}, ${JSON.stringify(start)})`),
    // What other documents say: the inner * has its own candidates
    fc
      .tuple(fc.constantFrom('_id', 's', 'one._ref'), operand, elements)
      .map(([left, right, found]) => `${left} in *[_type == ${right} || n > 0].${found}`),
    operand.map((right) => `count(*[references(^._id) && _type == ${right}]) > 0`),
    path.map((argument) => `defined(${argument})`),
    fc
      .tuple(
        fc.constantFrom(
          'title',
          'pt::text(body)',
          'body[].children[].text',
          '[title, _id]',
          'tags',
          '_id',
        ),
        fc.oneof(pattern, list),
      )
      .map(([left, right]) => `${left} match ${right}`),
    fc.constantFrom('count(tags) > 0', 'count(tags[@ == "a"]) > 0', 'count(many[]) > 1'),
    fc.constantFrom(
      'defined(n)',
      'n > 1',
      'many[]._ref match "a"',
      '_id in path("drafts.**")',
      // groq-js evaluates it with promises alone
      'diff::changedAny(@, {"n": 1}, n)',
    ),
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

export const direction = fc.constantFrom('', ' asc', ' desc')
const ordering = fc
  .tuple(fc.oneof(path, fc.constant('_type')), direction)
  .map((parts) => parts.join(''))
const slice = fc.constantFrom(
  '[0]',
  '[1]',
  '[0...1]',
  '[0..1]',
  '[1...3]',
  '[0...20]',
  '[-1]',
  '[0...0]',
)
/** A page of a list, as the desk and the frontends ask for it. */
export const page = fc
  .tuple(
    fc.array(ordering, {minLength: 1, maxLength: 2}),
    fc.constantFrom('', '{_id, n, s, "orderings": [s, n]}', '{_id, "n": s}'),
    slice,
  )
  .chain(([orderings, projection, cut]) =>
    fc.constantFrom(
      ` | order(${orderings.join(', ')})${cut}`,
      `${projection} | order(${orderings.join(', ')})${cut}`,
      `{_id, "orderings": [s, n]} | order(orderings[0] desc)${cut}`,
      cut,
    ),
  )

const nested = condition(fc.oneof(value, bound)).map(
  (filter) => `{_id, "found": *[${filter}]{_id, "back": *[references(^._id)]._id}}`,
)
const nestedPage = fc
  .tuple(condition(fc.oneof(value, bound)), condition(bound), page)
  .map(([first, second, rest]) => `{_id, "page": *[${first} && ${second}]${rest}}`)
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
    '{"kind": select(n > 0 => "more", defined(s) => *[_id == ^.s][0]._type, "none")}',
    '{"known": coalesce(*[_id == ^.wanted][0]._id, s, "none"), one->{"back": *[references(^._id)]._id}}',
    ' | order(coalesce(s, "b") desc, lower(title))[0..2]{_id, s}',
    '[n > 0]{"n": n + 1}[n < 3]',
    '{"of": count(*[_type == ^._type]), "to": array::unique(*[_id in ^.many[]._ref]._type)}',
  ),
  nested,
  nestedPage,
  page,
)
const scored = fc
  .tuple(condition(value), pattern, pattern)
  .map(
    ([filter, first, second]) =>
      `*[${filter}] | score(title match ${first}, boost(_type == "article" && pt::text(body) match ${second}, 2))[_score > 0]{_id, _score} | order(_score desc, _id asc)[0...3]`,
  )
/** Any of them. */
export const query = fc.oneof(
  scored,
  fc.tuple(condition(value), tail).map(([filter, rest]) => `*[${filter}]${rest}`),
  tail.map((rest) => `*${rest}`),
  condition(value).map((filter) => `count(*[${filter}])`),
  fc.oneof(list, value, fc.constant('"article"')).map((right) => `count(*[_type in ${right}])`),
  value.map((right) => `{"n": count(*[(_type == ${right})]), "m": count(*[${right} == _type])}`),
)
