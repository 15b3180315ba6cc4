import {useEffect, useMemo, useState} from 'react'
import {useClient} from 'sanity'

import type {BrokenRules} from './fetch-broken-rules.ts'
import {startReadyCheck} from './ready-check.ts'
import {watchDataset} from './watch-dataset.ts'

/** Shortest time between two checks of what changed, in milliseconds: a check reads whole articles with their received texts. */
const PAUSE = 3000

interface CheckedRules {
  /** Empty until they are checked */
  readonly broken: BrokenRules
  /** The sentence of the last try, where it failed */
  readonly fault: string | undefined
}

/**
 * What stops the articles that are ready, live.
 *
 * @param isWanted - Whether anybody looks: else nothing is read
 * @param tries - Checks anew when it grows
 */
export function useBrokenRules(isWanted: boolean, tries: number): CheckedRules {
  const client = useClient({apiVersion: '2025-02-19'})
  const [rules, setRules] = useState<CheckedRules>({broken: new Map(), fault: undefined})
  // `tries` makes it another wish, that may be met
  const wish = useMemo(() => ({isWanted, tries}), [isWanted, tries])

  useEffect(() => {
    if (!wish.isWanted) return undefined
    const ready = startReadyCheck(client, {
      onBroken: (broken) => setRules((before) => unlessSame(before, {broken, fault: undefined})),
      onFault: (fault) => setRules(({broken}) => ({broken, fault})),
    })
    const unwatch = watchDataset(client, {
      filter: '_type in ["article", "articleRecord"]',
      pause: PAUSE,
      onChange: (changes) => void ready.check(changes),
    })
    return () => {
      unwatch()
      ready.stop()
    }
  }, [client, wish])

  return rules
}

/** Mostly nothing has changed: the list is not to be read again for it. */
function unlessSame(before: CheckedRules, after: CheckedRules): CheckedRules {
  const [left, right] = [before, after].map(({broken, fault}) =>
    JSON.stringify([[...broken].toSorted(([one], [other]) => (one < other ? -1 : 1)), fault]),
  )
  return left === right ? before : after
}
