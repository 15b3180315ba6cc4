import type {SyntaxNode} from './syntax-tree.ts'

/** A constant. */
export function value(constant: unknown): SyntaxNode {
  return {type: 'Value', value: constant}
}

/** `left + right` */
export function plus(left: SyntaxNode, right: SyntaxNode): SyntaxNode {
  return {type: 'OpCall', op: '+', left, right}
}

/** `left && right` */
export function and(left: SyntaxNode, right: SyntaxNode): SyntaxNode {
  return {type: 'And', left, right}
}

/** `namespace::name(…args)` */
export function call(namespace: string, name: string, args: readonly SyntaxNode[]): SyntaxNode {
  return {type: 'FuncCall', namespace, name, args}
}

/** `base->` */
export function dereference(base: SyntaxNode): SyntaxNode {
  return {type: 'Deref', base}
}

/** `base.name`; of the value in scope (`@`) unless told */
export function attribute(name: string, base: SyntaxNode = {type: 'This'}): SyntaxNode {
  return {type: 'AccessAttribute', base, name}
}

/** `{name: node, …}` */
export function object(attributes: Readonly<Record<string, SyntaxNode>>): SyntaxNode {
  return {
    type: 'Object',
    attributes: Object.entries(attributes).map(([name, node]) => ({
      type: 'ObjectAttributeValue',
      name,
      value: node,
    })),
  }
}

/** `expression` for each element of a list, with the element as `@` */
export function map(list: SyntaxNode, expression: SyntaxNode): SyntaxNode {
  return {type: 'Map', base: {type: 'ArrayCoerce', base: list}, expr: expression}
}
