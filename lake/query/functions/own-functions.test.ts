import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {openTestLake, type TestLake} from '../../routes/open-test-lake.ts'

let lake: TestLake
beforeAll(async () => {
  lake = openTestLake()
  const mutations = [
    {_id: 'quay', _type: 'place', at: {_type: 'geopoint', lat: 51.5, lng: -0.12}},
    {_id: 'mole', _type: 'place', at: {type: 'Point', coordinates: [1.3, 51.1]}},
    {_id: 'nowhere', _type: 'place', at: {lat: 51.5}},
    {_id: 'bay', _type: 'area', shape: {type: 'Polygon', coordinates: [square(1, 51, 2, 52)]}},
    {
      _id: 'a',
      _type: 'note',
      title: 'Ferry strike',
      body: 'The harbour was quiet after the strike',
    },
    {_id: 'b', _type: 'note', title: 'Harbour news', body: 'A strike of lightning hit the ferry'},
    {
      _id: 'c',
      _type: 'note',
      title: 'Weather',
      body: 'Strike and ferry are words here',
      tags: ['ferry', 'strike'],
    },
  ].map((document) => ({create: document}))
  await lake.store.dataset('production').commit({mutations, author: 'alice'})
})
afterAll(() => {
  lake.close()
})

const ask = (query: string, params: Readonly<Record<string, unknown>> = {}): Promise<unknown> =>
  lake.client('alice', {perspective: 'raw'}).fetch(query, {...params})

function square(west: number, south: number, east: number, north: number) {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}

describe('geography', () => {
  const point = {type: 'Point', coordinates: [10.752222, 59.913889]}
  const line = {
    type: 'LineString',
    coordinates: [
      [0, 51.5],
      [3, 51.5],
    ],
  }
  const hole = {type: 'Polygon', coordinates: [square(0, 50, 9, 59), square(1, 51, 2, 52)]}

  test.for([
    ['a latitude and a longitude', 'geo::latLng(59.913889, 10.752222)', point],
    ['one off the globe', 'geo::latLng(91, 0)', null],
    ['one that is not there', 'geo::latLng(missing, 10)', null],
    ['a geopoint', 'geo({"lat": 59.913889, "lng": 10.752222, "alt": 3})', point],
    ['a longitude twice', 'geo({"lat": 1, "lng": 2, "lon": 2})', null],
    [
      'GeoJSON with more in it',
      'geo({"type": "Point", "coordinates": [10.752222, 59.913889], "x": 1})',
      point,
    ],
    ['a line', 'geo($line)', line],
    ['an area with a hole', 'geo($hole)', hole],
    ['an open ring', 'geo({"type": "Polygon", "coordinates": [[[0,0],[1,0],[1,1],[0,1]]]})', null],
    [
      'a ring that crosses itself',
      'geo({"type": "Polygon", "coordinates": [[[0,0],[4,4],[4,0],[0,4],[0,0]]]})',
      null,
    ],
    [
      'a ring that stands still',
      'geo({"type": "Polygon", "coordinates": [[[0,0],[4,0],[4,0],[4,4],[0,0]]]})',
      null,
    ],
    [
      'a feature',
      'geo({"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 2]}})',
      null,
    ],
    [
      'a collection',
      'geo({"type": "GeometryCollection", "geometries": [$line, geo::latLng(1, 2)]})',
      {type: 'GeometryCollection', geometries: [line, {type: 'Point', coordinates: [2, 1]}]},
    ],
    ['words', '// geo(\ngeo("geo(1)")', null],
  ] as const)('%s', async ([, query, expected]) => {
    expect(await ask(query, {line, hole})).toEqual(expected)
  })

  test('metres between two points; nothing between a point and what is none', async () => {
    const query = `{
      "far": geo::distance({"lat": 59.913889, "lng": 10.752222}, {"lat": 59.329444, "lng": 18.068611}),
      "there and back": geo::distance(geo::latLng(59.9, 10.7), geo::latLng(59.3, 18)) == geo::distance(geo::latLng(59.3, 18), geo::latLng(59.9, 10.7)),
      "same": geo::distance(geo::latLng(1, 2), geo({"lat": 1, "lon": 2})),
      "line": geo::distance(geo::latLng(1, 2), $line),
      "number": geo::distance(geo::latLng(1, 2), 42)
    }`
    const expected = {
      'far': expect.closeTo(416760.7738822515, 6),
      'there and back': true,
      'same': 0,
      'line': null,
      'number': null,
    }
    expect(await ask(query, {line})).toEqual(expected)
  })

  test.for([
    ['*[_type == "place" && geo::distance(at, geo::latLng(51.5, -0.1)) < 2000]._id', ['quay']],
    [
      '*[_type == "place"] | order(geo::distance(at, geo::latLng(51.1, 1.3)))._id',
      ['mole', 'quay', 'nowhere'],
    ],
    [
      '*[_type == "area"]{"in": *[_type == "place" && geo::contains(^.shape, at)]._id}',
      [{in: ['mole']}],
    ],
    ['*[_type == "area" && geo::intersects(shape, $line)]._id', ['bay']],
    ['*[_type == "area" && geo::contains(shape, $line)]._id', []],
    ['geo::contains($hole, geo::latLng(51.5, 1.5))', false],
    ['geo::contains($hole, {"type": "MultiPoint", "coordinates": [[5, 55], [6, 56]]})', true],
    [
      'geo::contains({"type": "MultiPolygon", "coordinates": [[$west], [$east]]}, geo::latLng(5, 25))',
      true,
    ],
    ['geo::contains(geo::latLng(5, 5), $line)', false],
    ['geo::intersects($line, missing)', null],
  ] as const)('%s', async ([query, expected]) => {
    const params = {line, hole, west: square(0, 0, 9, 9), east: square(20, 0, 29, 9)}
    expect(await ask(query, params)).toEqual(expected)
  })

  test('a fault after geo() is shown where it was asked', async () => {
    const query = '[geo({}), geo({}), ?]'
    const description = 'Syntax error in GROQ query at position 19: Expected expression'
    await expect(ask(query)).rejects.toMatchObject({
      response: {body: {error: {type: 'queryParseError', query, start: 19, description}}},
    })
  })
})

const found = (query: string) =>
  ask(`*[_type == "note"] | score(${query}) | order(_score desc)[_score > 0]._id`)

describe('text::query', () => {
  test.for([
    ['title match text::query("ferry strike")', ['a']],
    ['[title, body] match text::query("ferry strike")', ['a', 'b', 'c']],
    ['@ match text::query("harb* -lightning")', ['a']],
    ['body match text::query("\\"strike and\\"")', ['c']],
    ['@ match text::query("\\"ferry str*\\"")', ['a']],
    ['tags match text::query("\\"ferry strike\\"")', []],
    ['@ match text::query("strike -\\"ferry strike\\"")', ['b', 'c']],
    ['body match text::query("\\"the\\"")', ['a', 'b']],
    ['body match text::query("")', []],
  ] as const)('%s', async ([condition, ids]) => {
    expect(await ask(`*[_type == "note" && ${condition}]._id`)).toEqual(ids)
  })

  test('in score() a word in a headline counts for more than in a body, a rare one for more than a frequent one', async () => {
    expect(await found('[title, body] match text::query("harbour")')).toEqual(['a', 'b'])
    expect(
      await found('title match text::query("weather") || body match text::query("strike")'),
    ).toEqual(['c', 'a', 'b'])
  })

  test.for([
    [
      'as the Studio asks',
      'boost(_type in ["note"] && title match text::query("ferr*"), 5), ([@, _id] match text::query("ferr*") || references("ferr"))',
      ['a', 'b', 'c'],
    ],
    ['under a negation', '!(title match text::query("harbour"))', ['a', 'c']],
    ['in a choice', 'select(title match text::query("weather") => true, false)', ['c']],
    ['by a list that holds it', 'true in [title match text::query("weather")]', ['c']],
  ] as const)('is scored %s', async ([, query, ids]) => {
    expect(await found(query)).toEqual(expect.arrayContaining([...ids]))
    expect(await found(query)).toHaveLength(ids.length)
  })

  test('what readers without a token may not see does not weigh in their scores', async () => {
    const query = `*[_type == "note"] | score(title match text::query("weather")) | order(_score desc)[0]._score`
    const anonymous = lake.client(undefined)
    const before: unknown = await anonymous.fetch(query)
    const hidden = Array.from({length: 20}, (_, index) => ({
      create: {_id: `drafts.${index}`, _type: 'note', title: 'Weather'},
    }))
    await lake.store.dataset('production').commit({mutations: hidden, author: 'alice'})
    expect(await anonymous.fetch(query)).toBe(before)
  })
})

test.for([
  ['documents::get("dataset:other:a")', 'documents::get()'],
  ['*[_id == "a"]{"n": documents::incomingRefCount()}', 'documents::incomingRefCount()'],
  ['user::attributes().desk', 'user::attributes()'],
  ['*[title match text::semanticSimilarity("x")]', 'text::semanticSimilarity()'],
] as const)('%s is refused by name', async ([query, name]) => {
  await expect(ask(query)).rejects.toThrow(
    `Cannot evaluate ${name}: the embedded lake has no such function here`,
  )
})

test('a listener knows them too', async () => {
  const events = lake
    .client('alice')
    .listen('*[geo::distance(at, geo::latLng(0, 0)) < 10]', {}, {events: ['welcome', 'mutation']})
  const heard: string[] = []
  await new Promise<void>((resolve, reject) => {
    const listening = events.subscribe({
      next(event) {
        if (event.type === 'welcome') {
          const mutations = ['near', 'far'].map((id) => ({
            create: {_id: id, _type: 'place', at: {lat: id === 'near' ? 0 : 9, lng: 0}},
          }))
          const end = {create: {_id: 'end', _type: 'place', at: {lat: 0, lng: 0}}}
          void lake.store
            .dataset('production')
            .commit({mutations: [...mutations, end], author: 'alice'})
        }
        if (event.type !== 'mutation') return
        heard.push(event.documentId)
        if (event.documentId !== 'end') return
        listening.unsubscribe()
        resolve()
      },
      error: reject,
    })
  })
  expect(heard).toEqual(['near', 'end'])
})
