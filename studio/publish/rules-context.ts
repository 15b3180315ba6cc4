import type {SanityClient} from '@sanity/client'

import type {CheckContext} from '../../schemas/rules/check-context.ts'
import {fieldOf, isFields, itemsOf, referenceOf, textOf} from '../../schemas/rules/narrow.ts'
import {recordIdOf} from '../article/record-id.ts'
import {ledgerFaults} from './ledger-faults.ts'

/** What stands around an article, as the rules take it, with the draft itself. */
export interface ReadForRules {
  readonly draft: unknown
  readonly context: CheckContext
}

/**
 * Reads an article and all that the rules want to know about it. Two requests: the second looks up by what the first says, so that both
 * are found by index.
 *
 * @param id - Published id of the article
 * @param now - ISO 8601: the moment the rules are to judge for
 */
export async function readForRules(
  client: SanityClient,
  id: string,
  now: string,
): Promise<ReadForRules> {
  const raw = client.withConfig({perspective: 'raw'})
  const draftId = `drafts.${id}`
  const recordId = recordIdOf(id)
  const documents: unknown[] = await raw.fetch(
    '*[_id in [$id, $draftId, $recordId]]',
    {id, draftId, recordId},
    {tag: 'desk.rules'},
  )
  const find = (wanted: string) => documents.find((document) => textOf(document, '_id') === wanted)
  const [draft, published, record] = [find(draftId), find(id), find(recordId)]
  const newest = draft ?? published
  const around: unknown = await raw.fetch(
    aroundQuery,
    {
      ids: [id, draftId],
      slug: textOf(fieldOf(newest, 'slug'), 'current'),
      publication: referenceOf(newest, 'publication'),
      contributors: itemsOf(newest, 'bylines').map((byline) => referenceOf(byline, 'contributor')),
      sources: itemsOf(record, 'origins').map((origin) => referenceOf(origin, 'source')),
    },
    {tag: 'desk.rules'},
  )
  return {
    draft,
    context: {
      now,
      record,
      published,
      sources: itemsOf(around, 'sources'),
      agencies: itemsOf(around, 'agencies'),
      contributors: itemsOf(around, 'contributors'),
      publication: fieldOf(around, 'publication'),
      slugTaken: fieldOf(around, 'slugTaken') === true,
      ledgerFaults: (source) => (isFields(source) ? ledgerFaults(source) : []),
    },
  }
}

const aroundQuery = `{
  "sources": *[_id in $sources],
  "contributors": *[_id in $contributors],
  "publication": *[_id == $publication][0],
  "agencies": *[_type == "wireSource" && !(_id in path("drafts.**"))],
  "slugTaken": $slug != "" && count(*[
    _type == "article" && (slug.current == $slug || $slug in formerSlugs) && !(_id in $ids)
  ]) > 0
}`
