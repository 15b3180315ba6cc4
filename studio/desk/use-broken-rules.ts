import {useEffect, useMemo, useState} from 'react'
import {useClient} from 'sanity'

import type {Problem} from '../../schemas/rules/problem.ts'
import {fetchBrokenRules} from './fetch-broken-rules.ts'
import {useDatasetChanges} from './use-dataset-changes.ts'

/** Shortest time between two checks, in milliseconds: a check reads whole articles with their received texts. */
const PAUSE = 3000

interface BrokenRules {
  /** By published id of the article; empty until they are checked */
  readonly broken: ReadonlyMap<string, readonly Problem[]>
  /** The sentence of the last try, where it failed */
  readonly fault: string | undefined
}

/**
 * What stops the articles that are ready, live.
 *
 * @param isWanted - Whether anybody looks: else nothing is read
 * @param tries - Checks anew when it grows
 */
export function useBrokenRules(isWanted: boolean, tries: number): BrokenRules {
  const client = useClient({apiVersion: '2025-02-19'})
  const changes = useDatasetChanges(isWanted ? WATCHED : undefined, PAUSE)
  const [rules, setRules] = useState<BrokenRules>({broken: new Map(), fault: undefined})
  // `changes` and `tries` make it another question, whose answer may differ
  const question = useMemo(() => ({changes, tries}), [changes, tries])

  useEffect(() => {
    if (question.changes === 0) return undefined
    let isCurrent = true
    fetchBrokenRules(client, new Date()).then(
      (broken) => isCurrent && setRules((before) => unlessSame(before, {broken, fault: undefined})),
      (error: unknown) => isCurrent && setRules(({broken}) => ({broken, fault: String(error)})),
    )
    return () => {
      isCurrent = false
    }
  }, [client, question])

  return rules
}

const WATCHED = '_type in ["article", "articleRecord"]'

/** Mostly nothing has changed: the list is not to be read again for it. */
function unlessSame(before: BrokenRules, after: BrokenRules): BrokenRules {
  const [left, right] = [before, after].map(({broken, fault}) =>
    JSON.stringify([[...broken], fault]),
  )
  return left === right ? before : after
}
