import {parse} from 'groq-js'
import {expect, test} from 'vitest'

import {parseQuery} from './parse-query.ts'

const one = {index: 1, name: 'title', list: ['a', 'b'], type: 'article', nothing: null}
const other = {index: 2, name: 'slug', list: [], type: null, nothing: {_type: 'x'}}

test.for([
  '*[_type == $type && _id in $list]{"a": $nothing, $name => {name}}',
  '*[$index]',
  '*[$name]',
  '*[$nothing]',
  '*[0...$index]',
  '*[-$index]',
  '*[("ti" + $name)]',
  '*[$index + 1][_type == $type]',
  '*[_id == $unknown][$index == 1]',
  '*[_id in [$name, $type]] | order(select($index == 1 => _id, _type))[$index..3]',
  'fn a::b($name) = $name{title}; *[0]{"x": a::b(@)}',
  '{"list": $list[$index], "of": *[count($list) > 0]}',
])('%s is parsed as groq-js does, whatever was asked before', (query) => {
  for (const params of [one, other, one, {}]) {
    expect(outcome(() => parseQuery(query, params))).toEqual(outcome(() => parse(query, {params})))
  }
})

function outcome(act: () => unknown): unknown {
  try {
    return act()
  } catch (error) {
    return error instanceof Error ? error.message : error
  }
}
