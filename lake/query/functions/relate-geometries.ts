import {booleanContains} from '@turf/boolean-contains'
import {booleanIntersects} from '@turf/boolean-intersects'

import {type Geometry, partsOf, type SimpleGeometry} from './geometry.ts'

/** The Earth's radius at the equator, in metres: with it the GROQ test suite's distances come out to the digit. */
const RADIUS = 6_378_137

/** Whether every part of `inner` lies within a part of `outer`, on a plane of degrees. */
export function containsGeometry(outer: Geometry, inner: Geometry): boolean {
  const outerParts = partsOf(outer)
  return partsOf(inner).every((part) => outerParts.some((around) => containsPart(around, part)))
}

/** Whether the shapes share a point, on a plane of degrees. */
export function geometriesIntersect(one: Geometry, other: Geometry): boolean {
  const others = partsOf(other)
  return partsOf(one).some((part) => others.some((against) => booleanIntersects(part, against)))
}

/** Metres between two points over a sphere (haversine); `null` when a shape is no point. */
export function metresBetween(one: Geometry, other: Geometry): number | null {
  if (one.type !== 'Point' || other.type !== 'Point') return null
  const [longitude = 0, latitude = 0] = one.coordinates.map(toRadians)
  const [otherLongitude = 0, otherLatitude = 0] = other.coordinates.map(toRadians)
  // Grouped so that both directions come out the same to the last digit.
  const shrink = Math.cos(latitude) * Math.cos(otherLatitude)
  const chord =
    Math.sin((otherLatitude - latitude) / 2) ** 2 +
    Math.sin((otherLongitude - longitude) / 2) ** 2 * shrink
  return 2 * RADIUS * Math.atan2(Math.sqrt(chord), Math.sqrt(1 - chord))
}

function containsPart(outer: SimpleGeometry, inner: SimpleGeometry): boolean {
  const dimensions = {Point: 0, LineString: 1, Polygon: 2}
  return dimensions[inner.type] <= dimensions[outer.type] && booleanContains(outer, inner)
}

function toRadians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
