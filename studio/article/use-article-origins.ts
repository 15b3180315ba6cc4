import {useMemo} from 'react'

import {itemsOf, referenceOf} from '../../schemas/rules/narrow.ts'
import {type ReceivedText, readReceivedText} from '../source/received-text.ts'
import {recordIdOf} from './record-id.ts'
import {useStoredDocuments} from './use-stored-documents.ts'

/** What the desk knows about an article's origin. */
export type ArticleOrigins =
  | {readonly type: 'loading'}
  /** Written here: no text was received */
  | {readonly type: 'none'; readonly record: unknown}
  | {readonly type: 'fault'; readonly record: unknown; readonly message: string}
  /** Oldest first, never empty */
  | {
      readonly type: 'received'
      readonly record: unknown
      readonly texts: readonly [ReceivedText, ...ReceivedText[]]
      readonly latest: ReceivedText
    }

/**
 * Reads the record of an article and the texts it was made from, live.
 *
 * @param articleId - With or without `drafts.`
 */
export function useArticleOrigins(articleId: string): ArticleOrigins {
  const records = useStoredDocuments([recordIdOf(articleId)])
  const record: unknown = records?.[0]
  const sources = useStoredDocuments(
    itemsOf(record, 'origins').map((origin) => referenceOf(origin, 'source')),
  )
  return useMemo(() => {
    if (!records || !sources) return {type: 'loading'}
    try {
      const texts = sources.flatMap((source) => readReceivedText(source) ?? [])
      const [first, ...later] = texts
      return first
        ? {type: 'received', record, texts: [first, ...later], latest: later.at(-1) ?? first}
        : {type: 'none', record}
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      return {type: 'fault', record, message: error.message}
    }
  }, [records, record, sources])
}
