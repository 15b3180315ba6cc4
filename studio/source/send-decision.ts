import {ClientError, type Mutation, type SanityClient} from '@sanity/client'

import {textOf} from '../../schemas/rules/narrow.ts'

/**
 * Writes a decision in one transaction, unless another editor was quicker: then nothing of it is written.
 *
 * @param recordId - Of the article's private record, where decisions stand
 * @param isOpen - Whether the record, as it is stored now, still asks for this decision
 * @returns Whether it was written
 */
export async function sendDecision(
  client: SanityClient,
  recordId: string,
  isOpen: (record: unknown) => boolean,
  mutations: readonly Mutation[],
): Promise<boolean> {
  const record: unknown = await client.getDocument(recordId)
  if (!isOpen(record)) return false
  const ifRevisionID = textOf(record, '_rev')
  const guard: readonly Mutation[] =
    ifRevisionID === ''
      ? []
      : [{patch: {id: recordId, ifRevisionID, setIfMissing: {resolutions: []}}}]
  try {
    await client.mutate([...guard, ...mutations], {tag: 'desk.source'})
    return true
  } catch (error) {
    if (error instanceof ClientError && error.statusCode === 409) return false
    throw error
  }
}
