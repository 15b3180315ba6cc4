import {ownAttribute} from './narrow-filter.ts'
import {child, children, isCall, type SyntaxNode, unwrap} from './syntax-tree.ts'

/** A constraint of a nested `*` whose value is known only when the outer document is at hand, as in `*[_id == "record." + ^._id]`. */
export interface Binding {
  readonly constraint: 'ids' | 'types' | 'referencing'
  /** The value as GROQ, without the filtered document: a string or a list of strings, anything else matches nothing */
  readonly value: SyntaxNode
}

/** The first bound constraint among the conditions that must all hold. */
export function findBinding(filter: SyntaxNode): Binding | undefined {
  const node = unwrap(filter)
  if (node.type === 'And') {
    const left = child(node, 'left')
    const right = child(node, 'right')
    return (left && findBinding(left)) ?? (right && findBinding(right))
  }
  if (isCall(node, 'global', 'references')) {
    const [value, ...others] = children(node, 'args')
    return value && others.length === 0 && isBound(value)
      ? {constraint: 'referencing', value}
      : undefined
  }
  return node.type === 'OpCall' ? bindComparison(node) : undefined
}

function bindComparison(node: SyntaxNode): Binding | undefined {
  const left = child(node, 'left')
  const right = child(node, 'right')
  if (!left || !right) return undefined
  if (node['op'] === '==') return bind(left, right) ?? bind(right, left)
  return node['op'] === 'in' ? bind(left, right) : undefined
}

function bind(attribute: SyntaxNode, value: SyntaxNode): Binding | undefined {
  if (!isBound(value)) return undefined
  const name = ownAttribute(attribute)
  if (name === '_id') return {constraint: 'ids', value}
  return name === '_type' ? {constraint: 'types', value} : undefined
}

/** Whether a value can be computed without the filtered document: it is made of constants and outer documents (`^`) alone. */
function isBound(node: SyntaxNode): boolean {
  const bare = unwrap(node)
  switch (bare.type) {
    case 'Value':
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
