import {publishedIdOf} from './document-ids.ts'
import type {Candidates, IndexOrder} from './document-source.ts'
import {prepareOnce} from './prepare-once.ts'
import type {SortKey} from './sort-key.ts'
import {beyondOrder, pageSizes, type WalkedId, type WalkOptions, walkSizes} from './walk-options.ts'

/** Ids of the rows that can match in their own order: published ids where layers count. */
export function* walkById(
  candidates: Candidates,
  {descending}: IndexOrder,
  {connection, dataset, finder, layered, count, sizes = walkSizes}: WalkOptions,
): Iterable<WalkedId> {
  const {types, attributes = []} = candidates
  // Other layers of a document may be of another type: no index has theirs in order.
  const others = layered ? candidates : beyondOrder(candidates, {path: '_id', descending})
  const few = finder.findFew(others, sizes.few)
  if (few) {
    const sorted = layered ? [...new Set(few.map(publishedIdOf))].toSorted() : few.toSorted()
    for (const [group, id] of (descending ? sorted.toReversed() : sorted).entries()) {
      yield {id, group, sorted: true}
    }
    return
  }
  const column = layered ? 'published_id' : 'id'
  const type = types?.length === 1 ? types : []
  const conditions = type.length === 1 ? 'AND type = ?' : ''
  const sql = (operator: string) =>
    prepareOnce(
      connection,
      `SELECT DISTINCT ${column} AS id FROM documents
       WHERE dataset = ? ${conditions} AND ${column} ${operator} ? ORDER BY ${column} ${descending ? 'DESC' : ''} LIMIT ?`,
    )
  const next = sql(descending ? '<' : '>')
  const lowest = attributes.find(({path}) => path === '_id')?.ranges[0]?.from
  const start = descending ? '\u007f' : lowest ? readLowest(lowest) : ''
  let group = 0
  let last: string | undefined
  for (const size of pageSizes(count, sizes.page)) {
    const page: readonly Readonly<Record<string, unknown>>[] =
      last === undefined
        ? sql(descending ? '<=' : '>=').all(dataset, ...type, start, size)
        : next.all(dataset, ...type, last, size)
    const ids = page.map((row) => String(row['id']))
    for (const id of ids) yield {id, group: group++, sorted: true}
    last = ids.at(-1)
    if (last === undefined || ids.length < size) return
  }
}

/** The id in a key; ids are ASCII, so that cutting the rest off only starts earlier. */
function readLowest(key: SortKey): string {
  return /^[\w.-]*/u.exec(new TextDecoder().decode(key.subarray(1)))?.[0] ?? ''
}
