import type {DatabaseSync} from 'node:sqlite'

import type {AttributeConstraint} from './document-source.ts'
import {prepareOnce} from './prepare-once.ts'
import {everyKey, isPoint, pinnedPrefix, prefixed, type SortKey} from './sort-key.ts'

/** Where in `path_values` the rows of a constraint stand. */
export type Stretch = readonly [field: number, lowest: SortKey, greatest: SortKey]

/** Tells where the index of paths has what a query asks for. */
export interface IndexFields {
  /** Where the rows of a constraint stand, each once; `undefined` when the path has no index */
  stretches(
    attribute: AttributeConstraint,
    types?: readonly string[],
  ): readonly Stretch[] | undefined
  /** The index field that holds a path for a type; `undefined` when there is none */
  field(path: string, type: string): number | undefined
}

/** Reads the fields of each path once: for one snapshot. */
export function createIndexFields(connection: DatabaseSync, dataset: string): IndexFields {
  const fieldsByPath = new Map<string, ReadonlyMap<string, number> | undefined>()

  /** The index fields that hold a path, by type; `undefined` when the path has no index. */
  function fieldsByType(path: string): ReadonlyMap<string, number> | undefined {
    if (!fieldsByPath.has(path)) fieldsByPath.set(path, readFields(path))
    return fieldsByPath.get(path)
  }

  function readFields(path: string): ReadonlyMap<string, number> | undefined {
    const rows = prepareOnce(
      connection,
      'SELECT field, type FROM indexed_fields WHERE dataset = ? AND path = ?',
    )
      .all(dataset, path)
      .map((row) => [String(row['type']), Number(row['field'])] as const)
    if (rows.length > 0) return new Map(rows)
    const known = prepareOnce(connection, 'SELECT 1 FROM indexed_paths WHERE path = ?').get(path)
    return known && new Map()
  }

  /** Those for these types (all when not told). */
  function fields(path: string, types?: readonly string[]): readonly number[] | undefined {
    const found = fieldsByType(path)
    return (
      found &&
      [...found].filter(([type]) => types?.includes(type) ?? true).map(([, field]) => field)
    )
  }

  /** The same for a path that is indexed together with what orders it. */
  function orderedFields(path: string, types?: readonly string[]): readonly number[] | undefined {
    const ordered = prepareOnce(
      connection,
      'SELECT path FROM indexed_paths WHERE path > ? AND path < ? LIMIT 1',
    ).get(`${path}, `, `${path}-`)?.['path']
    return typeof ordered === 'string' ? fields(ordered, types) : undefined
  }

  return {
    stretches({path, ranges}, types) {
      const alone = fields(path, types)
      const found = alone ?? (ranges.every(isPoint) ? orderedFields(path, types) : undefined)
      const wanted = alone ? ranges : ranges.map(({from}) => prefixed(pinnedPrefix(from), everyKey))
      return found?.flatMap((field) => wanted.map(({from, to}): Stretch => [field, from, to]))
    },
    field: (path, type) => fieldsByType(path)?.get(type),
  }
}
