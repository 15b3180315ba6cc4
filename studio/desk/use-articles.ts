import {useEffect, useMemo, useState} from 'react'
import {useClient} from 'sanity'

import type {Fields} from '../../schemas/rules/narrow.ts'
import type {DeskList} from './desk-lists.ts'
import {fetchArticles, type ListWishes} from './fetch-articles.ts'
import {useDatasetChanges} from './use-dataset-changes.ts'

/** What is known of a list. While it is read again the articles of before stay, so that nothing jumps. */
export interface Articles {
  readonly rows: readonly Fields[] | undefined
  /** The sentence of the last try, where it failed */
  readonly fault: string | undefined
}

/**
 * The articles of a list, live.
 *
 * @param tries - Reads anew when it grows
 */
export function useArticles(
  list: DeskList,
  {words, wireSource, publication, limit, heldBack}: ListWishes,
  now: Date,
  tries: number,
): Articles {
  const client = useClient({apiVersion: '2025-02-19'})
  const changes = useDatasetChanges('_type in ["article", "articleRecord"]')
  const [articles, setArticles] = useState<Articles>({rows: undefined, fault: undefined})
  // `changes` and `tries` make it another question, whose answer may differ
  const question = useMemo(
    () => ({list, wishes: {words, wireSource, publication, limit, heldBack}, now, changes, tries}),
    [list, words, wireSource, publication, limit, heldBack, now, changes, tries],
  )

  useEffect(() => {
    if (question.changes === 0) return undefined
    let isWanted = true
    fetchArticles(client, question.list, question.wishes, question.now).then(
      (rows) => isWanted && setArticles({rows, fault: undefined}),
      (error: unknown) => isWanted && setArticles(({rows}) => ({rows, fault: String(error)})),
    )
    return () => {
      isWanted = false
    }
  }, [client, question])

  return articles
}
