import {child, type SyntaxNode, unwrap} from './syntax-tree.ts'

const NAME = /^[A-Za-z_]\w{0,99}$/u

/** The path when the node is an attribute of the filtered document itself, at any depth: `slug.current`. */
export function attributePath(node: SyntaxNode): string | undefined {
  const bare = unwrap(node)
  const {name} = bare
  if (bare.type !== 'AccessAttribute' || typeof name !== 'string' || !NAME.test(name)) {
    return undefined
  }
  const base = child(bare, 'base')
  if (base === undefined || base.type === 'This') return name
  const before = attributePath(base)
  return before === undefined ? undefined : `${before}.${name}`
}

/**
 * The path of the elements that `… in X` looks through.
 *
 * @example
 * elementPath(…`bylines[].contributor._ref`) // 'bylines[].contributor._ref'
 * elementPath(…`formerSlugs`) // 'formerSlugs[]'
 */
export function elementPath(node: SyntaxNode): string | undefined {
  const bare = unwrap(node)
  const base = child(bare, 'base')
  if (bare.type === 'Map') {
    const list = base && elementPath(base)
    const expression = child(bare, 'expr')
    const rest = expression && attributePath(expression)
    const one = list?.endsWith('[]') === true && rest !== undefined
    return one ? `${list}.${rest}` : undefined
  }
  const list = bare.type === 'ArrayCoerce' ? base : bare
  const path = list && attributePath(list)
  return path === undefined ? undefined : `${path}[]`
}
