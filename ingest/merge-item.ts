import {type Fields, isFields, isSame, isTextBlock, type Item, itemsOf} from './merge-content.ts'

/**
 * What both an editor and the new copy changed. The editor's words stay. `field` is a path in the article; a value that is absent was
 * not there, or was taken out.
 */
export interface Conflict {
  readonly field: string
  readonly base?: unknown
  readonly theirs?: unknown
  readonly ours?: unknown
}

export interface MergedItem {
  readonly item: Item
  readonly conflicts: readonly Conflict[]
}

/** Merges an item that is one thing: a credit, a paragraph. Highlights and links that an editor put on words move to the new text where the words still stand once. */
export function mergeWhole(path: string, base: Item, theirs: Item, ours: Item): MergedItem {
  if (isSame(base, theirs) || isSame(ours, theirs)) return {item: ours, conflicts: []}
  if (isSame(base, ours)) return {item: {...theirs, _key: ours._key}, conflicts: []}
  const marked = transferMarks(base, theirs, ours)
  if (marked !== undefined) return {item: marked, conflicts: []}
  const key = {_key: ours._key}
  return {
    item: ours,
    conflicts: [{field: path, base: {...base, ...key}, theirs: {...theirs, ...key}, ours}],
  }
}

/** Merges an item property by property: a key point's support is the editor's while its text is the copy's. */
export function mergeProperties(path: string, base: Item, theirs: Item, ours: Item): MergedItem {
  const merged: Record<string, unknown> = {...ours}
  const conflicts: Conflict[] = []
  for (const name of new Set([...Object.keys(base), ...Object.keys(theirs)])) {
    if (name === '_key' || isSame(base[name], theirs[name]) || isSame(ours[name], theirs[name])) {
      continue
    }
    if (!isSame(base[name], ours[name])) {
      conflicts.push(conflictOf(`${path}.${name}`, base[name], theirs[name], ours[name]))
    } else if (theirs[name] === undefined) delete merged[name]
    else merged[name] = theirs[name]
  }
  return {item: {...merged, _key: ours._key}, conflicts}
}

/** A conflict without the values that are absent. */
export function conflictOf(field: string, base: unknown, theirs: unknown, ours: unknown): Conflict {
  return {
    field,
    ...(base !== undefined && {base}),
    ...(theirs !== undefined && {theirs}),
    ...(ours !== undefined && {ours}),
  }
}

interface MarkedWords {
  readonly start: number
  readonly end: number
  readonly marks: readonly string[]
}

/** The new text with the editor's marks, or `undefined` when the editor changed words or the marked words are not there just once. */
function transferMarks(base: Item, theirs: Item, ours: Item): Item | undefined {
  if (![base, theirs, ours].every(isTextBlock)) return undefined
  if (textOf(base) !== textOf(ours) || !isSame(frameOf(base), frameOf(ours))) return undefined
  const text = textOf(theirs)
  const placed: MarkedWords[] = []
  const before = marksAt(base)
  for (const {start, end, marks} of marksAt(ours)) {
    if (!keepsMarks(before, start, end, marks)) return undefined
    const added = marks.filter((mark) => !isMarkedBefore(before, start, end, mark))
    if (added.length === 0) continue
    const at = placeOf(textOf(ours), {start, end}, text)
    if (at === undefined) return undefined
    placed.push({start: at, end: at + end - start, marks: added})
  }
  if (placed.length === 0) return undefined
  return {
    ...theirs,
    _key: ours._key,
    markDefs: itemsOf(ours['markDefs']),
    children: cut(marksAt(theirs), placed, text, ours._key),
  }
}

/** Where the words of one text stand in another, if they do just once: `rate` stands not in `corporate`. */
function placeOf(
  from: string,
  {start, end}: {readonly start: number; readonly end: number},
  text: string,
): number | undefined {
  const words = from.slice(start, end)
  const places: number[] = []
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const isCutAlike =
      cutsWord(text, at) === cutsWord(from, start) &&
      cutsWord(text, at + words.length) === cutsWord(from, end)
    if (isCutAlike) places.push(at)
  }
  return places.length === 1 ? places[0] : undefined
}

/** Whether letters or figures stand on both sides of a place. */
function cutsWord(text: string, at: number): boolean {
  return /^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1)) && at > 0
}

function isMarkedBefore(
  before: readonly MarkedWords[],
  start: number,
  end: number,
  mark: string,
): boolean {
  return before.some((span) => span.start <= start && end <= span.end && span.marks.includes(mark))
}

function keepsMarks(
  before: readonly MarkedWords[],
  start: number,
  end: number,
  marks: readonly string[],
): boolean {
  return before
    .filter((span) => span.start < end && start < span.end)
    .every((span) => span.marks.every((mark) => marks.includes(mark)))
}

function cut(
  theirs: readonly MarkedWords[],
  placed: readonly MarkedWords[],
  text: string,
  key: string,
): readonly Item[] {
  const spans = [...theirs, ...placed]
  const edges = [...new Set(spans.flatMap(({start, end}) => [start, end]))].toSorted(
    (a, b) => a - b,
  )
  return edges.slice(1).map((end, index) => {
    const start = edges[index] ?? 0
    const marks = spans
      .filter((span) => span.start <= start && end <= span.end)
      .flatMap((span) => span.marks)
    return {
      _key: `${key}s${index}`,
      _type: 'span',
      text: text.slice(start, end),
      marks: [...new Set(marks)],
    }
  })
}

function frameOf({_key, children: _children, markDefs: _definitions, ...frame}: Item): Fields {
  return frame
}

function textOf(block: Fields): string {
  return childrenOf(block)
    .map(({text}) => text)
    .join('')
}

function marksAt(block: Fields): readonly MarkedWords[] {
  let end = 0
  return childrenOf(block).map(({text, marks}) => {
    const start = end
    end += text.length
    return {start, end, marks}
  })
}

function childrenOf(block: Fields): readonly {text: string; marks: readonly string[]}[] {
  const children: unknown = block['children']
  if (!Array.isArray(children)) return []
  return children.filter(isFields).map(({text, marks}) => ({
    text: typeof text === 'string' ? text : '',
    marks: Array.isArray(marks) ? marks.filter((mark) => typeof mark === 'string') : [],
  }))
}
