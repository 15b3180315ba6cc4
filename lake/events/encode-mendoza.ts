import {isDeepStrictEqual} from 'node:util'

import {isRecord} from '../store/lake-document.ts'

/** A Mendoza patch: a flat list of opcodes and their operands. `[0, null]` deletes, `[0, document]` makes. */
export type MendozaPatch = readonly unknown[]

type Attributes = Readonly<Record<string, unknown>>

// Opcodes, named as in the decoder (`mendoza`, internal-patcher.ts).
const VALUE = 0
const PUSH_FIELD_COPY = 10
const PUSH_FIELD_BLANK = 11
const PUSH_ELEMENT_COPY = 12
const RETURN_INTO_FIELD_SAME_KEY = 15
const RETURN_INTO_ARRAY = 16
const SET_FIELD_VALUE = 17
const DELETE_FIELD = 19
const APPEND_VALUE = 20
const APPEND_SLICE = 21
const APPEND_STRING = 22
const APPEND_STRING_SLICE = 23

/**
 * Encodes how one version of a document becomes another, as fine as the Studio's per-author colouring needs it.
 *
 * @param left - The document before, WITHOUT `_rev` (fields are addressed by index in the sorted keys), or `undefined`
 * @param right - The document after, without `_rev`, or `undefined`
 *
 * @example
 * encodeMendoza({title: 'One'}, {title: 'One up'}) // [11, 0, 23, 0, 3, 22, ' up', 15]
 */
export function encodeMendoza(
  left: Attributes | undefined,
  right: Attributes | undefined,
): MendozaPatch {
  if (right === undefined) return [VALUE, null]
  if (left === undefined) return [VALUE, right]
  return diffObject(left, right)
}

function diffObject(left: Attributes, right: Attributes): unknown[] {
  const patch: unknown[] = []
  for (const [index, key] of Object.keys(left).toSorted().entries()) {
    const before = left[key]
    const after = right[key]
    if (after === undefined) patch.push(DELETE_FIELD, index)
    else if (!isDeepStrictEqual(before, after)) patch.push(...diffField(before, after, key, index))
  }
  for (const [key, after] of Object.entries(right)) {
    if (!(key in left) && after !== undefined) patch.push(SET_FIELD_VALUE, after, key)
  }
  return patch
}

function diffField(
  before: unknown,
  after: unknown,
  key: string,
  index: number,
): readonly unknown[] {
  if (isRecord(before) && isRecord(after)) {
    return [PUSH_FIELD_COPY, index, ...diffObject(before, after), RETURN_INTO_FIELD_SAME_KEY]
  }
  // Nothing written into a blank gives null: empty results are set as values.
  if (Array.isArray(before) && Array.isArray(after) && after.length > 0) {
    return [PUSH_FIELD_BLANK, index, ...diffArray(before, after), RETURN_INTO_FIELD_SAME_KEY]
  }
  if (typeof before === 'string' && typeof after === 'string') {
    const patch = diffString(before, after)
    if (patch) return [PUSH_FIELD_BLANK, index, ...patch, RETURN_INTO_FIELD_SAME_KEY]
  }
  return [SET_FIELD_VALUE, after, key]
}

function diffArray(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const patch: unknown[] = []
  const runs = createRunFinder(before, after)
  const counterparts = new Map(
    before.flatMap((element, index) => {
      const key = readKey(element)
      return key === undefined ? [] : [[key, index] as const]
    }),
  )
  let position = 0
  while (position < after.length) {
    const run = runs.longestAt(position)
    if (run.length > 0) {
      patch.push(APPEND_SLICE, run.start, run.start + run.length)
      position += run.length
      continue
    }
    const element = after[position]
    const key = readKey(element)
    const index = key === undefined ? undefined : counterparts.get(key)
    const counterpart = index === undefined ? undefined : before[index]
    if (key !== undefined && isRecord(counterpart) && isRecord(element)) {
      counterparts.delete(key)
      patch.push(PUSH_ELEMENT_COPY, index, ...diffObject(counterpart, element), RETURN_INTO_ARRAY)
    } else patch.push(APPEND_VALUE, element)
    position++
  }
  return patch
}

function readKey(element: unknown): string | undefined {
  return isRecord(element) && typeof element['_key'] === 'string' ? element['_key'] : undefined
}

/** Starts tried for each run: keeps arrays of many equal elements from costing their length squared. */
const STARTS = 8

function createRunFinder(before: readonly unknown[], after: readonly unknown[]) {
  const left = before.map((element) => JSON.stringify(element))
  const right = after.map((element) => JSON.stringify(element))
  const starts = new Map<string, number[]>()
  for (const [index, text] of left.entries()) {
    const known = starts.get(text)
    if (known === undefined) starts.set(text, [index])
    else if (known.length < STARTS) known.push(index)
  }
  return {
    longestAt(position: number) {
      let best = {start: 0, length: 0}
      for (const start of starts.get(right[position] ?? '') ?? []) {
        let length = 0
        while (
          start + length < left.length &&
          position + length < right.length &&
          left[start + length] === right[position + length]
        ) {
          length++
        }
        if (length > best.length) best = {start, length}
      }
      return best
    },
  }
}

/** Offsets are UTF-8 bytes of the left string and fall on code points. */
function diffString(before: string, after: string): readonly unknown[] | undefined {
  // A lone surrogate has no UTF-8 form.
  if (!before.isWellFormed() || !after.isWellFormed()) return undefined
  const left = Array.from(before)
  const right = Array.from(after)
  const shorter = Math.min(left.length, right.length)
  let prefix = 0
  while (prefix < shorter && left[prefix] === right[prefix]) prefix++
  let suffix = 0
  while (
    suffix < shorter - prefix &&
    left[left.length - 1 - suffix] === right[right.length - 1 - suffix]
  ) {
    suffix++
  }
  if (prefix + suffix === 0) return undefined
  const middle = right.slice(prefix, right.length - suffix).join('')
  const total = Buffer.byteLength(before)
  const prefixBytes = Buffer.byteLength(left.slice(0, prefix).join(''))
  const suffixBytes = Buffer.byteLength(left.slice(left.length - suffix).join(''))
  return [
    ...(prefix > 0 ? [APPEND_STRING_SLICE, 0, prefixBytes] : []),
    ...(middle === '' ? [] : [APPEND_STRING, middle]),
    ...(suffix > 0 ? [APPEND_STRING_SLICE, total - suffixBytes, total] : []),
  ]
}
