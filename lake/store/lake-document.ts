/**
 * A document as the lake keeps it. Every stored one has `_rev`, `_createdAt` and `_updatedAt`; attributes are plain JSON.
 */
export interface LakeDocument {
  readonly _id: string
  readonly _type: string
  readonly _rev?: string
  readonly _createdAt?: string
  readonly _updatedAt?: string
  readonly [attribute: string]: unknown
}

/** A plain JSON object: neither `null` nor an array. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isLakeDocument(value: unknown): value is LakeDocument {
  return isRecord(value) && typeof value['_id'] === 'string' && typeof value['_type'] === 'string'
}

/**
 * Reads a stored document.
 *
 * @throws {TypeError} The text is JSON but no document: the store is damaged
 */
export function parseDocument(json: string): LakeDocument {
  const document: unknown = JSON.parse(json)
  if (isLakeDocument(document)) return document
  throw new TypeError(
    `Cannot read stored document: "_id" or "_type" is missing in ${json.slice(0, 80)}`,
  )
}

/** The document without its revision: the form that Mendoza effects are computed on (they address fields by index in the sorted keys). */
export function withoutRevision(document: LakeDocument): Readonly<Record<string, unknown>> {
  const {_rev, ...rest} = document
  return rest
}
