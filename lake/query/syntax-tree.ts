import {isRecord} from '../store/lake-document.ts'

/**
 * A node of groq-js's syntax tree. Its own types are lost in its package (they lead to a file without declarations), so nodes are narrowed where they are read.
 */
export interface SyntaxNode {
  readonly type: string
  readonly [attribute: string]: unknown
}

export function isNode(value: unknown): value is SyntaxNode {
  return isRecord(value) && typeof value['type'] === 'string'
}

/** The node in an attribute, if there is one. */
export function child(node: SyntaxNode, attribute: string): SyntaxNode | undefined {
  const value = node[attribute]
  return isNode(value) ? value : undefined
}

/** The nodes in an attribute that holds a list, such as a call's `args`. */
export function children(node: SyntaxNode, attribute: string): readonly SyntaxNode[] {
  const value = node[attribute]
  return Array.isArray(value) ? value.filter(isNode) : []
}

/** Takes the parentheses off. */
export function unwrap(node: SyntaxNode): SyntaxNode {
  const base = node.type === 'Group' ? child(node, 'base') : undefined
  return base ? unwrap(base) : node
}

/** What an argument of `order()` sorts by, without the direction. */
export function expressionOf(argument: SyntaxNode): SyntaxNode {
  const sorted = argument.type === 'Asc' || argument.type === 'Desc'
  return (sorted ? child(argument, 'base') : undefined) ?? argument
}

/** Whether an expression may ask for what surrounds its document (`^`), told by any `^` at all, or needs promises: it stays with groq-js. */
export function looksOutside(node: SyntaxNode): boolean {
  return some(
    node,
    (inner) => inner.type === 'Parent' || inner.type === 'Context' || isAsyncOnly(inner),
  )
}

/** Whether the node calls `namespace::name(…)`. */
export function isCall(node: SyntaxNode, namespace: string, name: string): boolean {
  return node.type === 'FuncCall' && node['namespace'] === namespace && node['name'] === name
}

/** What groq-js evaluates with promises alone: functions that compare versions of a document. */
export function isAsyncOnly(node: SyntaxNode): boolean {
  const {namespace} = node
  return node.type === 'FuncCall' && (namespace === 'diff' || namespace === 'delta')
}

/** Whether the node or any in it is of a kind. */
export function some(node: SyntaxNode, isWanted: (node: SyntaxNode) => boolean): boolean {
  if (isWanted(node)) return true
  if (node.type === 'Value') return false
  return Object.values(node).some((value) =>
    Array.isArray(value)
      ? value.some((element) => isNode(element) && some(element, isWanted))
      : isNode(value) && some(value, isWanted),
  )
}

/**
 * Rebuilds a tree from the top down: where `replace` gives a node, that one stands and is not entered again. What holds nothing that was replaced stays the same object.
 * A `Value` holds data, never nodes, whatever it looks like.
 */
export function mapTree(
  node: SyntaxNode,
  replace: (node: SyntaxNode) => SyntaxNode | undefined,
): SyntaxNode {
  const replaced = replace(node)
  if (replaced) return replaced
  if (node.type === 'Value') return node
  let copy: {type: string; [attribute: string]: unknown} | undefined
  for (const [name, value] of Object.entries(node)) {
    const mapped = mapAttribute(value, replace)
    if (mapped === value) continue
    copy ??= {...node}
    copy[name] = mapped
  }
  return copy ?? node
}

function mapAttribute(
  value: unknown,
  replace: (node: SyntaxNode) => SyntaxNode | undefined,
): unknown {
  if (Array.isArray(value)) {
    const mapped = value.map((element) => mapAttribute(element, replace))
    return mapped.some((element, index) => element !== value[index]) ? mapped : value
  }
  return isNode(value) ? mapTree(value, replace) : value
}
