import {studioPath} from '@sanity/client/csm'
import type {Path} from 'sanity'

import {fieldOf, isFields, itemsOf} from '../../schemas/rules/narrow.ts'

/**
 * The path to open in the form: as much of the wanted one as the article still has, for an editor may have deleted the paragraph.
 *
 * @param path - Such as `body[_key=="3f2a-b4"]`
 */
export function existingPath(article: unknown, path: string): Path {
  if (path === '') return []
  const existing: Path = []
  let value = article
  for (const segment of studioPath.fromString(path)) {
    if (typeof segment === 'string') {
      existing.push(segment)
      value = fieldOf(value, segment)
      continue
    }
    if (!isFields(segment) || !Array.isArray(value)) break
    const key = segment['_key']
    const item = itemsOf({value}, 'value').find((candidate) => candidate['_key'] === key)
    if (typeof key !== 'string' || !item) break
    existing.push({_key: key})
    value = item
  }
  return existing
}
