import {useMemo} from 'react'

import {itemsOf, referenceOf} from '../../schemas/rules/narrow.ts'
import {type OriginText, originTexts} from '../source/origin-texts.ts'
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
      readonly texts: readonly [OriginText, ...OriginText[]]
      /** The newest that the article took words from: no kill, no advisory */
      readonly latest: OriginText
    }

/**
 * Reads the record of an article and the texts it was made from, live.
 *
 * @param articleId - With or without `drafts.`
 */
export function useArticleOrigins(articleId: string): ArticleOrigins {
  const records = useStoredDocuments([recordIdOf(articleId)])
  const record: unknown = records?.[0]
  const origins = itemsOf(record, 'origins')
  const sources = useStoredDocuments(origins.map((origin) => referenceOf(origin, 'source')))
  return useMemo(() => {
    if (!records || !sources) return {type: 'loading'}
    try {
      const texts = originTexts(
        sources.map((source, index) => ({
          source,
          origin: itemsOf(record, 'origins')[index],
        })),
      )
      const [first, ...later] = texts
      const latest = texts.findLast(({unmerged}) => unmerged === undefined) ?? first
      return first && latest
        ? {type: 'received', record, texts: [first, ...later], latest}
        : {type: 'none', record}
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      return {type: 'fault', record, message: error.message}
    }
  }, [records, record, sources])
}
