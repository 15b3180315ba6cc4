import {type Fields, isFields, isSame, isTextBlock} from '../../ingest/merge-content.ts'
import {blockText} from '../../schemas/portable-text.ts'
import {compareVersions, type WireChange} from './compare-versions.ts'
import {type Conflict, conflictsOf} from './conflicts.ts'
import {fieldPlace, isPlaced, keysOf, valueAt} from './field-place.ts'

/** Two versions of a story, as `storyVersions` reads them. */
export interface VersionPair {
  readonly before: Fields
  readonly after: Fields
}

/** A change of the wire, and how the article stands to it. */
export interface DeskChange extends WireChange {
  /** In the article; `undefined` where it has not got it */
  readonly ours: unknown
  /** `open`: an editor has to decide. `taken`: the article says what the wire says now. `ours`: it says something else */
  readonly state: 'open' | 'taken' | 'ours'
  /** What the record says of it, or would say: what is decided is decided about these */
  readonly conflicts: readonly Conflict[]
}

/**
 * What a new version of a story changed and how the article stands to it. A conflict that is still open from a version before comes last.
 *
 * @param article - As it stands, draft before published
 * @param record - Its `articleRecord`
 */
export function deskChanges(
  {before, after}: VersionPair,
  article: Fields,
  record: unknown,
): readonly DeskChange[] {
  const known = conflictsOf(record)
  const changes = compareVersions(before, after).filter(({kind}) => kind !== 'same')
  const rows = changes.map((change) => deskChange(change, article, known, after))
  const shown = new Set(rows.flatMap(({conflicts}) => conflicts))
  return [
    ...rows,
    ...known
      .filter((conflict) => conflict.state === 'open' && !shown.has(conflict))
      .map((conflict) => fromBefore(conflict, article)),
  ]
}

/** An embargo that the wire no longer prints is not lifted here: that takes a reason, which its own action asks for. */
export function isTakeable({field, theirs, ours, state}: DeskChange): boolean {
  if (state === 'taken') return false
  return !(field === 'embargo' && theirs === undefined && isFields(ours) && ours['active'] === true)
}

function deskChange(
  change: WireChange,
  article: Fields,
  known: readonly Conflict[],
  after: Fields,
): DeskChange {
  const {path, field, kind, base, theirs} = change
  const ours = valueAt(article, path)
  const isTaken =
    saysTheirs(ours, change) && (kind !== 'moved' || isPlaced(article, path, keysOf(after[field])))
  const stored = known.filter((conflict) => isAbout(conflict, change))
  const unstored = {field: path, base, theirs, ours: isTaken ? base : ours, state: undefined}
  return {
    ...change,
    ours,
    state: stored.some(({state}) => state === 'open') ? 'open' : isTaken ? 'taken' : 'ours',
    conflicts: stored.length > 0 ? stored : [unstored],
  }
}

/** One that was decided is about this change when the wire said then what it says now. */
function isAbout({field, state, theirs}: Conflict, change: WireChange): boolean {
  const {property} = fieldPlace(field)
  if (field !== change.path && !field.startsWith(`${change.path}.`)) return false
  const now =
    property !== undefined && isFields(change.theirs) ? change.theirs[property] : change.theirs
  return state === 'open' || isSame(theirs, now)
}

function fromBefore(conflict: Conflict, article: Fields): DeskChange {
  const {field, base, theirs} = conflict
  return {
    path: field,
    field: fieldPlace(field).field,
    kind: base === undefined ? 'inserted' : theirs === undefined ? 'deleted' : 'changed',
    base,
    theirs,
    place: undefined,
    ours: valueAt(article, field),
    state: 'open',
    conflicts: [conflict],
  }
}

/** An editor's bold on the wire's own words does not make them others, nor does what copy cannot fill, as the support of a key point. */
function saysTheirs(ours: unknown, {base, theirs}: WireChange): boolean {
  if (isSame(ours, theirs)) return true
  if (!isFields(ours) || !isFields(theirs)) return false
  if (isTextBlock(ours) && isTextBlock(theirs)) return blockText(ours) === blockText(theirs)
  const {_key, ...ofCopy} = {...(isFields(base) && base), ...theirs}
  return Object.keys(ofCopy).every((name) => isSame(ours[name], theirs[name]))
}
