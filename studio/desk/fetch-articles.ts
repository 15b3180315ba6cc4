import type {SanityClient} from '@sanity/client'

import {creditFields} from '../../queries/fragments/credit-fields.ts'
import {type Fields, isFields} from '../../schemas/rules/narrow.ts'
import type {DeskList} from './desk-lists.ts'

/** What an editor asked a list for. */
export interface ListWishes {
  /** Words that the article has to have; `''`: any */
  readonly words: string
  /** Id of a wire source that it credits; `''`: any */
  readonly wireSource: string
  /** Id of its publication; `''`: any */
  readonly publication: string
  /** How many articles to show at most */
  readonly limit: number
  /** Ids of the articles that should have gone out by the clock and were held back */
  readonly heldBack: readonly string[]
}

/** Most records that a list reads at once. */
const MOST_RECORDS = 2000

/** How far back the start of today can lie, anywhere on earth, in milliseconds. */
const LONGEST_TODAY = 36 * 3_600_000

/**
 * Reads the articles of a list: at most one more than asked for, so that one sees whether there are more.
 *
 * Records are read first and their articles by id, for a join would look at every article there is. Only where the editor's wishes
 * narrow more articles than can be named does each of them ask for its record.
 */
export async function fetchArticles(
  client: SanityClient,
  list: DeskList,
  wishes: ListWishes,
  now: Date,
): Promise<readonly Fields[]> {
  const wish = wishFilter(wishes)
  const isPage = wish === undefined && list.order === RECORD_ORDER && list.articles === undefined
  const named = await fetchIds(client, list.records, isPage ? wishes.limit + 1 : MOST_RECORDS)
  const ids = list.heldBack ? [...named, ...wishes.heldBack] : named
  const isTooMany = wish !== undefined && named.length === MOST_RECORDS
  const members = [
    list.articles,
    list.records &&
      (isTooMany ? `count(*[_id == "record." + ^._id && (${list.records})]) > 0` : '_id in $ids'),
  ]
    .filter(Boolean)
    .join(' || ')
  const filter = ['_type == "article"', wish, `(${members})`].filter(Boolean).join(' && ')
  const rows: unknown = await client.withConfig({perspective: list.perspective}).fetch(
    `*[${filter}] | order(${list.order})[0..$limit]{${rowFields}}`,
    {
      ...wishParameters(wishes),
      ids,
      limit: wishes.limit,
      now: now.toISOString(),
      since: new Date(now.getTime() - LONGEST_TODAY).toISOString(),
    },
    {tag: 'desk.list'},
  )
  return Array.isArray(rows) ? rows.filter(isFields) : []
}

/** An import makes a record with its article: their order by age is the same. */
const RECORD_ORDER = '_createdAt desc'

/** The articles that the newest records name. */
async function fetchIds(
  client: SanityClient,
  records: string | undefined,
  end: number,
): Promise<readonly string[]> {
  if (records === undefined) return []
  const ids: unknown = await client
    .withConfig({perspective: 'drafts'})
    .fetch(
      `*[_type == "articleRecord" && (${records})] | order(${RECORD_ORDER})[0...${end}].article._ref`,
      {},
      {tag: 'desk.list'},
    )
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
}

function wishFilter({words, wireSource, publication}: ListWishes): string | undefined {
  const parts = [
    words === ''
      ? ''
      : '[headline, standfirst, slugline, pt::text(body), ...bylines[].nameAsWritten, ...bylines[].contributor->name] match $words',
    wireSource === '' ? '' : '$wireSource in wireCredits[].source._ref',
    publication === '' ? '' : 'publication._ref == $publication',
  ].filter(Boolean)
  return parts.length === 0 ? undefined : parts.join(' && ')
}

function wishParameters({words, wireSource, publication}: ListWishes) {
  return {
    // Each word may be the beginning of a longer one, as an editor types it
    words: words
      .split(/\s{1,100}/u)
      .filter(Boolean)
      .map((word) => `${word}*`),
    wireSource,
    publication,
  }
}

/** What a line of a list shows. */
const rowFields = /* groq */ `
  _id,
  _createdAt,
  _updatedAt,
  publishedAt,
  headline,
  pubStatus,
  embargo{active, until, timeZone},
  "lead": body[0].children[]{text},
  "corrections": count(corrections),
  "section": section->name,
  "publication": publication->{name, timeZone, endCreditPolicy},
  "openCredits": count(wireCredits[!defined(source)]),
  "record": *[_id == "record." + ^._id][0]{
    workflowState,
    legalHold,
    killFlag,
    "findings": count(findings[state == "open"]),
    "conflicts": count(conflicts[state == "open"])
  },
  ${creditFields}
`
