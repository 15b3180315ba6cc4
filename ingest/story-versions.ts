import type {Fields} from './merge-content.ts'
import {fieldsOfStoredCopy} from './merge-fields.ts'
import {carryKeys} from './merge.ts'

/**
 * What each received text of a story says, in the fields of an article. The lists of a text carry the keys that the texts before it have left in
 * the draft, so that the last one is the base of the next merge.
 *
 * @param sources - `sourceText` documents that the article has taken, oldest first
 * @param contributorsByAlias - Id of a contributor by a printed form of the name
 * @throws SyntaxError when a snapshot or the notes of a text cannot be read
 */
export function storyVersions(
  sources: readonly Fields[],
  contributorsByAlias: ReadonlyMap<string, string>,
): readonly Fields[] {
  const versions: Fields[] = []
  for (const {_id: id, parsed, notes} of sources) {
    const fields = fieldsOfStoredCopy({
      parsed: readJson(parsed),
      notes: readJson(notes),
      keyPrefix: String(id)
        .replace(/^source\./u, '')
        .slice(0, 6),
      contributorsByAlias,
    })
    const before = versions.at(-1)
    versions.push(before === undefined ? fields : carryKeys(before, fields))
  }
  return versions
}

function readJson(text: unknown): unknown {
  return typeof text === 'string' ? JSON.parse(text) : undefined
}
