import {compareVersions, type WireChange} from './compare-versions.ts'
import type {DeskChange, VersionPair} from './desk-changes.ts'

/** A stretch of a comparison: one change, or what lies unchanged between two. */
export type Fold =
  | {readonly type: 'change'; readonly change: DeskChange}
  | {readonly type: 'unchanged'; readonly same: readonly WireChange[]}

/** The whole text in the order of printing, what did not change folded up between the changes. */
export function foldUnchanged(
  {before, after}: VersionPair,
  changes: readonly DeskChange[],
): readonly Fold[] {
  const open = new Map(changes.map((change) => [change.path, change]))
  const folds: Fold[] = []
  for (const compared of compareVersions(before, after)) {
    const change = open.get(compared.path)
    const last = folds.at(-1)
    if (change) {
      open.delete(compared.path)
      folds.push({type: 'change', change})
    } else if (last?.type === 'unchanged') {
      folds[folds.length - 1] = {...last, same: [...last.same, compared]}
    } else folds.push({type: 'unchanged', same: [compared]})
  }
  return [...folds, ...[...open.values()].map((change): Fold => ({type: 'change', change}))]
}
