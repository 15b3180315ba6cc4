import {useEffect, useState} from 'react'
import {useClient, useSyncState} from 'sanity'
import {useDocumentPane} from 'sanity/structure'

import {articlePreviewQuery} from '../../queries/article-preview.ts'
import type {ArticlePreviewQueryResult} from '../../queries/query-types.generated.ts'
import {textOf} from '../../schemas/rules/narrow.ts'
import {faultText} from '../texts/fault-text.ts'

/** An article as its readers would get it. */
export type ReaderArticle =
  | {readonly type: 'loading'}
  | {readonly type: 'read'; readonly article: NonNullable<ArticlePreviewQueryResult>}
  | {readonly type: 'fault'; readonly message: string}

/** Reads the article of the document pane as its readers would, again after every saved change. */
export function useReaderArticle(documentId: string, documentType: string): ReaderArticle {
  const client = useClient({apiVersion: '2025-02-19'})
  const {value} = useDocumentPane()
  const id = documentId.replace(/^drafts\./u, '')
  const {isSyncing} = useSyncState(id, documentType)
  const [read, setRead] = useState<ReaderArticle>({type: 'loading'})

  useEffect(() => {
    if (isSyncing || textOf(value, '_id') === '') return undefined
    let isCurrent = true
    const readAgain = async () => {
      const article = await client
        .withConfig({perspective: 'drafts'})
        .fetch<ArticlePreviewQueryResult>(
          articlePreviewQuery,
          {id, now: new Date().toISOString()},
          {tag: 'desk.preview'},
        )
      if (isCurrent) setRead(article ? {type: 'read', article} : {type: 'loading'})
    }
    readAgain().catch((error: unknown) => {
      if (isCurrent) setRead({type: 'fault', message: faultText(error)})
    })
    return () => {
      isCurrent = false
    }
  }, [client, id, isSyncing, value])

  return read
}
