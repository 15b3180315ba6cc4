import type {SanityClient} from '@sanity/client'

import {readRecords, readText} from '../narrow.ts'
import type {CopyIdentity} from './identify-copy.ts'

/** Which of some texts the dataset holds. */
export interface StoredSources {
  /** Digest of the text by source id */
  readonly byId: ReadonlyMap<string, string>
  /** Source id by digest of the text: the same text, perhaps under another id */
  readonly byText: ReadonlyMap<string, string>
  /** How a text came in last, by the source id under which it came first */
  readonly receptions: ReadonlyMap<string, Reception>
}

/** What came with a text the last time that it brought other notes than before. */
export interface Reception {
  /** 1 for the first time */
  readonly number: number
  /** `CopyNotes` as JSON; absent: there were none */
  readonly notes?: string | undefined
  readonly fileName?: string | undefined
  /** Code of the publication that printed the text */
  readonly publication?: string | undefined
}

const RECEPTION = /* groq */ `_id, textSha256, notes, fileName, reception, "publication": publication._ref, "first": sameTextAs._ref`

export async function findStored(
  client: SanityClient,
  identities: readonly CopyIdentity[],
): Promise<StoredSources> {
  const found: unknown = await client.fetch(
    /* groq */ `[
      ...*[_id in $ids]{${RECEPTION}},
      ...*[_type == "sourceText" && textSha256 in $texts]{${RECEPTION}}
    ]`,
    {
      ids: identities.map(({sourceId}) => sourceId),
      texts: identities.map(({textSha256}) => textSha256),
    },
    {perspective: 'raw', tag: 'import.stored'},
  )
  const byId = new Map<string, string>()
  const byText = new Map<string, string>()
  const receptions = new Map<string, Reception>()
  for (const source of readRecords(found)) {
    const [id, text] = [readText(source['_id']), readText(source['textSha256'])]
    if (id === undefined || text === undefined) continue
    const first = readText(source['first'])
    if (first === undefined) {
      byId.set(id, text)
      byText.set(text, id)
    }
    const reception = {
      number: Number(source['reception'] ?? 1),
      notes: readText(source['notes']),
      fileName: readText(source['fileName']),
      publication: readText(source['publication'])?.replace(/^publication-/u, ''),
    }
    const known = receptions.get(first ?? id)
    if (known === undefined || known.number < reception.number) {
      receptions.set(first ?? id, reception)
    }
  }
  return {byId, byText, receptions}
}
