import type {SanityClient} from '@sanity/client'

import type {CheckContext} from '../../schemas/rules/check-context.ts'
import {fieldOf, itemsOf} from '../../schemas/rules/narrow.ts'
import {recordIdOf} from '../article/record-id.ts'

/** What stands around an article, as the rules take it, with the draft itself. */
export interface ReadForRules {
  readonly draft: unknown
  readonly context: CheckContext
}

/**
 * Reads the draft of an article and all that the rules want to know about it, in one request.
 *
 * @param id - Published id of the article
 * @param now - ISO 8601: the moment the rules are to judge for
 */
export async function readForRules(
  client: SanityClient,
  id: string,
  now: string,
): Promise<ReadForRules> {
  const read: unknown = await client
    .withConfig({perspective: 'raw'})
    .fetch(
      contextQuery,
      {id, draftId: `drafts.${id}`, recordId: recordIdOf(id)},
      {tag: 'desk.rules'},
    )
  return {
    draft: fieldOf(read, 'draft'),
    context: {
      now,
      record: fieldOf(read, 'record'),
      sources: itemsOf(read, 'sources'),
      agencies: itemsOf(read, 'agencies'),
      contributors: itemsOf(read, 'contributors'),
      publication: fieldOf(read, 'publication'),
      published: fieldOf(read, 'published'),
      slugTaken: fieldOf(read, 'slugTaken') === true,
    },
  }
}

const contextQuery = `{
  "draft": *[_id == $draftId][0],
  "published": *[_id == $id][0],
  "record": *[_id == $recordId][0],
  "sources": *[_id in *[_id == $recordId][0].origins[].source._ref],
  "agencies": *[_type == "wireSource" && !(_id in path("drafts.**"))],
  "contributors": *[_id in *[_id == $draftId][0].bylines[].contributor._ref],
  "publication": *[_id == $draftId][0].publication->,
  "slugTaken": count(*[
    _type == "article" && !(_id in [$id, $draftId])
    && defined(*[_id == $draftId][0].slug.current)
    && (slug.current == *[_id == $draftId][0].slug.current
      || *[_id == $draftId][0].slug.current in formerSlugs)
  ]) > 0
}`
