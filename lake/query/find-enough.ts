import {attributePath} from './attribute-nodes.ts'
import {conjunctsOf} from './bind-filter.ts'
import {findElementOrder} from './find-element-order.ts'
import type {Enough} from './source-request.ts'
import {child, children, expressionOf, type SyntaxNode, unwrap} from './syntax-tree.ts'

/** A slice of an ordered, filtered `*`: what stands below the slice, and how much of it is enough. */
export interface SlicedSource {
  /** The node with the filters: the same object that stands in the tree */
  readonly source: SyntaxNode
  readonly enough: Enough
}

/** Reads `*[…]{…} | order(…)[0...20]` from its outermost node; `undefined` when it is anything else. */
export function findEnough(node: SyntaxNode): SlicedSource | undefined {
  const count = countOf(node)
  let base = child(node, 'base')
  if (count === undefined || !base) return undefined
  let args: readonly SyntaxNode[] = []
  if (base.type === 'PipeFuncCall' && base['name'] === 'order') {
    args = children(base, 'args')
    base = child(base, 'base')
  }
  // A projection for each document takes none away; the order sees what it made. Where that is the same for all, it orders nothing.
  while (base?.type === 'Map') {
    const projection = child(base, 'expr')
    if (projection?.type !== 'Projection' || child(projection, 'base')?.type !== 'This') {
      return undefined
    }
    const object = child(projection, 'expr')
    if (!object) return undefined
    args = args
      .map((argument) => throughProjection(argument, object))
      .filter((argument) => expressionOf(argument).type !== 'Value')
    base = child(base, 'base')
  }
  if (!base || (base.type !== 'Filter' && base.type !== 'Everything')) return undefined
  const [first, second] = args
  const order = readOrder(first) ?? findElementOrder(first, conditionsOf(base))
  return order && {source: base, enough: {count, ...order, tiesById: isById(second)}}
}

/** Of `*[a][b && c]`. */
function conditionsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const base = child(node, 'base')
  const filter = node.type === 'Filter' ? child(node, 'expr') : undefined
  return filter ? [...conjunctsOf(filter), ...(base ? conditionsOf(base) : [])] : []
}

/** `undefined` also where it is no number of rows: `*[1.5]`, `*[0..1e300]`. */
function countOf(node: SyntaxNode): number | undefined {
  const {left, right, index} = node
  if (node.type === 'AccessElement') return isCount(index) ? index + 1 : undefined
  if (node.type !== 'Slice' || !isCount(left) || !isCount(right)) return undefined
  return node['isInclusive'] === true ? right + 1 : right
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && Number.isSafeInteger(value + 1)
}

function readOrder(argument: SyntaxNode | undefined): Pick<Enough, 'order'> | undefined {
  if (!argument) return {order: {path: '_id', descending: false}}
  const path = attributePath(expressionOf(argument))
  if (path === undefined || path === '_type') return undefined
  return {order: {path, descending: argument.type === 'Desc'}}
}

/** Whether what is alike in the order before comes by `_id`, as it does where nothing more is said. */
function isById(argument: SyntaxNode | undefined): boolean {
  if (!argument) return true
  return argument.type !== 'Desc' && attributePath(expressionOf(argument)) === '_id'
}

/** What an expression over a projection's answer is over the document: attributes are replaced by what they were made of. */
function throughProjection(argument: SyntaxNode, object: SyntaxNode): SyntaxNode {
  const resolved = resolve(expressionOf(argument), object) ?? {type: 'Value', value: null}
  const sorted = argument.type === 'Asc' || argument.type === 'Desc'
  return sorted ? {...argument, base: resolved} : resolved
}

function resolve(expression: SyntaxNode, object: SyntaxNode): SyntaxNode | undefined {
  const node = unwrap(expression)
  const base = child(node, 'base')
  if (node.type === 'AccessElement' && base) {
    const list = resolve(base, object)
    const elements = list?.type === 'Array' ? children(list, 'elements') : []
    if (elements.some((element) => element['isSplat'] === true)) return undefined
    const index = typeof node['index'] === 'number' ? node['index'] : -1
    const element = elements[index]
    return element && child(element, 'value')
  }
  if (node.type !== 'AccessAttribute') return undefined
  if (base && base.type !== 'This') {
    const inner = resolve(base, object)
    return inner?.type === 'AccessAttribute' ? {...node, base: inner} : undefined
  }
  const attributes = children(object, 'attributes')
  if (attributes.some(({type}) => type !== 'ObjectAttributeValue')) return undefined
  const attribute = attributes.findLast(({name}) => name === node['name'])
  return attribute && child(attribute, 'value')
}
