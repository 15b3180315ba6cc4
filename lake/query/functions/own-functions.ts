import {randomUUID} from 'node:crypto'

import {attribute, call, dereference, object, plus, value} from '../build-nodes.ts'
import {children, mapTree, type SyntaxNode} from '../syntax-tree.ts'
import {readGeometry, writeGeometry, writeNumber} from './geometry-text.ts'
import type {Geometry} from './geometry.ts'
import {matchesPhrase, relevanceOf, writeTexts} from './match-words.ts'
import {containsGeometry, geometriesIntersect, metresBetween} from './relate-geometries.ts'

/** A function that groq-js does not evaluate. */
interface OwnFunction {
  /** GROQ that writes an argument as text, for nothing else reaches us */
  readonly write: (argument: SyntaxNode) => SyntaxNode
  /** Computes the answer from the arguments so written; `''` is one that could not be */
  readonly answer: (...texts: readonly string[]) => unknown
}

const functions: Readonly<Record<string, OwnFunction>> = {
  'geo::geo': {write: writeGeometry, answer: (text = '') => readGeometry(text) ?? null},
  'geo::latLng': {write: writeNumber, answer: pointAt},
  'geo::contains': {write: writeGeometry, answer: relation(containsGeometry)},
  'geo::intersects': {write: writeGeometry, answer: relation(geometriesIntersect)},
  'geo::distance': {write: writeGeometry, answer: relation(metresBetween)},
  'text::phrase': {write: writeTexts, answer: matchesPhrase},
  'text::relevance': {write: writeTexts, answer: relevanceOf},
}

/** Begins the references that stand for calls; no query and no document can know it. */
const PREFIX = `\u0000${randomUUID()}!`
const SEPARATOR = '\u0000'

/**
 * Replaces calls of functions that groq-js lacks by dereferences, the one place where it asks somebody else: the reference names the function and carries the
 * arguments as text. Whoever evaluates the tree gives such references to `answerOwnFunction`.
 */
export function rewriteOwnFunctions(tree: SyntaxNode): SyntaxNode {
  return mapTree(tree, replace)
}

function replace(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type !== 'FuncCall') return undefined
  const given = children(node, 'args')
  const called = `${String(node['namespace'])}::${String(node['name'])}`
  const name = called === 'geo::latLng' && given.length === 1 ? 'geo::geo' : called
  const own = functions[name]
  if (!own) return undefined
  const args = given.map((argument, index) => ({
    key: `argument${index}`,
    node: rewriteOwnFunctions(argument),
  }))
  const written = args.map(({key}) =>
    call('global', 'coalesce', [own.write(attribute(key)), value('')]),
  )
  const reference = written.reduce(
    (text, argument) => plus(plus(text, value(SEPARATOR)), argument),
    value(`${PREFIX}${name}`),
  )
  return dereference({
    type: 'Projection',
    // The arguments are evaluated where the call stands, so that `@` and `^` in them mean the same.
    base: object(Object.fromEntries(args.map((argument) => [argument.key, argument.node]))),
    expr: object({_ref: reference}),
  })
}

/** What a call gives, if the reference stands for one. */
export function answerOwnFunction(reference: string): {readonly value: unknown} | undefined {
  if (!reference.startsWith(PREFIX)) return undefined
  const [name = '', ...texts] = reference.slice(PREFIX.length).split(SEPARATOR)
  return {value: functions[name]?.answer(...texts) ?? null}
}

function pointAt(latitudeText = '', longitudeText = ''): Geometry | null {
  const point = readGeometry(`LatLng ${latitudeText} ${longitudeText} `)
  if (point?.type !== 'Point') return null
  const [longitude = 0, latitude = 0] = point.coordinates
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? point : null
}

/** What is no shape relates to nothing. */
function relation(relate: (one: Geometry, other: Geometry) => boolean | number | null) {
  return (oneText = '', otherText = '') => {
    const one = readGeometry(oneText)
    const other = readGeometry(otherText)
    return one && other ? relate(one, other) : null
  }
}
