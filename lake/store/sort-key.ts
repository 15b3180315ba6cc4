/** Bytes that compare (as SQLite compares BLOBs) in the order in which groq-js orders the values they stand for. */
export type SortKey = Uint8Array

/** From and to, both included. */
export interface KeyRange {
  readonly from: SortKey
  readonly to: SortKey
}

const NUMBER = 2
const STRING = 3
const BOOLEAN = 4
const OTHER = 0x7e
const NOTHING = 0x7f

/** Longer strings are known by their beginning: equal keys need not mean equal values then. */
const LONGEST_STRING = 120

/** Arrays and objects: something that has no order. */
export const otherKey: SortKey = Uint8Array.of(OTHER)
/** `null`, or no such attribute. */
export const nullKey: SortKey = Uint8Array.of(NOTHING)
/** Everything that `defined()` finds. */
export const definedRange: KeyRange = {from: Uint8Array.of(0), to: otherKey}

/**
 * The key of a JSON value: numbers, then strings by UTF-16 units, then booleans, then what has no order.
 * Keys are monotone: a smaller value never has a greater key. Equal values have equal keys.
 */
export function sortKey(value: unknown): SortKey {
  if (typeof value === 'number') return numberKey(value)
  if (typeof value === 'string') return stringKey(value)
  if (typeof value === 'boolean') return Uint8Array.of(BOOLEAN, value ? 1 : 0)
  return value === null || value === undefined ? nullKey : otherKey
}

/** Whether values with this key can differ: it was made of the beginning of a long string. */
export function isShortened(key: SortKey): boolean {
  return key[0] === STRING && key.at(-1) === SHORTENED
}

/** Every key. */
export const everyKey: KeyRange = {from: Uint8Array.of(0), to: Uint8Array.of(0xff)}

/** Whether it is the range of one key. */
export function isPoint({from, to}: KeyRange): boolean {
  return sameKey(from, to)
}

export function sameKey(left: SortKey, right: SortKey): boolean {
  return Buffer.compare(left, right) === 0
}

/** The range of keys of values that stand so to a constant; `undefined` when nothing compares with it. */
export function rangeOf(operator: string, constant: unknown): KeyRange | undefined {
  const key = sortKey(constant)
  const type = key[0] ?? NOTHING
  if (type >= OTHER) return undefined
  if (operator === '==') return {from: key, to: key}
  // Bounds are included even for < and >: the filter itself decides, and shortened keys may be equal.
  if (operator === '<' || operator === '<=') return {from: Uint8Array.of(type), to: key}
  if (operator === '>' || operator === '>=') return {from: key, to: Uint8Array.of(type + 1)}
  return undefined
}

/** The beginning of the keys of all values that stand behind this one; no other value's keys begin so. */
export function pinnedPrefix(pinned: SortKey): SortKey {
  return Uint8Array.of(pinned.length >> 8, pinned.length & 0xff, ...pinned)
}

/** The same keys with something before them. */
export function prefixed(prefix: SortKey, {from, to}: KeyRange): KeyRange {
  return {from: Buffer.concat([prefix, from]), to: Buffer.concat([prefix, to])}
}

function numberKey(value: number): SortKey {
  const key = new Uint8Array(9)
  key[0] = NUMBER
  const view = new DataView(key.buffer)
  view.setFloat64(1, value === 0 ? 0 : value)
  // IEEE 754 in order: positive ones get the sign bit set, negative ones are turned over.
  const high = view.getUint32(1)
  const negative = high >= 0x80000000
  view.setUint32(1, negative ? ~high : high | 0x80000000)
  if (negative) view.setUint32(5, ~view.getUint32(5))
  return key
}

const SHORTENED = 0xff

/** UTF-8 of each UTF-16 unit by itself (CESU-8): its byte order is the order of the units, which UTF-8's own is not. */
function stringKey(text: string): SortKey {
  const bytes = [STRING]
  const units = Math.min(text.length, LONGEST_STRING)
  for (let index = 0; index < units; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) bytes.push(unit)
    else if (unit < 0x800) bytes.push(0xc0 | (unit >> 6), 0x80 | (unit & 0x3f))
    else bytes.push(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f))
  }
  // No unit's bytes begin so: greater than the beginning alone, smaller than no greater beginning.
  if (text.length > LONGEST_STRING) bytes.push(SHORTENED)
  return Uint8Array.from(bytes)
}
