import type {SanityClient} from '@sanity/client'

import {creditFields} from '../../queries/fragments/credit-fields.ts'
import {type Fields, isFields, textOf} from '../../schemas/rules/narrow.ts'
import {recordIdOf} from '../article/record-id.ts'
import {buildWish, type Wish} from './build-wish.ts'
import type {DeskList} from './desk-lists.ts'
import {fetchIds} from './fetch-ids.ts'

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
  /** Ids of the articles that cannot go out, as only their release or the rules can tell */
  readonly stopped: readonly string[]
}

/** Most records, or wished articles, that a list looks through at once. */
const MOST = 2000

/** Wished articles that are looked up on the list at once. */
const PORTION = 200

/** How far back the start of today can lie, anywhere on earth, in milliseconds. */
const LONGEST_TODAY = 36 * 3_600_000

/** An import makes a record with its article: their order by age is the same. */
const RECORD_ORDER = '_createdAt desc'

/**
 * Reads the articles of a list: at most one more than asked for, so that one sees whether there are more.
 *
 * A join of articles and records would look at every article there is. Records are read first and their articles by id; where an
 * editor wishes for something and the records are too many for that, the newest articles that have it are looked up among them.
 */
export async function fetchArticles(
  client: SanityClient,
  list: DeskList,
  wishes: ListWishes,
  now: Date,
): Promise<readonly Fields[]> {
  const reader = client.withConfig({perspective: list.perspective})
  const wish = await buildWish(client, wishes)
  const name = () => fetchNamed(client, list, wishes, wish === undefined)
  const named = wish && list.looksAtArticles ? undefined : await name()
  const isTooMany = wish && (named === undefined || named.length >= MOST)
  const found = isTooMany ? await findWished(client, list, wish, wishes) : undefined
  const ids = found ?? named ?? (await name())
  const members = [list.articles, list.records && '_id in $ids'].filter(Boolean).join(' || ')
  const filter = ['_type == "article"', found ? undefined : wish?.filter, `(${members})`]
    .filter(Boolean)
    .join(' && ')
  const rows: unknown = await reader.fetch(
    `*[${filter}] | order(${list.order})[0..$limit]{${rowFields}}`,
    {
      ...wish?.params,
      ids,
      limit: wishes.limit,
      now: now.toISOString(),
      since: new Date(now.getTime() - LONGEST_TODAY).toISOString(),
    },
    {tag: 'desk.list'},
  )
  const read = Array.isArray(rows) ? rows.filter(isFields) : []
  return list.mixed ? markOut(client, read) : read
}

/** Which articles readers have: a draft does not know. */
async function markOut(client: SanityClient, rows: readonly Fields[]): Promise<readonly Fields[]> {
  const ids = rows.map((row) => textOf(row, '_id'))
  const out = new Set(
    await fetchIds(client.withConfig({perspective: 'published'}), '*[_id in $ids]._id', {ids}),
  )
  return rows.map((row) => ({...row, isOut: out.has(textOf(row, '_id'))}))
}

/** The articles that the newest records of the list name. */
async function fetchNamed(
  client: SanityClient,
  {records, order, articles, stopped}: DeskList,
  wishes: ListWishes,
  isUnwished: boolean,
): Promise<readonly string[]> {
  if (records === undefined) return []
  const isPage = isUnwished && order === RECORD_ORDER && articles === undefined
  const end = isPage ? wishes.limit + 1 : MOST
  const named = await fetchIds(
    client.withConfig({perspective: 'drafts'}),
    `*[_type == "articleRecord" && (${records})] | order(${RECORD_ORDER})[0...${end}].article._ref`,
  )
  return stopped ? [...named, ...wishes.stopped] : named
}

/**
 * The first of the articles wished for that are on the list, in its order.
 *
 * @returns `undefined` where articles belong here for what they say themselves, and where so few of the newest are on the list that
 *   it is better to begin with its records
 */
async function findWished(
  client: SanityClient,
  {records, articles, order, perspective, stopped}: DeskList,
  {filter, params}: Wish,
  wishes: ListWishes,
): Promise<readonly string[] | undefined> {
  if (records === undefined || articles !== undefined) return undefined
  const found: string[] = []
  for (let start = 0; start < MOST; start += PORTION) {
    const wished = await fetchIds(
      client.withConfig({perspective}),
      `*[_type == "article" && ${filter}] | order(${order})[${start}...${start + PORTION}]._id`,
      params,
    )
    const named = await fetchIds(
      client.withConfig({perspective: 'drafts'}),
      `*[_type == "articleRecord" && _id in $recordIds && (${records})].article._ref`,
      {recordIds: wished.map(recordIdOf)},
    )
    const members = new Set(stopped ? [...named, ...wishes.stopped] : named)
    found.push(...wished.filter((id) => members.has(id)))
    if (found.length > wishes.limit || wished.length < PORTION) return found
  }
  return undefined
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
    "origins": count(origins),
    "findings": count(findings[state == "open"]),
    "conflicts": count(conflicts[state == "open"])
  },
  ${creditFields}
`
