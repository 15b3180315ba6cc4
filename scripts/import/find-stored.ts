import type {SanityClient} from '@sanity/client'

import {readRecords, readText} from '../narrow.ts'
import type {CopyIdentity} from './identify-copy.ts'

/** Which of some texts the dataset holds. */
export interface StoredSources {
  /** Digest of the text by source id */
  readonly byId: ReadonlyMap<string, string>
  /** Source id by digest of the text: the same text, perhaps under another id */
  readonly byText: ReadonlyMap<string, string>
}

export async function findStored(
  client: SanityClient,
  identities: readonly CopyIdentity[],
): Promise<StoredSources> {
  const found: unknown = await client.fetch(
    /* groq */ `[
      ...*[_id in $ids]{_id, textSha256},
      ...*[_type == "sourceText" && textSha256 in $texts]{_id, textSha256}
    ]`,
    {
      ids: identities.map(({sourceId}) => sourceId),
      texts: identities.map(({textSha256}) => textSha256),
    },
    {perspective: 'raw', tag: 'import.stored'},
  )
  const sources = readRecords(found).flatMap((source) => {
    const [id, text] = [readText(source['_id']), readText(source['textSha256'])]
    return id === undefined || text === undefined ? [] : [[id, text] as const]
  })
  return {
    byId: new Map(sources),
    byText: new Map(sources.map(([id, text]) => [text, id])),
  }
}
