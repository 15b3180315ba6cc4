import {articleBySlugQuery} from '../../queries/article.ts'
import {contributorBySlugQuery} from '../../queries/contributor.ts'
import {correctionsQuery} from '../../queries/corrections.ts'
import {frontPageQuery} from '../../queries/front-page.ts'
import {publicationByCodeQuery} from '../../queries/publication.ts'
import {sectionBySlugQuery} from '../../queries/section.ts'
import {sitemapPageQuery} from '../../queries/sitemap.ts'
import {wireSourceByCodeQuery} from '../../queries/wire-source.ts'

/** A query with what it is measured with. */
export interface MeasuredQuery {
  readonly name: string
  readonly groq: string
  readonly params: Readonly<Record<string, unknown>>
  /** `drafts` is what the Studio reads */
  readonly perspective: 'published' | 'drafts'
  /**
   * Ids of the documents that a program written by hand for this one answer would read, as SQL over the lake's tables; it reads and parses each.
   * Absent where the answer needs the whole dataset.
   */
  readonly sql?: string
}

const now = '2026-11-23T06:00:00Z'
const newest = (where: string, count: number) =>
  `SELECT v.id FROM path_values v WHERE v.field = (SELECT field FROM indexed_fields WHERE path = 'publishedAt' AND type = 'article')
   ${where} ORDER BY v.key DESC LIMIT ${count}`
const pointsTo = (id: string) =>
  `AND EXISTS (SELECT 1 FROM document_references r WHERE r.dataset = 'production' AND r.to_id = '${id}' AND r.from_id = v.id)`
const ids = (list: readonly string[]) =>
  list.map((id) => `SELECT '${id}' AS id`).join(' UNION ALL ')

// As the Studio's 2024 search strategy writes them (sanity 6.15, `createSearchQuery`)
const list = `*[_type in $__types && ([@, _id] match text::query($__query) || references($__rawQuery))]{_type, _id, _originalId, "orderings": [_updatedAt]} | order(orderings[0] desc)[0...$__limit]`
const search = `*[_type in $__types] | score(boost(_type in ["article"] && headline match text::query($__query), 10), ([@, _id] match text::query($__query) || references($__rawQuery)))[_score > 0]{_type, _id, _originalId, "orderings": [_score]} | order(orderings[0] desc)[0...$__limit]`

export const measuredQueries: readonly MeasuredQuery[] = [
  site('article by slug', articleBySlugQuery, {slug: 'story-77'}, ids(['article-0000077'])),
  site('front page', frontPageQuery, {}, newest('', 120)),
  site('section', sectionBySlugQuery, {slug: 'section-3'}, newest(pointsTo('section-3'), 40)),
  site(
    'contributor',
    contributorBySlugQuery,
    {slug: 'contributor-9'},
    newest(pointsTo('contributor-9'), 40),
  ),
  site('publication', publicationByCodeQuery, {code: 'herald'}, newest('', 40)),
  site('wire source', wireSourceByCodeQuery, {code: 'agency-2'}, newest(pointsTo('wire-2'), 40)),
  site(
    'site map, 1,000 of them',
    sitemapPageQuery,
    {after: ''},
    `SELECT id FROM documents WHERE dataset = 'production' AND type = 'article' ORDER BY id LIMIT 1000`,
  ),
  site('corrections', correctionsQuery, {}),
  desk('Studio: list of articles', list, {
    __types: ['article'],
    __query: '*',
    __rawQuery: '',
    __limit: 51,
  }),
  desk('Studio: search for a headline', search, {
    __types: ['article'],
    __query: 'story77*',
    __rawQuery: 'story77',
    __limit: 101,
  }),
  desk('Studio: reference to a section', search, {
    __types: ['section'],
    __query: 'sect*',
    __rawQuery: 'sect',
    __limit: 101,
  }),
  desk(
    'Studio: previews',
    '*[_id in $ids]{_id, _type, headline, "section": section->name}',
    {ids: ['article-0000001', 'article-0000002', 'article-0000003', 'section-1']},
    ids(['article-0000001', 'article-0000002', 'article-0000003', 'section-1']),
  ),
  site('count of all articles', 'count(*[_type == "article"])', {}),
]

function site(
  name: string,
  groq: string,
  params: Readonly<Record<string, unknown>>,
  sql?: string,
): MeasuredQuery {
  return {
    name,
    groq,
    params: {now, ...params},
    perspective: 'published',
    ...(sql !== undefined && {sql}),
  }
}

function desk(
  name: string,
  groq: string,
  params: Readonly<Record<string, unknown>>,
  sql = `SELECT v.id FROM path_values v WHERE v.field = (SELECT field FROM indexed_fields WHERE path = '_updatedAt' AND type = 'article')
         ORDER BY v.key DESC LIMIT 51`,
): MeasuredQuery {
  const own = name === 'Studio: list of articles' || name === 'Studio: previews'
  return {name, groq, params, perspective: 'drafts', ...(own && {sql})}
}
