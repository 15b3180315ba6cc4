import type {SanityClient} from '@sanity/client'

import {creditFields} from '../../queries/fragments/credit-fields.ts'
import {type Fields, isFields, stringsOf} from '../../schemas/rules/narrow.ts'
import {AT_WORK, type DeskList} from './desk-lists.ts'

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
}

/** Most articles that a list takes from records when it also looks at the articles themselves. */
const MOST_RECORDS = 2000

/** How far back the start of today can lie, anywhere on earth, in milliseconds. */
const LONGEST_TODAY = 36 * 3_600_000

/**
 * Reads the articles of a list: at most one more than asked for, so that one sees whether there are more.
 *
 * Records are read first and their articles by id, for a join would look at every article there is. Only where the editor's wishes
 * narrow the articles themselves does each of them ask for its record.
 */
export async function fetchArticles(
  client: SanityClient,
  list: DeskList,
  wishes: ListWishes,
  now: Date,
): Promise<readonly Fields[]> {
  const reader = client.withConfig({perspective: list.perspective})
  const wish = wishFilter(wishes)
  const joined = wish !== undefined && list.articles === undefined && list.atWork === undefined
  const ids = joined ? {} : await fetchIds(client, list, wishes.limit)
  const member = joined
    ? `count(*[_id == "record." + ^._id && (${list.records})]) > 0`
    : memberFilter(list)
  const filter = [`_type == "article"`, wish, list.only, `(${member})`].filter(Boolean).join(' && ')
  const rows: unknown = await reader.fetch(
    `*[${filter}] | order(${list.order})[0..$limit]{${rowFields}}`,
    {
      ...wishParameters(wishes),
      ...ids,
      limit: wishes.limit,
      now: now.toISOString(),
      since: new Date(now.getTime() - LONGEST_TODAY).toISOString(),
    },
    {tag: 'desk.list'},
  )
  return Array.isArray(rows) ? rows.filter(isFields) : []
}

/** The articles that records name, for the list itself and for those at work. */
async function fetchIds(
  client: SanityClient,
  {records, articles, atWork, order}: DeskList,
  limit: number,
): Promise<{readonly ids: readonly string[]; readonly working: readonly string[]}> {
  if (records === undefined && atWork === undefined) return {ids: [], working: []}
  const isPage = articles === undefined && atWork === undefined && order === '_createdAt desc'
  const answer: unknown = await client.withConfig({perspective: 'raw'}).fetch(
    `{"ids": ${idsOf(records, isPage ? limit + 1 : MOST_RECORDS)},
      "working": ${idsOf(atWork === undefined ? undefined : AT_WORK, MOST_RECORDS)}}`,
    {},
    {tag: 'desk.list'},
  )
  return {ids: stringsOf(answer, 'ids'), working: stringsOf(answer, 'working')}
}

function idsOf(filter: string | undefined, end: number): string {
  return filter === undefined
    ? '[]'
    : `*[_type == "articleRecord" && (${filter})] | order(_createdAt desc)[0...${end}].article._ref`
}

function memberFilter({articles, records, atWork}: DeskList): string {
  return [
    articles === undefined ? '' : `(${articles})`,
    records === undefined ? '' : '_id in $ids',
    atWork === undefined ? '' : `(_id in $working && (${atWork}))`,
  ]
    .filter(Boolean)
    .join(' || ')
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
