import type {ArticleBySlugQueryResult} from '../query-types.generated.ts'
import {correctionText} from './correction-text.ts'
import {pictureUrl} from './picture-url.ts'

/** An article as `articleBySlugQuery` gives it, while it is no tombstone. */
export type PrintedArticle = Extract<ArticleBySlugQueryResult, {pubStatus: 'usable'}>

/** Pixels across, as search engines and networks ask for; a narrower picture stays as it is. */
const PICTURE_WIDTH = 1200

/** The fields of an article that search engines and shared links are told of. */
export type SearchableArticle = Pick<
  PrintedArticle,
  | 'headline'
  | 'headlineSeo'
  | 'standfirst'
  | 'bylines'
  | 'wireCredits'
  | 'leadImage'
  | 'publication'
  | 'section'
  | 'topics'
  | 'language'
  | 'firstPublishedAt'
  | 'publishedAt'
  | 'contentUpdatedAt'
  | 'corrections'
>

/**
 * What a search engine is told of an article: schema.org's NewsArticle, to be written as `application/ld+json`. What the article does
 * not have is left out, and of the picture what was cropped. An agency whose story it is stands as the provider; an author is a person or a desk with role `by`.
 *
 * @param url - The address readers have
 * @see https://developers.google.com/search/docs/appearance/structured-data/article
 */
export function newsArticleData(
  article: SearchableArticle,
  url: string,
): Readonly<Record<string, unknown>> {
  const people = (article.bylines ?? []).filter(({role, name}) => role === 'by' && name !== null)
  const agencies = (article.wireCredits ?? []).filter(({name}) => name !== null)
  const corrections = (article.corrections ?? []).flatMap((correction) =>
    correction.type === 'update' || correction.text === null
      ? []
      : {
          '@type': 'CorrectionComment',
          'text': correctionText(correction, article.publication?.timeZone ?? undefined),
          'datePublished': correction.at ?? undefined,
        },
  )
  return withoutEmpty({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    'mainEntityOfPage': url,
    'headline': article.headline,
    'alternativeHeadline': article.headlineSeo,
    'description': article.standfirst,
    'image': article.leadImage?.url ? [pictureUrl(article.leadImage, PICTURE_WIDTH)] : undefined,
    'datePublished': article.firstPublishedAt ?? article.publishedAt,
    'dateModified': article.contentUpdatedAt,
    'author': people.map(({name, collective}) => ({
      '@type': collective === true ? 'Organization' : 'Person',
      name,
    })),
    'provider': agencies.map(({name}) => ({'@type': 'NewsMediaOrganization', name})),
    'publisher': article.publication?.name
      ? {'@type': 'NewsMediaOrganization', 'name': article.publication.name}
      : undefined,
    'articleSection': article.section?.name,
    'keywords': (article.topics ?? []).flatMap(({label}) => label ?? []),
    'inLanguage': article.language ?? article.publication?.language,
    'correction': corrections,
  })
}

/**
 * What a shared link shows: Open Graph properties with their contents, in the order of the page's head.
 *
 * @param url - The address readers have
 * @see https://ogp.me
 */
export function openGraphTags(
  article: SearchableArticle,
  url: string,
): readonly (readonly [property: string, content: string])[] {
  const {leadImage} = article
  const tags = [
    ['og:type', 'article'],
    ['og:title', article.headlineSeo ?? article.headline],
    ['og:description', article.standfirst],
    ['og:url', url],
    ['og:site_name', article.publication?.name],
    ['og:image', leadImage && pictureUrl(leadImage, PICTURE_WIDTH)],
    ['og:image:alt', leadImage?.alt],
    ['article:published_time', article.firstPublishedAt ?? article.publishedAt],
    ['article:modified_time', article.contentUpdatedAt],
    ['article:section', article.section?.name],
    ...(article.topics ?? []).map(({label}) => ['article:tag', label] as const),
  ] as const
  return tags.flatMap(([property, content]) => (content ? [[property, content] as const] : []))
}

function withoutEmpty(
  fields: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) =>
      Array.isArray(value)
        ? value.length > 0
        : value !== null && value !== undefined && value !== '',
    ),
  )
}
