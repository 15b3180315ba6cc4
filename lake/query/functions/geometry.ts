/** A shape as GeoJSON (RFC 7946) writes it, longitude before latitude. */
export type Geometry = SimpleGeometry | MultiGeometry | GeometryCollection

export type SimpleGeometry =
  | {readonly type: 'Point'; readonly coordinates: Position}
  | {readonly type: 'LineString'; readonly coordinates: Position[]}
  | {readonly type: 'Polygon'; readonly coordinates: Position[][]}

type MultiGeometry =
  | {readonly type: 'MultiPoint'; readonly coordinates: Position[]}
  | {readonly type: 'MultiLineString'; readonly coordinates: Position[][]}
  | {readonly type: 'MultiPolygon'; readonly coordinates: Position[][][]}

interface GeometryCollection {
  readonly type: 'GeometryCollection'
  readonly geometries: (SimpleGeometry | MultiGeometry)[]
}

/** Degrees of longitude and latitude, and perhaps metres of height. */
export type Position = number[]

/** The points, lines and polygons that a shape is made of. */
export function partsOf(geometry: Geometry): readonly SimpleGeometry[] {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(partsOf)
  if (geometry.type === 'MultiPoint') {
    return geometry.coordinates.map((coordinates) => ({type: 'Point', coordinates}))
  }
  if (geometry.type === 'MultiLineString') {
    return geometry.coordinates.map((coordinates) => ({type: 'LineString', coordinates}))
  }
  if (geometry.type === 'MultiPolygon') {
    return geometry.coordinates.map((coordinates) => ({type: 'Polygon', coordinates}))
  }
  return [geometry]
}
