/** Stored documents come as `unknown`: a draft may lack any field or hold a value of another shape. */
export type Fields = Readonly<Record<string, unknown>>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value of a field, or `undefined` where there is no object to have one. */
export function fieldOf(value: unknown, name: string): unknown {
  return isFields(value) ? value[name] : undefined
}

/** The text of a field without outer white space; `''` for anything that is not text. */
export function textOf(value: unknown, name: string): string {
  const text = fieldOf(value, name)
  return typeof text === 'string' ? text.trim() : ''
}

/** The objects of an array field; `[]` for anything else. */
export function itemsOf(value: unknown, name: string): readonly Fields[] {
  const items = fieldOf(value, name)
  return Array.isArray(items) ? items.filter(isFields) : []
}

/** The texts of an array field of strings; `[]` for anything else. */
export function stringsOf(value: unknown, name: string): readonly string[] {
  const items = fieldOf(value, name)
  return Array.isArray(items) ? items.filter((item) => typeof item === 'string') : []
}

/** The id a reference field points to, or `''`. */
export function referenceOf(value: unknown, name: string): string {
  return textOf(fieldOf(value, name), '_ref')
}

/** The number in a field, or `undefined`. */
export function numberOf(value: unknown, name: string): number | undefined {
  const number = fieldOf(value, name)
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

/** An instant in milliseconds since 1970, or `undefined` for anything that is no date. */
export function instantOf(value: unknown, name: string): number | undefined {
  const instant = Date.parse(textOf(value, name))
  return Number.isNaN(instant) ? undefined : instant
}
