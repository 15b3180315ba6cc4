import {both, type Candidates, type Countable, type IndexOrder} from '../store/document-source.ts'
import type {Binding} from './bind-filter.ts'
import type {SyntaxNode} from './syntax-tree.ts'

/** What one `*` asks for when it is read. */
export interface SourceRequest {
  readonly candidates: Candidates
  /** Conditions that a candidate must meet to be given to groq-js; each sees the document alone, as `@` */
  readonly filters: readonly SyntaxNode[]
  /** How many documents are enough, and in which order they count; absent: all */
  readonly enough?: Enough
  /** Only their number is asked for */
  readonly counted?: boolean
  /** The filters say no more than this */
  readonly countable?: Countable
}

export interface Enough {
  readonly count: number
  readonly order: IndexOrder
  /** Whether documents with the same value follow each other by `_id` */
  readonly tiesById: boolean
  /** Where the path gives a document many values: which of them it is ordered by */
  readonly value?: SyntaxNode
}

/** A `*` as it stands in the query, whatever its parameters and its `^` are. */
export interface Source extends Omit<SourceRequest, 'candidates' | 'countable'> {
  readonly bindings: readonly Binding[]
  /** What is known of its documents with these parameters, apart from what is bound */
  readonly narrow: (
    params: Readonly<Record<string, unknown>>,
  ) => Pick<SourceRequest, 'candidates' | 'countable'>
}

/**
 * Writes into a request what its `^` was bound to.
 *
 * @param texts - For each binding `s…` a string, `l…` a list of strings, `n` nothing, `?` anything else
 * @param separator - Between the strings of a list
 */
export function bindRequest(
  {enough, ...request}: SourceRequest,
  bindings: readonly Binding[],
  texts: readonly string[],
  separator: string,
): SourceRequest {
  let {candidates} = request
  const filled: SyntaxNode[] = []
  for (const [index, {constrain, whenNull, fill}] of bindings.entries()) {
    const text = texts[index] ?? '?'
    const value = text.slice(1)
    if (text.startsWith('s')) {
      candidates = both(candidates, constrain([value]))
      filled.push(fill(value))
    } else if (text.startsWith('l')) {
      candidates = both(candidates, constrain(value.split(separator)))
    } else if (text.startsWith('n')) candidates = both(candidates, whenNull)
  }
  // What cannot be checked here might fall away later: then nobody can tell how many are enough.
  if (!enough || filled.length < bindings.length) return {...request, candidates}
  return {...request, candidates, filters: [...request.filters, ...filled], enough}
}
