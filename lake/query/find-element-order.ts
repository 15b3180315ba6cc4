import {attributePath} from './attribute-nodes.ts'
import type {Enough} from './source-request.ts'
import {
  child,
  children,
  expressionOf,
  isCall,
  looksOutside,
  some,
  type SyntaxNode,
  unwrap,
} from './syntax-tree.ts'

/**
 * The order by an attribute of one element of a list, as in `order((corrections[type != "update"] | order(at desc))[0].at desc)`. The index has the attribute of every element; which of them
 * orders its document, its value tells. A document without such an element stands nowhere in the index: some condition must say that it has one, as `count(corrections[type != "update"]) > 0` does.
 *
 * @param argument - The first of `order()`
 * @param conditions - All hold for the documents that are ordered
 */
export function findElementOrder(
  argument: SyntaxNode | undefined,
  conditions: readonly SyntaxNode[],
): Pick<Enough, 'order' | 'value'> | undefined {
  const value = argument && expressionOf(argument)
  const rest = value && attributeOfElement(value)
  if (!argument || !value || !rest || looksOutside(value) || some(value, isSource)) return undefined
  const list = withoutOrder(rest.list)
  const base = list.type === 'Filter' ? child(list, 'base') : list
  const path = base && attributePath(base)
  if (path === undefined || !conditions.some((condition) => saysNotEmpty(condition, list))) {
    return undefined
  }
  const order = {path: `${path}[].${rest.attribute}`, descending: argument.type === 'Desc'}
  return {order, value}
}

interface AttributeOfElement {
  readonly list: SyntaxNode
  readonly attribute: string
}

/** Reads `list[0].attribute`. */
function attributeOfElement(node: SyntaxNode): AttributeOfElement | undefined {
  const bare = unwrap(node)
  const {name} = bare
  const element = child(bare, 'base')
  const list = element && child(element, 'base')
  const isFirst = element?.type === 'AccessElement' && element['index'] === 0
  return bare.type === 'AccessAttribute' && typeof name === 'string' && isFirst && list
    ? {list, attribute: name}
    : undefined
}

function withoutOrder(node: SyntaxNode): SyntaxNode {
  const bare = unwrap(node)
  const base = child(bare, 'base')
  return bare.type === 'PipeFuncCall' && bare['name'] === 'order' && base
    ? withoutOrder(base)
    : bare
}

function saysNotEmpty(condition: SyntaxNode, list: SyntaxNode): boolean {
  const node = unwrap(condition)
  const left = child(node, 'left')
  const least = child(node, 'right')?.['value']
  if (node.type !== 'OpCall' || node['op'] !== '>' || !left || !isCall(left, 'global', 'count')) {
    return false
  }
  const [counted] = children(left, 'args')
  const isSame = counted && JSON.stringify(unwrap(counted)) === JSON.stringify(list)
  return isSame === true && typeof least === 'number' && least >= 0
}

/** What stands for other documents cannot be evaluated on one alone. */
function isSource(node: SyntaxNode): boolean {
  return node.type === 'Everything' || isCall(node, 'releases', 'all')
}
