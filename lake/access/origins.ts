import type {DatabaseSync} from 'node:sqlite'

import {readText} from './rows.ts'

/** Websites whose pages may read published documents from a browser, by name. */
export function listOrigins(database: DatabaseSync): readonly string[] {
  const rows = database.prepare('select url from origins order by url').all()
  return rows.map((row) => readText(row, 'url'))
}

/**
 * Lets pages of a website read published documents, and nothing else.
 *
 * @param url - Any address of the site; only scheme, host and port count
 * @returns The origin as browsers send it
 * @throws RangeError when it is no web address
 */
export function addOrigin(database: DatabaseSync, url: string, now: Date): string {
  const origin = parseOrigin(url)
  database
    .prepare('insert into origins (url, created_at) values (?, ?) on conflict (url) do nothing')
    .run(origin, now.toISOString())
  return origin
}

/** @throws RangeError when the origin was not added before */
export function removeOrigin(database: DatabaseSync, url: string): void {
  const origin = parseOrigin(url)
  const removed = database.prepare('delete from origins where url = ?').run(origin)
  if (removed.changes === 0) {
    throw new RangeError(`Cannot remove origin "${origin}": it is not in the list`)
  }
}

/** Is this exact `Origin` header in the list? */
export function isAddedOrigin(database: DatabaseSync, origin: string): boolean {
  return database.prepare('select 1 from origins where url = ?').get(origin) !== undefined
}

function parseOrigin(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed === undefined || !['http:', 'https:'].includes(parsed.protocol)) {
    throw new RangeError(
      `Cannot read origin "${url}": expected an address such as https://www.example.com`,
    )
  }
  return parsed.origin
}
