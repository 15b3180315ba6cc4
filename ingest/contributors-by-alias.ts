import type {Fields} from './merge-content.ts'

/**
 * Tells whom a printed name means. A form that two contributors share is left out: the copy does not say which of them it means.
 *
 * @param contributors - With `_id`, `name`, `bylineName` and `aliases`
 * @returns Id of the contributor by each form of the name
 */
export function contributorsByAlias(contributors: readonly Fields[]): ReadonlyMap<string, string> {
  const owners = new Map<string, Set<string>>()
  for (const {_id: id, name, bylineName, aliases} of contributors) {
    if (typeof id !== 'string') continue
    for (const form of [name, bylineName, ...(Array.isArray(aliases) ? aliases : [])]) {
      if (typeof form === 'string') owners.set(form, (owners.get(form) ?? new Set()).add(id))
    }
  }
  return new Map(
    [...owners].flatMap(([form, ids]) => {
      const [id] = ids
      return ids.size === 1 && id !== undefined ? [[form, id] as const] : []
    }),
  )
}
