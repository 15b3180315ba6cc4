import {randomUUID} from 'node:crypto'

import {rewriteOwnFunctions} from './functions/own-functions.ts'
import {findWordAttributes} from './gather-text.ts'
import {parseQuery} from './parse-query.ts'
import {parseTemplate} from './parse-template.ts'
import {type RewrittenQuery, rewriteSources} from './rewrite-sources.ts'
import {type RarityOf, rewriteTextQuery} from './rewrite-text-query.ts'
import {isAsyncOnly, some, type SyntaxNode} from './syntax-tree.ts'

/** A query, ready to be evaluated. */
export interface QueryPlan extends RewrittenQuery {
  /** As groq-js parsed it */
  readonly parsed: SyntaxNode
  /** It asks for the text of documents: names of the hidden attributes with words that it needs */
  readonly searched?: readonly string[]
  /** groq-js evaluates it with promises alone */
  readonly isAsync: boolean
}

/** By the template of the query: what its parameters have no say in is worked out once. */
const plans = new WeakMap<SyntaxNode, QueryPlan>()

/**
 * @param rarityOf - What `score()` counts for a word
 * @throws {QueryError} `queryParseError`
 */
export function planQuery(
  query: string,
  params: Readonly<Record<string, unknown>>,
  rarityOf: RarityOf | undefined,
): QueryPlan {
  // How a text is searched follows from its words.
  if (query.includes('text::')) {
    const parsed = parseQuery(query, params)
    return build(parsed, rewriteTextQuery(parsed, rarityOf), true)
  }
  const template = parseTemplate(query)
  if (!template) {
    const parsed = parseQuery(query, params)
    return build(parsed, parsed, false)
  }
  const plan = plans.get(template) ?? build(template, template, false)
  plans.set(template, plan)
  return plan
}

function build(parsed: SyntaxNode, searched: SyntaxNode, searches: boolean): QueryPlan {
  const tree = rewriteOwnFunctions(searched)
  const rewritten = rewriteSources(tree, `\u0000${randomUUID()}:`, searches)
  return {
    ...rewritten,
    parsed,
    ...(searches && {searched: findWordAttributes(tree)}),
    isAsync: some(rewritten.tree, isAsyncOnly),
  }
}
