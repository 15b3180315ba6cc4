import {type Fields, isFields, isSame, type Item, itemsOf} from './merge-content.ts'
import type {Conflict} from './merge-item.ts'
import type {MergedArticle} from './merge.ts'

/** What comes with a new text that conflicts are about. */
interface ConflictingText {
  readonly keyPrefix: string
  /** ISO 8601 instant */
  readonly receivedAt: string
  /** What the text says, with the keys of the draft */
  readonly theirs: Fields
}

/**
 * The conflicts of a record after a merge. An open one about the same field keeps its first text and shows the newest; one whose field both sides
 * say the same of now has settled itself; a decided one stays decided.
 */
export function conflictsAfter(
  known: readonly Item[],
  {article, conflicts: found}: MergedArticle,
  {keyPrefix, receivedAt, theirs}: ConflictingText,
): readonly Item[] {
  const conflicts = known.map((conflict) => {
    const {field, state} = conflict
    const isSettled =
      state === 'open' &&
      typeof field === 'string' &&
      isSame(valueAt(article, field), valueAt(theirs, field))
    return isSettled ? {...conflict, state: 'agreed', at: receivedAt} : conflict
  })
  for (const [index, conflict] of found.entries()) {
    const at = conflicts.findIndex(({field, state}) => field === conflict.field && state === 'open')
    const open = conflicts[at]
    if (open === undefined) conflicts.push(newConflict(`${keyPrefix}-x${index + 1}`, conflict))
    else conflicts[at] = renewed(open, conflict)
  }
  return conflicts
}

function newConflict(_key: string, {field, base, theirs, ours}: Conflict): Item {
  const texts = {...jsonOf('base', base), ...jsonOf('theirs', theirs), ...jsonOf('ours', ours)}
  return {_key, _type: 'conflict', field, ...texts, state: 'open'}
}

function renewed(open: Item, {theirs, ours}: Conflict): Item {
  const {theirs: _theirs, ours: _ours, ...kept} = open
  return {...kept, ...jsonOf('theirs', theirs), ...jsonOf('ours', ours)}
}

function jsonOf(name: string, value: unknown): Fields {
  return value === undefined ? {} : {[name]: JSON.stringify(value)}
}

// `headline`, `body[_key=="3f2a1b-b1"]`, `keyPoints[_key=="3f2a1b-k2"].text`
const PATH =
  /^(?<field>[A-Za-z]{1,40})(?:\[_key=="(?<key>[^"]{1,200})"\](?:\.(?<property>[A-Za-z]{1,40}))?)?$/u

/** The value at the path of a conflict; a list without items is no value. */
function valueAt(article: Fields, path: string): unknown {
  const {field = path, key, property} = PATH.exec(path)?.groups ?? {}
  const value = article[field]
  if (key === undefined) return Array.isArray(value) && value.length === 0 ? undefined : value
  const item = itemsOf(value).find(({_key}) => _key === key)
  return property === undefined || !isFields(item) ? item : item[property]
}
