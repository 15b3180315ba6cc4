import {publishedIdOf} from '../store/document-ids.ts'
import {both, type Candidates, either} from '../store/document-source.ts'
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
  if (node['op'] === '==') {
    const attribute = ownAttribute(left) ?? ownAttribute(right)
    const value = constantOf(ownAttribute(left) === undefined ? left : right)
    return value ? constrain(attribute, [value.value]) : {}
  }
  if (node['op'] === 'in') {
    const list = constantOf(right)?.value
    return Array.isArray(list) ? constrain(ownAttribute(left), list) : {}
  }
  return {}
}

function narrowCall(node: SyntaxNode): Candidates {
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

/** The name when the node is an attribute of the filtered document itself. */
export function ownAttribute(node: SyntaxNode): string | undefined {
  const bare = unwrap(node)
  if (bare.type !== 'AccessAttribute' || typeof bare['name'] !== 'string') return undefined
  const base = child(bare, 'base')
  return base === undefined || base.type === 'This' ? bare['name'] : undefined
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
