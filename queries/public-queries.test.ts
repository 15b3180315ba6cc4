import {readdirSync, readFileSync} from 'node:fs'

import {expect, test} from 'vitest'

import {privateTypeNames} from '../schemas/index.ts'
import {articlePreviewQuery} from './article-preview.ts'
import {articleBySlugQuery} from './article.ts'
import {contributorBySlugQuery} from './contributor.ts'
import {correctionsQuery} from './corrections.ts'
import {visible} from './fragments/visible.ts'
import {frontPageQuery} from './front-page.ts'
import {publicationByCodeQuery} from './publication.ts'
import {sectionBySlugQuery} from './section.ts'
import {sitemapPageQuery} from './sitemap.ts'
import {wireSourceByCodeQuery} from './wire-source.ts'

const queries = {
  articleBySlugQuery,
  articlePreviewQuery,
  contributorBySlugQuery,
  correctionsQuery,
  frontPageQuery,
  publicationByCodeQuery,
  sectionBySlugQuery,
  sitemapPageQuery,
  wireSourceByCodeQuery,
}

test('every query of the folder is among those tested here', () => {
  const defined = readdirSync(import.meta.dirname)
    .filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.includes('.generated.'),
    )
    .map((name) => readFileSync(`${import.meta.dirname}/${name}`, 'utf8'))
    .map((source) => /export const (?<name>\w{1,80}Query) =/u.exec(source)?.groups?.['name'])
  expect(new Set(defined)).toEqual(new Set(Object.keys(queries)))
})

test.for(Object.entries(queries))(
  '%s asks for visible articles and no private document',
  ([, query]) => {
    expect(query).toContain(visible)
    expect(query.split('_type == "article"')).toHaveLength(
      query.split(visible).length +
        (query === articleBySlugQuery || query === articlePreviewQuery ? 1 : 0),
    )
    expect(privateTypeNames.filter((name) => query.includes(name))).toEqual([])
  },
)
