import {lineIntersect} from '@turf/line-intersect'

import {attribute, call, map, plus, value} from '../build-nodes.ts'
import type {SyntaxNode} from '../syntax-tree.ts'
import type {Geometry, Position, SimpleGeometry} from './geometry.ts'

/** Between the numbers of a position, positions, lists of positions, and lists of those. */
const SEPARATORS = [',', ';', '/', '|'] as const

const THIS: SyntaxNode = {type: 'This'}

/**
 * GROQ that writes a shape as text: GeoJSON, or an object with `lat` and `lng` (or `lon`), as the Studio's geopoint is. Anything else gives `null`.
 *
 * @example
 * // {"type": "LineString", "coordinates": [[10.5, 59.9], [10.7, 60]]}  ->  'LineString 10.5,59.9;10.7,60'
 * // {"lat": 59.9, "lng": 10.7}                                         ->  'LatLng 59.9 10.7 '
 */
export function writeGeometry(at: SyntaxNode): SyntaxNode {
  const members = map(attribute('geometries', at), writeGeoJson(THIS))
  return firstKnown(
    writeGeoJson(at),
    plus(value('GeometryCollection '), join(members, '\n')),
    [writeNumber(attribute('lng', at)), writeNumber(attribute('lon', at))]
      .map((longitude) => firstKnown(longitude, value('')))
      .reduce(
        (text, longitude) => plus(plus(text, value(' ')), longitude),
        plus(value('LatLng '), writeNumber(attribute('lat', at))),
      ),
  )
}

/** GROQ that writes a number as text; `null` when it is none. */
export function writeNumber(node: SyntaxNode): SyntaxNode {
  return call('global', 'string', [{type: 'OpCall', op: '*', left: node, right: value(1)}])
}

function writeGeoJson(at: SyntaxNode): SyntaxNode {
  const coordinates = attribute('coordinates', at)
  const depths = SEPARATORS.map((_, depth) => joinNested(coordinates, depth))
  return plus(plus(attribute('type', at), value(' ')), firstKnown(...depths))
}

function joinNested(list: SyntaxNode, depth: number): SyntaxNode {
  const separator = SEPARATORS[depth] ?? ','
  return join(depth === 0 ? list : map(list, joinNested(THIS, depth - 1)), separator)
}

function join(list: SyntaxNode, separator: string): SyntaxNode {
  return call('array', 'join', [list, value(separator)])
}

function firstKnown(...nodes: readonly SyntaxNode[]): SyntaxNode {
  return call('global', 'coalesce', nodes)
}

/** Reads what `writeGeometry` writes; `undefined` for what is no shape. */
export function readGeometry(text: string): Geometry | undefined {
  const space = text.indexOf(' ')
  const type = text.slice(0, space)
  const coordinates = text.slice(space + 1)
  if (type === 'LatLng') return readLatLng(coordinates)
  if (type !== 'GeometryCollection') return readGeoJson(type, coordinates)
  const members = coordinates.split('\n').map(readGeometry)
  const geometries = members.filter((member) => member !== undefined)
  const flat = geometries.filter((member) => member.type !== 'GeometryCollection')
  return flat.length === members.length ? {type, geometries: flat} : undefined
}

function readLatLng(text: string): SimpleGeometry | undefined {
  const [latitude = '', lng = '', lon = ''] = text.split(' ')
  if ((lng === '') === (lon === '')) return undefined
  return readPoint(`${lng}${lon},${latitude}`)
}

function readPoint(text: string): SimpleGeometry | undefined {
  const coordinates = readPosition(text)
  return coordinates && {type: 'Point', coordinates}
}

function readGeoJson(type: string, text: string): Geometry | undefined {
  switch (type) {
    case 'Point':
      return readPoint(text)
    case 'MultiPoint':
      return whole(type, readList(text, 1, readPosition))
    case 'LineString':
      return whole(type, readLine(text))
    case 'MultiLineString':
      return whole(type, readList(text, 2, readLine))
    case 'Polygon':
      return whole(type, readList(text, 2, readRing))
    case 'MultiPolygon':
      return whole(
        type,
        readList(text, 3, (polygon) => readList(polygon, 2, readRing)),
      )
    default:
      return undefined
  }
}

function whole<Type, Coordinates>(type: Type, coordinates: Coordinates | undefined) {
  return coordinates && {type, coordinates}
}

function readList<Item>(
  text: string,
  depth: number,
  read: (text: string) => Item | undefined,
): Item[] | undefined {
  const items = text.split(SEPARATORS[depth] ?? ',').map(read)
  const known = items.filter((item) => item !== undefined)
  return known.length === items.length ? known : undefined
}

function readPosition(text: string): Position | undefined {
  const numbers = text.split(',').map((part) => (part === '' ? Number.NaN : Number(part)))
  return numbers.length >= 2 && numbers.every(Number.isFinite) ? numbers : undefined
}

function readLine(text: string): Position[] | undefined {
  const line = readList(text, 1, readPosition)
  return line && line.length >= 2 ? line : undefined
}

/** A ring ends where it began, and on its way there it neither stands still nor crosses itself. */
function readRing(text: string): Position[] | undefined {
  const ring = readLine(text)
  if (!ring || ring.length < 4 || String(ring[0]) !== String(ring.at(-1))) return undefined
  const standsStill = ring.some((place, index) => String(place) === String(ring[index + 1]))
  return standsStill || crossesItself(ring) ? undefined : ring
}

function crossesItself(ring: Position[]): boolean {
  const crossings = lineIntersect(
    {type: 'Polygon', coordinates: [ring]},
    {type: 'FeatureCollection', features: []},
    {ignoreSelfIntersections: false},
  )
  return crossings.features.length > 0
}
