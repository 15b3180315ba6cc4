/**
 * Names that would reach an object's prototype, or hide the method that groq-js asks every object: one such document would break every query of its dataset.
 */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype', 'hasOwnProperty'])

/** Deepest nesting of a stored document or a request: far above any real document, far below the stack's end. */
export const maximumDepth = 100

/**
 * What keeps a value from being stored: a forbidden attribute name, a number that JSON cannot hold (it would become `null`), too deep a nesting.
 *
 * @returns The sentence, or `undefined`
 */
export function findFault(value: unknown, depth = 1): string | undefined {
  if (value === Infinity || value === -Infinity) return 'A number is too large'
  if (typeof value !== 'object' || value === null) return undefined
  if (depth > maximumDepth) return `It nests deeper than ${maximumDepth} levels`
  if (Array.isArray(value)) {
    for (const element of value) {
      const fault = findFault(element, depth + 1)
      if (fault !== undefined) return fault
    }
    return undefined
  }
  for (const [key, attribute] of Object.entries(value)) {
    if (FORBIDDEN.has(key)) return `Attribute name "${key}" is not allowed`
    const fault = findFault(attribute, depth + 1)
    if (fault !== undefined) return fault
  }
  return undefined
}

const PATH_NAMES = /[A-Za-z_]+/gu

/** @returns The first forbidden name in a patch path such as `a.__proto__.b`, or `undefined` */
export function findForbiddenName(path: string): string | undefined {
  return path.match(PATH_NAMES)?.find((name) => FORBIDDEN.has(name))
}

/**
 * How deep a JSON text nests, without parsing it: text from outside is asked this first, because recursion over it could end the process.
 */
export function nestingDepth(json: string): number {
  let depth = 0
  let deepest = 0
  for (let index = 0; index < json.length; index++) {
    switch (json.charCodeAt(index)) {
      case QUOTE:
        index = endOfString(json, index)
        break
      case OPEN_BRACE:
      case OPEN_BRACKET:
        depth++
        if (depth > deepest) deepest = depth
        break
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        depth--
        break
      default:
    }
  }
  return deepest
}

const QUOTE = 34
const BACKSLASH = 92
const OPEN_BRACKET = 91
const CLOSE_BRACKET = 93
const OPEN_BRACE = 123
const CLOSE_BRACE = 125

/** Place of the quote that ends the string; past the text when none does. */
function endOfString(json: string, start: number): number {
  let end = start
  let isEscaped = true
  while (isEscaped) {
    end = json.indexOf('"', end + 1)
    if (end < 0) return json.length
    let backslashes = 0
    while (json.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes++
    isEscaped = backslashes % 2 === 1
  }
  return end
}
