import type {SanityClient} from '@sanity/client'

import {textOf} from '../../schemas/rules/narrow.ts'

/**
 * Makes the contributor of a name, published at once: a reference to a draft would stop the article from going out.
 *
 * @returns Id of the document; of the one that is there already, where it is of the same person
 */
export async function createContributor(client: SanityClient, name: string): Promise<string> {
  const slug = slugOf(name)
  for (let number = 1; ; number += 1) {
    const current = number === 1 ? slug : `${slug}-${number}`
    const _id = `contributor-${current}`
    const contributor = {
      _id,
      _type: 'contributor',
      name,
      slug: {_type: 'slug', current},
      aliases: [name],
    }
    const stored: unknown = await client.createIfNotExists(contributor, {tag: 'desk.contributor'})
    if (textOf(stored, 'name') === name) return _id
  }
}

function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]{1,80}/gu, '-')
    .replaceAll(/^-|-$/gu, '')
    .slice(0, 80)
  return plain === '' ? 'person' : plain
}
