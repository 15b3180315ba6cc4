import {itemsOf, referenceOf, textOf} from './narrow.ts'
import type {Verdict} from './problem.ts'
import {say} from './say.ts'
import {currentSources} from './source-documents.ts'

/** A correction of the copy has come in and the article was not made from it yet. */
export function correctionMerged(sources: readonly unknown[], record: unknown): Verdict {
  const used = new Set(itemsOf(record, 'origins').map((origin) => referenceOf(origin, 'source')))
  const waiting = currentSources(sources).find(
    (source) => textOf(source, 'versionKind') === 'correction' && !used.has(textOf(source, '_id')),
  )
  if (waiting === undefined) return true
  const note = textOf(waiting, 'versionNote')
  return note === '' ? say('correction-not-merged') : say('correction-not-merged-note', {note})
}

/** Where a new version of the copy met an edit, somebody has chosen. */
export function conflictsDecided(record: unknown): Verdict {
  const open = itemsOf(record, 'conflicts').filter(
    (conflict) => textOf(conflict, 'state') === 'open',
  )
  if (open.length === 0) return true
  const fields = open.map((conflict) => `"${textOf(conflict, 'field')}"`).slice(0, 3)
  return say('conflicts-undecided', {fields: fields.join(', ')})
}
