import {expect, test} from 'vitest'

import {parseCopy} from '../../ingest/parse-copy.ts'
import {textOf} from '../../schemas/rules/narrow.ts'
import {originTexts} from './origin-texts.ts'
import {stretchesOf} from './stretches-of.ts'

const ferries = 'THE ferries stay in port until Friday, their operator said.'
const crews = 'Crews have been on strike for nine days over rest between shifts.'
const talks = 'Both sides will meet in Stennet on Saturday, a mediator said.'

const first = received('aaaaaa', [ferries, crews])
const second = received('bbbbbb', [talks, crews, ferries.replace('Friday', 'Monday')])
const kill = received('cccccc', ['The story is withdrawn, the agency said on Friday evening.'])

test('what a later version has in common with the one before stands under its key, down to the words', () => {
  const texts = originTexts([
    {source: first, origin: {}},
    {source: second, origin: {}},
  ])

  expect(texts.map(placesOf)).toEqual([
    [
      [`body[_key=="aaaaaa-b1"]`, ferries],
      [`body[_key=="aaaaaa-b2"]`, crews],
    ],
    [
      [`body[_key=="bbbbbb-b1"]`, talks],
      [`body[_key=="aaaaaa-b2"]`, crews],
      [`body[_key=="aaaaaa-b1"]`, ferries.replace('Friday', 'Monday')],
    ],
  ])
  expect(texts[1]?.spans.flatMap(({targets}) => targets)).toEqual([
    'body[_key=="bbbbbb-b1"].children[_key=="bbbbbb-b1s0"].text',
    'body[_key=="aaaaaa-b2"].children[_key=="aaaaaa-b2s0"].text',
    'body[_key=="aaaaaa-b1"].children[_key=="bbbbbb-b3s0"].text',
  ])
})

test('a notice between two versions keeps its own keys and hands none on', () => {
  const texts = originTexts([
    {source: first, origin: {}},
    {source: kill, origin: {unmerged: 'notice'}},
    {source: undefined, origin: {}},
    {source: second, origin: {}},
  ])

  expect(texts.map(({id, unmerged, snapshot}) => [id, unmerged, keysOf(snapshot['body'])])).toEqual(
    [
      ['source.aaaaaa', undefined, ['aaaaaa-b1', 'aaaaaa-b2']],
      ['source.cccccc', 'notice', ['cccccc-b1']],
      ['source.bbbbbb', undefined, ['bbbbbb-b1', 'aaaaaa-b2', 'aaaaaa-b1']],
    ],
  )
})

function received(keyPrefix: string, paragraphs: readonly string[]) {
  const {raw, spans, snapshot} = parseCopy(paragraphs.join('\n\n'), {keyPrefix})
  const [ledger, parsed] = [JSON.stringify(spans), JSON.stringify(snapshot)]
  return {_id: `source.${keyPrefix}`, raw, ledger, parsed}
}

function placesOf(source: Parameters<typeof stretchesOf>[0]) {
  return stretchesOf(source, []).flatMap((tile) =>
    tile.type === 'stretch' ? [[tile.path, tile.text]] : [],
  )
}

function keysOf(body: unknown) {
  return Array.isArray(body) ? body.map((block) => textOf(block, '_key')) : []
}
