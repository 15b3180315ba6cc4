import {isRecord} from './lake-document.ts'

/**
 * Attribute names with a dot; `[]` after a name means each element, at most once: `slug.current`, `formerSlugs[]`, `bylines[].contributor._ref`.
 * `section._ref, publishedAt` gives the first value together with the second: documents that have the same first one are found in the order of the second.
 */
export interface AttributePath {
  readonly text: string
  readonly attributes: readonly string[]
  /** What follows `[]`; `undefined` when the path has none and gives one value per document */
  readonly ofElement: readonly string[] | undefined
  /** The second value's names; `undefined` when there is none */
  readonly orderedBy: readonly string[] | undefined
}

const NAME = String.raw`[A-Za-z_]\w{0,99}(?:\.[A-Za-z_]\w{0,99}){0,9}`
const PATH = new RegExp(`^(${NAME})(\\[\\])?(?:\\.(${NAME}))?(?:, (${NAME}))?$`, 'u')

/** @throws {TypeError} It is no path */
export function parseAttributePath(text: string): AttributePath {
  const [, attributes = '', coerce, rest, orderedBy] = PATH.exec(text) ?? []
  if (attributes === '' || (coerce === undefined && rest !== undefined)) {
    throw new TypeError(
      `Cannot index "${text}": write names with dots, with one [] at most, and after a comma what orders them`,
    )
  }
  return {
    text,
    attributes: attributes.split('.'),
    ofElement: coerce === undefined ? undefined : (rest?.split('.') ?? []),
    orderedBy: orderedBy?.split('.'),
  }
}

/** The one value at a path without `[]`, or the values of the elements; as groq-js reads them. */
export function readValues(document: unknown, path: AttributePath): readonly unknown[] {
  const value = read(document, path.attributes)
  const {ofElement} = path
  if (ofElement === undefined) return [value]
  return Array.isArray(value) ? value.map((element) => read(element, ofElement)) : []
}

/** The value that orders, `null` when there is none. */
export function readOrdering(document: unknown, {orderedBy = []}: AttributePath): unknown {
  return read(document, orderedBy)
}

function read(value: unknown, attributes: readonly string[]): unknown {
  let current = value
  for (const attribute of attributes) {
    if (!isRecord(current) || !Object.hasOwn(current, attribute)) return null
    current = current[attribute]
  }
  return current ?? null
}
