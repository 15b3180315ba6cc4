import type {SanityClient} from '@sanity/client'

/** Asks for ids; what is none is left out. */
export async function fetchIds(
  client: SanityClient,
  groq: string,
  params: Readonly<Record<string, unknown>> = {},
): Promise<readonly string[]> {
  const ids: unknown = await client.fetch(groq, params, {tag: 'desk.list'})
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
}
