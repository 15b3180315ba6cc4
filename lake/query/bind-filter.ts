import type {Candidates} from '../store/document-source.ts'
import {attributePath, elementPath} from './attribute-nodes.ts'
import {narrowToValues} from './narrow-filter.ts'
import {child, children, isCall, type SyntaxNode, unwrap} from './syntax-tree.ts'

/** A condition of a nested `*` with a value that is known only when the outer document is at hand, as in `*[_id == "record." + ^._id]`. */
export interface Binding {
  /** The value as GROQ, without the filtered document */
  readonly value: SyntaxNode
  /** What the condition says of the documents when the value is this string, or a list of these strings */
  readonly constrain: (values: readonly string[]) => Candidates
  /** What it says when the value is `null` */
  readonly whenNull: Candidates
  /** The condition with a string in the value's place */
  readonly fill: (value: string) => SyntaxNode
}

/** The conditions that must all hold, parentheses taken off. */
export function conjunctsOf(filter: SyntaxNode): readonly SyntaxNode[] {
  const node = unwrap(filter)
  if (node.type !== 'And') return [node]
  return ['left', 'right'].flatMap((side) => {
    const part = child(node, side)
    return part ? conjunctsOf(part) : []
  })
}

/** What can be bound of one condition; `undefined` when it is of another form. */
export function findBinding(condition: SyntaxNode): Binding | undefined {
  const node = unwrap(condition)
  if (isCall(node, 'global', 'references')) {
    const [value, ...others] = children(node, 'args')
    if (!value || others.length > 0 || !isBound(value)) return undefined
    return {
      value,
      constrain: (referencing) => ({referencing}),
      whenNull: {referencing: []},
      fill: (text) => ({...node, args: [constant(text)]}),
    }
  }
  const left = child(node, 'left')
  const right = child(node, 'right')
  if (node.type !== 'OpCall' || !left || !right) return undefined
  const fillLeft = (text: string) => ({...node, left: constant(text)})
  const fillRight = (text: string) => ({...node, right: constant(text)})
  if (node['op'] === '==') {
    return bind(attributePath(left), right, fillRight) ?? bind(attributePath(right), left, fillLeft)
  }
  if (node['op'] !== 'in') return undefined
  // `_id in ^.list` or `^._id in bylines[].contributor._ref`
  const path = attributePath(left)
  return path === '_id' || path === '_type'
    ? bind(path, right, fillRight)
    : bind(elementPath(right), left, fillLeft)
}

function bind(
  path: string | undefined,
  value: SyntaxNode,
  fill: Binding['fill'],
): Binding | undefined {
  if (path === undefined || !isBound(value)) return undefined
  if (path === '_id') return {value, constrain: (ids) => ({ids}), whenNull: {ids: []}, fill}
  if (path === '_type') return {value, constrain: (types) => ({types}), whenNull: {types: []}, fill}
  return {
    value,
    constrain: (values) => narrowToValues(path, values),
    // What is not there equals null.
    whenNull: {},
    fill,
  }
}

function constant(value: string): SyntaxNode {
  return {type: 'Value', value}
}

/** Whether a value can be computed without the filtered document: it is made of constants and outer documents (`^`) alone. */
function isBound(node: SyntaxNode): boolean {
  const bare = unwrap(node)
  switch (bare.type) {
    case 'Value':
    case 'Parameter':
    case 'Parent':
      return true
    case 'AccessAttribute':
    case 'ArrayCoerce':
    case 'AccessElement':
      return hasBound(bare, 'base')
    case 'OpCall':
      return bare['op'] === '+' && hasBound(bare, 'left') && hasBound(bare, 'right')
    // Inside the mapped expression `^` means something else: only plain attributes of the element are taken.
    case 'Map':
      return hasBound(bare, 'base') && isElementAttribute(child(bare, 'expr'))
    case 'Array':
      return children(bare, 'elements').every((element) => hasBound(element, 'value'))
    case 'FuncCall':
      return (
        (isCall(bare, 'global', 'string') || isCall(bare, 'global', 'coalesce')) &&
        children(bare, 'args').every(isBound)
      )
    default:
      return false
  }
}

function hasBound(node: SyntaxNode, attribute: string): boolean {
  const base = child(node, attribute)
  return base !== undefined && isBound(base)
}

function isElementAttribute(node: SyntaxNode | undefined): boolean {
  if (!node) return false
  if (node.type === 'This') return true
  return node.type === 'AccessAttribute' && isElementAttribute(child(node, 'base'))
}
