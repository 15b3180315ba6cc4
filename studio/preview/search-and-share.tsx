import {Card, Stack, Text} from '@sanity/ui'

import {
  newsArticleData,
  openGraphTags,
  type PrintedArticle,
} from '../../queries/print/search-data.ts'
import {useDeskText} from '../texts/use-desk-text.ts'

/** What a search engine and a shared link show of an article. The site's own address is the frontend's to add. */
export function SearchAndShare({article}: {readonly article: PrintedArticle}) {
  const address = `/${article.slug ?? ''}`
  const text = useDeskText()
  const tags = openGraphTags(article, address)
  const tag = (name: string) => tags.find(([property]) => property === name)?.[1] ?? ''
  return (
    <Stack as="section" gap={4} padding={4} aria-label={text('preview.search-label')}>
      <Text as="h2" size={2} weight="semibold">
        {text('preview.search')}
      </Text>
      <Card border radius={2} overflow="hidden">
        {tag('og:image') !== '' && (
          <img
            src={tag('og:image')}
            alt=""
            style={{display: 'block', width: '100%', aspectRatio: '600 / 315', objectFit: 'cover'}}
          />
        )}
        <Stack gap={3} padding={4}>
          <Text size={0}>
            {[tag('og:site_name'), article.slug && address].filter(Boolean).join(' · ')}
          </Text>
          <Text weight="semibold">{tag('og:title') || text('preview.no-headline')}</Text>
          {tag('og:description') !== '' && <Text size={1}>{tag('og:description')}</Text>}
        </Stack>
      </Card>
      <details>
        <summary style={{fontSize: 13}}>{text('preview.structured-data')}</summary>
        <pre style={{whiteSpace: 'pre-wrap', fontSize: 12}}>
          {JSON.stringify(newsArticleData(article, address), undefined, 2)}
        </pre>
      </details>
    </Stack>
  )
}
