import {publishedIdOf} from '../store/document-ids.ts'
import {both, type Candidates, either} from '../store/document-source.ts'
import {definedRange, type KeyRange, rangeOf} from '../store/sort-key.ts'
import {attributePath, elementPath} from './attribute-nodes.ts'
import {narrowMatch} from './narrow-text.ts'
import {child, children, isCall, type SyntaxNode, unwrap} from './syntax-tree.ts'

/**
 * What a filter says about the documents that can pass it. Sound: every document that passes meets the constraints; whatever cannot be told is left out.
 *
 * @example
 * narrowFilter(…`_type == "article" && slug.current == $slug`) // {types: ['article']}
 */
export function narrowFilter(filter: SyntaxNode): Candidates {
  const node = unwrap(filter)
  switch (node.type) {
    case 'And':
      return combine(node, both)
    case 'Or':
      return combine(node, either)
    case 'OpCall':
      return narrowComparison(node)
    case 'FuncCall':
      return narrowCall(node)
    default:
      return {}
  }
}

function combine(
  node: SyntaxNode,
  merge: (left: Candidates, right: Candidates) => Candidates,
): Candidates {
  const left = child(node, 'left')
  const right = child(node, 'right')
  return left && right ? merge(narrowFilter(left), narrowFilter(right)) : {}
}

function narrowComparison(node: SyntaxNode): Candidates {
  const left = child(node, 'left')
  const right = child(node, 'right')
  if (!left || !right) return {}
  const operator = String(node['op'])
  if (operator === 'in') return narrowMembership(left, right)
  if (operator === 'match') return narrowMatch(left, right)
  const turned = TURNED[operator]
  if (turned === undefined) return {}
  const constant = constantOf(right)
  if (constant) return compare(left, operator, constant.value)
  const other = constantOf(left)
  return other ? compare(right, turned, other.value) : {}
}

/** What an operator becomes when its sides change places. */
const TURNED: Readonly<Record<string, string>> = {
  '==': '==',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}

function compare(operand: SyntaxNode, operator: string, value: unknown): Candidates {
  const path = attributePath(operand)
  if (path === undefined) return countIsPositive(operand, operator, value)
  if (operator === '==' && (path === '_id' || path === '_type')) return constrain(path, [value])
  if (operator === '==') return narrowToValues(path, [value])
  const range = rangeOf(operator, value)
  return range ? {attributes: [{path, ranges: [range]}]} : {}
}

/** What is known of documents that have one of these values at a path, with `[]` in it at any element. Who has it where a reference has its target refers to it. */
export function narrowToValues(path: string, values: readonly unknown[]): Candidates {
  const ranges = pointsOf(values)
  if (!ranges) return {}
  const targets = strings(values).filter((target) => target !== '')
  const refers = REFERENCE.test(path) && targets.length === values.length
  return {attributes: [{path, ranges}], ...(refers && {referencing: targets})}
}

const REFERENCE = /(?:^|\.)_ref$/u

/** `count(corrections[…]) > 0` needs something in `corrections`. */
function countIsPositive(operand: SyntaxNode, operator: string, value: unknown): Candidates {
  const call = unwrap(operand)
  if (!isCall(call, 'global', 'count') || operator !== '>' || typeof value !== 'number') return {}
  let counted = children(call, 'args')[0]
  while (counted && (counted.type === 'Filter' || counted.type === 'ArrayCoerce')) {
    counted = child(counted, 'base')
  }
  const path = value >= 0 && counted ? attributePath(counted) : undefined
  return path === undefined ? {} : {attributes: [{path, ranges: [definedRange]}]}
}

function narrowMembership(left: SyntaxNode, right: SyntaxNode): Candidates {
  const list = constantOf(right)?.value
  const path = attributePath(left)
  if (Array.isArray(list)) {
    if (path === undefined) return {}
    return path === '_id' || path === '_type' ? constrain(path, list) : narrowToValues(path, list)
  }
  const elements = elementPath(right)
  const constant = constantOf(left)
  return elements !== undefined && constant ? narrowToValues(elements, [constant.value]) : {}
}

/** `null` is equal to what is not there, which no index of values finds. Lists and objects equal nothing. */
function pointsOf(values: readonly unknown[]): readonly KeyRange[] | undefined {
  if (values.some((value) => value === null || value === undefined)) return undefined
  return values.flatMap((value) => rangeOf('==', value) ?? [])
}

function narrowCall(node: SyntaxNode): Candidates {
  if (isCall(node, 'global', 'defined')) {
    const [argument] = children(node, 'args')
    const path = argument && attributePath(argument)
    return path === undefined || path.includes('[')
      ? {}
      : {attributes: [{path, ranges: [definedRange]}]}
  }
  if (isCall(node, 'global', 'references')) {
    const values = children(node, 'args').map(constantOf)
    if (values.includes(undefined)) return {}
    return {referencing: strings(values.flatMap((constant) => constant?.value ?? []))}
  }
  if (isCall(node, 'sanity', 'versionOf')) {
    const [argument] = children(node, 'args')
    const constant = argument && constantOf(argument)
    if (!constant) return {}
    const ids = strings([constant.value])
    return {publishedIds: ids.flatMap((id) => [id, publishedIdOf(id)])}
  }
  return {}
}

/** `_id` and `_type` are always strings: only strings can be equal to them. */
function constrain(attribute: string | undefined, values: readonly unknown[]): Candidates {
  if (attribute === '_id') return {ids: strings(values)}
  if (attribute === '_type') return {types: strings(values)}
  return {}
}

function strings(values: readonly unknown[]): readonly string[] {
  return values.filter((value) => typeof value === 'string')
}

/** The value of a node that needs no document: a literal, an inlined parameter, a list of them. */
function constantOf(node: SyntaxNode): {readonly value: unknown} | undefined {
  const bare = unwrap(node)
  if (bare.type === 'Value') return {value: bare['value']}
  if (bare.type !== 'Array') return undefined
  const elements = children(bare, 'elements').map((element) => {
    const value = child(element, 'value')
    return element['isSplat'] === true || !value ? undefined : constantOf(value)
  })
  if (elements.includes(undefined)) return undefined
  return {value: elements.map((element) => element?.value)}
}
