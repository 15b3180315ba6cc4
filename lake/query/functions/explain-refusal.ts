import {mapTree, type SyntaxNode} from '../syntax-tree.ts'

/** What groq-js parses and refuses to evaluate, with nothing on one machine that it could mean. */
const REFUSED = new Set([
  'documents::get',
  'documents::incomingRefCount',
  'documents::incomingGlobalDocumentReferenceCount',
  'media::aspect',
  'user::attributes',
  'text::semanticSimilarity',
  'text::query',
  'global::anywhere',
])

/** groq-js says just "not implemented": this names the function. */
export function explainRefusal(message: string, tree: SyntaxNode): string {
  if (message !== 'not implemented') return message
  const called = new Set<string>()
  mapTree(tree, (node) => {
    const name = `${String(node['namespace'])}::${String(node['name'])}`
    if (node.type === 'FuncCall' && REFUSED.has(name)) called.add(`${name}()`)
    return undefined
  })
  const names = [...called].join(' and ')
  return `Cannot evaluate ${names}: the embedded lake has no such function here; docs/lake-differences.md lists what it lacks`
}
