/**
 * A list with one item moved.
 *
 * @param by - Places towards the end; negative towards the start
 * @returns The same list where the item would leave it
 */
export function moveItem<Item>(items: readonly Item[], from: number, by: number): readonly Item[] {
  const to = from + by
  const item = items[from]
  if (item === undefined || to < 0 || to >= items.length) return items
  return items.toSpliced(from, 1).toSpliced(to, 0, item)
}
