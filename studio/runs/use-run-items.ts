import {useEffect, useMemo, useState} from 'react'
import {useClient} from 'sanity'

import {itemsOf, textOf} from '../../schemas/rules/narrow.ts'
import {faultText} from '../texts/fault-text.ts'

/** What became of one text of an import run. */
export interface RunItem {
  readonly path: string
  readonly outcome: string
  readonly reason: string
  /** `''` where it has no article */
  readonly articleId: string
  readonly headline: string
}

interface RunItems {
  readonly items: readonly RunItem[] | undefined
  readonly fault: string | undefined
}

/** Texts that are read at most of those that need a look, and of the others. */
export const MOST_RUN_ITEMS = 200

/**
 * The texts of an import run, those that need a look first.
 *
 * @param finishedAt - Of the run: they are read again when it is over
 * @returns `items` is `undefined` until they are read
 */
export function useRunItems(runId: string, finishedAt: string): RunItems {
  const client = useClient({apiVersion: '2025-02-19'})
  const [read, setRead] = useState<RunItems>({items: undefined, fault: undefined})
  // A run that is over may have more than it had
  const question = useMemo(() => ({runId, finishedAt}), [runId, finishedAt])

  useEffect(() => {
    let isWanted = true
    client.fetch<unknown>(itemsQuery, {runId: question.runId}, {perspective: 'drafts'}).then(
      (answer) => isWanted && setRead({items: readItems(answer), fault: undefined}),
      (error: unknown) => isWanted && setRead({items: undefined, fault: faultText(error)}),
    )
    return () => {
      isWanted = false
    }
  }, [client, question])

  return read
}

const FIELDS = '{path, outcome, reason, "articleId": article._ref, "headline": article->headline}'
const LOOK = '["failed", "refused", "conflict"]'
const CHUNKS = '*[_type == "importRunItems" && run._ref == $runId] | order(length(_id), _id)'
const itemsQuery = `{
  "first": (${CHUNKS}.items[outcome in ${LOOK}]${FIELDS})[0...${MOST_RUN_ITEMS}],
  "others": (${CHUNKS}.items[!(outcome in ${LOOK})]${FIELDS})[0...${MOST_RUN_ITEMS}]
}`

function readItems(answer: unknown): readonly RunItem[] {
  return [...itemsOf(answer, 'first'), ...itemsOf(answer, 'others')].map((item) => ({
    path: textOf(item, 'path'),
    outcome: textOf(item, 'outcome'),
    reason: textOf(item, 'reason'),
    articleId: textOf(item, 'articleId'),
    headline: textOf(item, 'headline'),
  }))
}
