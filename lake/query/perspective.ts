/** Which layers of each document a query sees. */
export type Perspective =
  /** Everything; `withoutVersions` for clients that do not know of releases */
  | {readonly type: 'raw'; readonly withoutVersions?: boolean}
  | {readonly type: 'published'}
  /** The first layer that exists wins; release names, `drafts`; `published` is always the last */
  | {readonly type: 'layers'; readonly layers: readonly string[]}

/** From this version on a query without a perspective reads `published`, and `raw` has the versions of releases; before, it reads `raw` without them. */
const WITH_RELEASES = '2025-02-19'

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
  const raw = knowsReleases(apiVersion) ? RAW : OLD_RAW
  if (value === undefined || value === '') return knowsReleases(apiVersion) ? PUBLISHED : raw
  if (value === 'raw') return raw
  if (value === 'published') return {type: 'published'}
  const names = value.split(',').map((name) => (name === 'previewDrafts' ? 'drafts' : name))
  if (names.includes('raw') || !names.every((name) => LAYER.test(name))) return undefined
  return {type: 'layers', layers: names.filter((name) => name !== 'published')}
}

const RAW = {type: 'raw'} as const
const OLD_RAW = {type: 'raw', withoutVersions: true} as const
const PUBLISHED = {type: 'published'} as const

function knowsReleases(apiVersion: string): boolean {
  if (apiVersion === 'vX') return true
  const date = API_VERSION.exec(apiVersion)?.[1]
  return date !== undefined && date >= WITH_RELEASES
}
