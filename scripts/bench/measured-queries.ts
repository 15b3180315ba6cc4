import {articlePreviewQuery} from '../../queries/article-preview.ts'
import {articleBySlugQuery} from '../../queries/article.ts'
import {contributorBySlugQuery} from '../../queries/contributor.ts'
import {correctionsQuery} from '../../queries/corrections.ts'
import {frontPageQuery} from '../../queries/front-page.ts'
import {publicationByCodeQuery} from '../../queries/publication.ts'
import {sectionBySlugQuery} from '../../queries/section.ts'
import {sitemapPageQuery} from '../../queries/sitemap.ts'
import {wireSourceByCodeQuery} from '../../queries/wire-source.ts'
import {articleId, CONTRIBUTORS, SECTIONS, WIRE_SOURCES} from './generate-articles.ts'
import * as byHand from './read-by-hand.ts'

type Parameters = Readonly<Record<string, unknown>>

/** A query with what it is measured with. */
export interface MeasuredQuery {
  readonly name: string
  readonly groq: string
  /** Other ones each round, so that no answer is asked for twice in a row */
  readonly params: (round: number, articles: number) => Parameters
  /** `drafts` is what the Studio reads */
  readonly perspective: 'published' | 'drafts'
  /** `page`: at most 100 documents; `whole`: a count, or more than that */
  readonly answer: 'page' | 'whole'
  /** What a program written for this one answer reads; absent where nobody would write it by hand */
  readonly byHand?: byHand.Reading
}

const now = '2026-11-23T06:00:00Z'

/** Articles from all over the dataset, one after the other. */
function someArticle(round: number, articles: number): number {
  return (77 + round * 7919) % articles
}

// As the Studio's 2024 search strategy writes them (sanity 6.15, `createSearchQuery`)
export const listOfArticles = `*[_type in $__types && ([@, _id] match text::query($__query) || references($__rawQuery))]{_type, _id, _originalId, "orderings": [_updatedAt]} | order(orderings[0] desc)[0...$__limit]`
export const listParameters = {__types: ['article'], __query: '*', __rawQuery: '', __limit: 51}
const search = `*[_type in $__types] | score(boost(_type in ["article"] && headline match text::query($__query), 10), ([@, _id] match text::query($__query) || references($__rawQuery)))[_score > 0]{_type, _id, _originalId, "orderings": [_score]} | order(orderings[0] desc)[0...$__limit]`

export const measuredQueries: readonly MeasuredQuery[] = [
  {
    name: 'article by slug',
    groq: articleBySlugQuery,
    params: (round, articles) => ({now, slug: `story-${someArticle(round, articles)}`}),
    perspective: 'published',
    answer: 'page',
    byHand: ({slug}) => byHand.articleBySlug(String(slug)),
  },
  {
    name: 'preview of an article',
    groq: articlePreviewQuery,
    params: (round, articles) => ({now, id: articleId(someArticle(round, articles))}),
    perspective: 'drafts',
    answer: 'page',
    byHand: ({id}) => byHand.named([String(id)]),
  },
  {
    name: 'front page',
    groq: frontPageQuery,
    params: () => ({now}),
    perspective: 'published',
    answer: 'page',
    byHand: () => byHand.frontPage(),
  },
  {
    name: 'section',
    groq: sectionBySlugQuery,
    params: (round) => ({now, slug: `section-${round % SECTIONS}`}),
    perspective: 'published',
    answer: 'page',
    byHand: ({slug}) => byHand.newestOf('section._ref', String(slug)),
  },
  {
    name: 'contributor',
    groq: contributorBySlugQuery,
    params: (round) => ({now, slug: `contributor-${(round * 7) % CONTRIBUTORS}`}),
    perspective: 'published',
    answer: 'page',
    byHand: ({slug}) => byHand.newestOf('bylines[].contributor._ref', String(slug)),
  },
  {
    name: 'publication',
    groq: publicationByCodeQuery,
    params: () => ({now, code: 'herald'}),
    perspective: 'published',
    answer: 'page',
    byHand: () => byHand.newestOf('publication._ref', 'publication-0'),
  },
  {
    name: 'wire source',
    groq: wireSourceByCodeQuery,
    params: (round) => ({now, code: `agency-${round % WIRE_SOURCES}`}),
    perspective: 'published',
    answer: 'page',
    byHand: ({code}) =>
      byHand.newestOf('wireCredits[].source._ref', String(code).replace('agency', 'wire')),
  },
  {
    name: 'corrections, the last 100',
    groq: correctionsQuery,
    params: () => ({now}),
    perspective: 'published',
    answer: 'page',
    byHand: () => byHand.lastCorrected(100),
  },
  {
    name: 'site map, 1,000 of them',
    groq: sitemapPageQuery,
    params: (round, articles) => ({
      now,
      after: articleId(Math.floor((round * 1000) % Math.max(articles - 1000, 1))),
    }),
    perspective: 'published',
    answer: 'whole',
    byHand: ({after}) => byHand.articlesAfter(String(after), 1000),
  },
  {
    name: 'Studio: list of articles',
    groq: listOfArticles,
    params: () => listParameters,
    perspective: 'drafts',
    answer: 'page',
    byHand: () => byHand.lastTouched(51),
  },
  {
    name: 'Studio: search for a headline',
    groq: search,
    params: (round, articles) => ({
      __types: ['article'],
      __query: `story${someArticle(round, articles)}*`,
      __rawQuery: `story${someArticle(round, articles)}`,
      __limit: 101,
    }),
    perspective: 'drafts',
    answer: 'page',
  },
  {
    name: 'Studio: search for a frequent word',
    groq: search,
    params: () => ({__types: ['article'], __query: 'ka*', __rawQuery: 'ka', __limit: 101}),
    perspective: 'drafts',
    answer: 'page',
  },
  {
    name: 'Studio: reference to a section',
    groq: search,
    params: () => ({__types: ['section'], __query: 'sect*', __rawQuery: 'sect', __limit: 101}),
    perspective: 'drafts',
    answer: 'page',
  },
  {
    name: 'Studio: previews',
    groq: '*[_id in $ids]{_id, _type, headline, "section": section->name}',
    params: (round, articles) => ({
      ids: [0, 1, 2, 3].map((step) => articleId(someArticle(round + step, articles))),
    }),
    perspective: 'drafts',
    answer: 'page',
    byHand: ({ids}) => byHand.named(Array.isArray(ids) ? ids.map(String) : []),
  },
  {
    name: 'count of all articles',
    groq: 'count(*[_type == "article"])',
    params: () => ({}),
    perspective: 'published',
    answer: 'whole',
    byHand: () => byHand.countArticles(),
  },
  {
    name: 'count of the articles of a section',
    groq: 'count(*[_type == "article" && section._ref == $section])',
    params: (round) => ({section: `section-${round % SECTIONS}`}),
    perspective: 'published',
    answer: 'whole',
    byHand: ({section}) => byHand.countOf('section._ref', String(section)),
  },
]
