import type {Countable} from '../store/document-source.ts'
import {isPoint, isShortened} from '../store/sort-key.ts'
import {narrowFilter} from './narrow-filter.ts'
import type {SyntaxNode} from './syntax-tree.ts'

/**
 * What an index can count without looking at a document: conditions that say no more than that it is of some types, and perhaps that it has one value at a path.
 *
 * @param conditions - All must hold
 */
export function findCountable(conditions: readonly SyntaxNode[]): Countable | undefined {
  let types: readonly string[] | undefined
  let attribute: Countable['attribute']
  for (const condition of conditions) {
    // A comparison that says something of the type alone, or of one value at one path, says all.
    const {types: ofTypes, attributes, referencing: _, ...rest} = narrowFilter(condition)
    const [only, ...others] = attributes ?? []
    const [range, ...ranges] = only?.ranges ?? []
    if (condition.type !== 'OpCall' || Object.keys(rest).length > 0) return undefined
    if (ofTypes && !only && !types) types = ofTypes
    else if (ofTypes || !only || attribute || others.length > 0) return undefined
    else if (!range || ranges.length > 0 || !isPoint(range) || isShortened(range.from)) {
      return undefined
    } else attribute = only
  }
  return types && {types, ...(attribute && {attribute})}
}
