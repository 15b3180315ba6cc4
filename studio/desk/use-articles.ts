import {useEffect, useMemo, useState} from 'react'
import {useClient} from 'sanity'

import type {Fields} from '../../schemas/rules/narrow.ts'
import {faultText} from '../texts/fault-text.ts'
import type {DeskList} from './desk-lists.ts'
import {fetchArticles, type ListWishes} from './fetch-articles.ts'
import type {BrokenRules} from './fetch-broken-rules.ts'
import {useBrokenRules} from './use-broken-rules.ts'
import {useDatasetChanges} from './use-dataset-changes.ts'

/** What is known of a list. While it is read again the articles of before stay, so that nothing jumps. */
interface Articles {
  readonly rows: readonly Fields[] | undefined
  /** What stops those that are ready, in a list that shows it; empty until they are checked */
  readonly broken: BrokenRules
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
  {words, wireSource, publication, limit, stopped}: ListWishes,
  now: Date,
  tries: number,
): Articles {
  const client = useClient({apiVersion: '2025-02-19'})
  const changes = useDatasetChanges('_type in ["article", "articleRecord"]')
  const [read, setRead] = useState<Pick<Articles, 'rows' | 'fault'>>({
    rows: undefined,
    fault: undefined,
  })
  // The first page does not wait for the rules
  const rules = useBrokenRules(list.judged === true && read.rows !== undefined, tries)
  const stopping = list.stopped ? rules.broken : none
  // `changes` and `tries` make it another question, whose answer may differ
  const question = useMemo(
    () => ({
      list,
      wishes: {words, wireSource, publication, limit, stopped: [...stopped, ...stopping.keys()]},
      now,
      changes,
      tries,
    }),
    [list, words, wireSource, publication, limit, stopped, stopping, now, changes, tries],
  )

  useEffect(() => {
    if (question.changes === 0) return undefined
    let isWanted = true
    fetchArticles(client, question.list, question.wishes, question.now).then(
      (rows) => isWanted && setRead({rows, fault: undefined}),
      (error: unknown) => isWanted && setRead(({rows}) => ({rows, fault: faultText(error)})),
    )
    return () => {
      isWanted = false
    }
  }, [client, question])

  return {rows: read.rows, broken: rules.broken, fault: read.fault ?? rules.fault}
}

const none: BrokenRules = new Map()
