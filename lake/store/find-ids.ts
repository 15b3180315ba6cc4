import type {DatabaseSync} from 'node:sqlite'

import {type AttributeConstraint, both, type Candidates, isUnknown} from './document-source.ts'
import {createWordFinder} from './find-by-words.ts'
import {held, type IdSet, intersect, readFewOf, selection, unionOf} from './id-set.ts'
import {createIndexFields, type IndexFields} from './index-fields.ts'
import {isPoint} from './sort-key.ts'

/** Asks the indexes of one dataset which stored documents can match. */
export interface IdFinder extends IndexFields {
  /** Ids of every row that can match, each once, in no order; `undefined` when no index knows */
  find(candidates: Candidates): readonly string[] | undefined
  /** The same, only when at most `limit` rows can match */
  findFew(candidates: Candidates, limit: number): readonly string[] | undefined
}

/** What is known of the document where alternatives stand. */
interface Surroundings {
  readonly types?: readonly string[] | undefined
  readonly best?: number | undefined
}

const RANGE = 'SELECT id FROM path_values WHERE field = ? AND key >= ? AND key <= ?'
const TYPE = 'SELECT id FROM documents WHERE dataset = ? AND type = ?'
const LAYERS = 'SELECT id FROM documents WHERE dataset = ? AND published_id = ?'
const REFERENCING = 'SELECT from_id AS id FROM document_references WHERE dataset = ? AND to_id = ?'

/**
 * For one snapshot: what the indexes have told is kept.
 *
 * @param layered - `ids` of the candidates are published ids and stand for all their layers
 */
export function createIdFinder(
  connection: DatabaseSync,
  dataset: string,
  layered: boolean,
): IdFinder {
  const fields = createIndexFields(connection, dataset)
  const byWords = createWordFinder(connection, dataset)

  function ofAttribute(attribute: AttributeConstraint, types?: readonly string[]) {
    const stretches = fields.stretches(attribute, types)
    return stretches && selection(connection, RANGE, stretches)
  }

  function ofEach(sql: string, names: readonly string[]): IdSet {
    const calls = names.map((name) => [dataset, name])
    return selection(connection, sql, calls)
  }

  /** Every set that the document must be in. */
  function setsOf(candidates: Candidates, outer: Surroundings = {}): readonly IdSet[] {
    const {
      ids,
      types,
      publishedIds,
      referencing,
      attributes = [],
      words,
      alternatives = [],
    } = candidates
    const known = both(types ? {types} : {}, outer.types ? {types: outer.types} : {})
    const best = candidates.best ?? outer.best
    const surroundings = {types: known.types, best}
    return [
      ids && (layered ? ofEach(LAYERS, ids) : held(ids)),
      // Who has one value is told first: the fewest have it.
      ...attributes
        .toSorted((left, right) => Number(isOneValue(right)) - Number(isOneValue(left)))
        .map((attribute) => ofAttribute(attribute, known.types)),
      referencing && ofEach(REFERENCING, referencing),
      publishedIds && ofEach(LAYERS, publishedIds),
      words && (best === undefined ? byWords.all(words) : byWords.best(words, known.types, best)),
      ...alternatives.map((members) => anyOf(members, surroundings)),
      // Mostly the most of all
      types && ofEach(TYPE, types),
    ].filter((set) => set !== undefined)
  }

  function anyOf(
    alternatives: readonly Candidates[],
    surroundings: Surroundings,
  ): IdSet | undefined {
    const members: (readonly IdSet[])[] = []
    for (const alternative of alternatives) {
      const own = setsOf(alternative, surroundings)
      if (own.length === 0) return undefined
      members.push(own)
    }
    return unionOf(members)
  }

  return {
    ...fields,
    find(candidates) {
      return isUnknown(candidates) ? undefined : intersect(setsOf(candidates))
    },
    findFew(candidates, limit) {
      const sets = setsOf(candidates)
      const few = readFewOf(sets)
      if (few) return [...new Set(few)]
      return sets.some((set) => set.count(limit + 1) <= limit) ? intersect(sets) : undefined
    },
  }
}

function isOneValue({ranges}: AttributeConstraint): boolean {
  return ranges.length === 1 && ranges.every(isPoint)
}
