/** Which layers of each document a query sees. */
export type Perspective =
  | {readonly type: 'raw'}
  | {readonly type: 'published'}
  /** The first layer that exists wins; release names, `drafts`; `published` is always the last */
  | {readonly type: 'layers'; readonly layers: readonly string[]}

/** From this version on a query without a perspective reads `published`; before, `raw`. */
const PUBLISHED_BY_DEFAULT = '2025-02-19'

const API_VERSION = /^v(\d{4}-\d{2}-\d{2})$/u
const LAYER = /^[a-zA-Z0-9_-]{1,128}$/u

/**
 * Reads the `perspective` parameter: `raw`, `published`, `drafts`, `previewDrafts`, or a list such as `r1,drafts`.
 *
 * @param value - The parameter, `undefined` or empty when absent
 * @param apiVersion - The path's first segment: `v2025-02-19`, `v1`, `vX`
 * @returns `undefined` when the parameter means nothing
 */
export function readPerspective(
  value: string | undefined,
  apiVersion: string,
): Perspective | undefined {
  if (value === undefined || value === '') return defaultPerspective(apiVersion)
  if (value === 'raw') return {type: 'raw'}
  if (value === 'published') return {type: 'published'}
  const names = value.split(',').map((name) => (name === 'previewDrafts' ? 'drafts' : name))
  if (names.includes('raw') || !names.every((name) => LAYER.test(name))) return undefined
  return {type: 'layers', layers: names.filter((name) => name !== 'published')}
}

function defaultPerspective(apiVersion: string): Perspective {
  if (apiVersion === 'vX') return {type: 'published'}
  const date = API_VERSION.exec(apiVersion)?.[1]
  return {type: date !== undefined && date >= PUBLISHED_BY_DEFAULT ? 'published' : 'raw'}
}
