import {useEffect, useState} from 'react'
import {type SanityClient, useClient} from 'sanity'

import {type Fields, isFields} from '../../schemas/rules/narrow.ts'

/**
 * The published contributors who are linked or have one of the names.
 *
 * @returns `undefined` until they are read for these ids and names
 */
export function useContributors(
  ids: readonly string[],
  names: readonly string[],
): readonly Fields[] | undefined {
  const client = useClient({apiVersion: '2025-02-19'})
  const wanted = JSON.stringify({ids, names})
  const [read, setRead] = useState<{
    readonly wanted: string
    readonly contributors: readonly Fields[]
  }>()

  useEffect(() => {
    const question: {ids: string[]; names: string[]} = JSON.parse(wanted)
    let isWanted = true
    void fetchContributors(client, question.ids, question.names).then(
      (contributors) => isWanted && setRead({wanted, contributors}),
    )
    return () => {
      isWanted = false
    }
  }, [client, wanted])

  return read?.wanted === wanted ? read.contributors : undefined
}

/** The same; nobody when they cannot be read, so that names stay as written. */
export async function fetchContributors(
  client: SanityClient,
  ids: readonly string[],
  names: readonly string[],
): Promise<readonly Fields[]> {
  try {
    const documents: readonly unknown[] = await client.fetch(
      contributorsQuery,
      {ids, names},
      {tag: 'desk.contributors'},
    )
    return documents.filter(isFields)
  } catch {
    return []
  }
}

const contributorsQuery = `*[
  _type == "contributor" && !(_id in path("drafts.**")) &&
  (_id in $ids || name in $names || bylineName in $names || count(aliases[@ in $names]) > 0)
]{_id, name, bylineName, aliases}`
