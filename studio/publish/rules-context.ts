import type {SanityClient} from '@sanity/client'
import {getPublishedId} from '@sanity/client/csm'

import type {CheckContext} from '../../schemas/rules/check-context.ts'
import {isFields, itemsOf, referenceOf, stringsOf, textOf} from '../../schemas/rules/narrow.ts'
import {recordIdOf} from '../article/record-id.ts'
import {ledgerFaults} from './ledger-faults.ts'

/** What stands around an article, as the rules take it, with the draft itself. */
export interface ReadForRules {
  /** Without `drafts.` */
  readonly id: string
  readonly draft: unknown
  readonly context: CheckContext
}

/**
 * Reads articles and all that the rules want to know about them. Two requests, however many they are: the second looks up by what the
 * first says, so that both are found by index.
 *
 * @param ids - Published ids of the articles
 * @param now - ISO 8601: the moment the rules are to judge for
 * @returns One for each id, in their order
 */
export async function readForRules(
  client: SanityClient,
  ids: readonly string[],
  now: string,
): Promise<readonly ReadForRules[]> {
  const raw = client.withConfig({perspective: 'raw'})
  const documents: unknown[] = await raw.fetch(
    '*[_id in $ids]',
    {ids: ids.flatMap((id) => [id, `drafts.${id}`, recordIdOf(id)])},
    {tag: 'desk.rules'},
  )
  const byId = new Map(documents.map((document) => [textOf(document, '_id'), document]))
  const articles = ids.map((id) => {
    const draft = byId.get(`drafts.${id}`)
    const published = byId.get(id)
    const record = byId.get(recordIdOf(id))
    const newest = draft ?? published
    return {
      id,
      draft,
      published,
      record,
      newestId: textOf(newest, '_id'),
      publication: referenceOf(newest, 'publication'),
      contributors: itemsOf(newest, 'bylines').map((byline) => referenceOf(byline, 'contributor')),
      // what the article has taken nothing from, it is not judged by
      sources: itemsOf(record, 'origins')
        .filter((origin) => textOf(origin, 'unmerged') === '')
        .map((origin) => referenceOf(origin, 'source')),
    }
  })
  const around: unknown = await raw.fetch(
    aroundQuery,
    {
      newest: articles.map(({newestId}) => newestId),
      publications: articles.map(({publication}) => publication),
      contributors: articles.flatMap(({contributors}) => contributors),
      sources: articles.flatMap(({sources}) => sources),
    },
    {tag: 'desk.rules'},
  )
  const pick = (kind: string, wanted: readonly string[]) =>
    itemsOf(around, kind).filter((document) => wanted.includes(textOf(document, '_id')))
  return articles.map(({id, draft, published, record, newestId, ...refers}) => ({
    id,
    draft,
    context: {
      now,
      record,
      published,
      sources: pick('sources', refers.sources),
      agencies: itemsOf(around, 'agencies'),
      contributors: pick('contributors', refers.contributors),
      publication: pick('publications', [refers.publication])[0],
      slugTaken: pick('slugs', [newestId]).some((slug) =>
        ['owners', 'formerOwners'].some((kind) =>
          stringsOf(slug, kind).some((owner) => getPublishedId(owner) !== id),
        ),
      ),
      ledgerFaults: (source) => (isFields(source) ? ledgerFaults(source) : []),
    },
  }))
}

/** Owners are asked for one way at a time, and not for a slug that is not there: the lake would look at every article. */
const aroundQuery = `{
  "sources": *[_id in $sources],
  "contributors": *[_id in $contributors],
  "publications": *[_id in $publications],
  "agencies": *[_type == "wireSource" && !(_id in path("drafts.**"))],
  "slugs": *[_id in $newest && defined(slug.current) && slug.current != ""]{
    _id,
    "owners": *[_type == "article" && slug.current == ^.slug.current]._id,
    "formerOwners": *[_type == "article" && ^.slug.current in formerSlugs]._id
  }
}`
