import type {SanityClient} from '@sanity/client'

import type {Problem} from '../../schemas/rules/problem.ts'
import {faultText} from '../texts/fault-text.ts'
import {type BrokenRules, fetchBrokenRules} from './fetch-broken-rules.ts'
import {fetchConcerned, fetchReady, fetchReadyAmong} from './fetch-ready.ts'
import type {DatasetChanges} from './watch-dataset.ts'

/** Articles that are checked at once: a form beside the list must not stumble over it. */
const PORTION = 25

/** Holds the articles that somebody called ready to the rules. */
export interface ReadyCheck {
  /** Checks what these changes concern, after what is being checked */
  readonly check: (changes: DatasetChanges) => Promise<void>
  readonly stop: () => void
}

interface ReadyCheckListener {
  /** Told while it goes on, whenever something is judged otherwise than before */
  readonly onBroken: (broken: BrokenRules) => void
  /** The sentence of what failed; all is checked anew with the next change */
  readonly onFault: (fault: string) => void
}

/**
 * A check of all that is ready, however much that is: the newest first, a portion after the other, and then only what changed. A draft
 * that is at work is left alone: it lacks this and that by nature.
 */
export function startReadyCheck(
  client: SanityClient,
  {onBroken, onFault}: ReadyCheckListener,
): ReadyCheck {
  const broken = new Map<string, readonly Problem[]>()
  let waiting: DatasetChanges = new Set()
  let work: Promise<void> | undefined
  const end = new AbortController()

  const judge = async (ids: readonly string[]) => {
    for (let start = 0; start < ids.length; start += PORTION) {
      if (end.signal.aborted) return
      const portion = ids.slice(start, start + PORTION)
      const found = await fetchBrokenRules(client, portion, new Date())
      for (const id of portion) {
        const problems = found.get(id)
        if (problems) broken.set(id, problems)
        else broken.delete(id)
      }
      if (!end.signal.aborted) onBroken(new Map(broken))
    }
  }

  const checkAll = async () => {
    const ready = await fetchReady(client)
    const isReady = new Set(ready)
    for (const id of broken.keys()) if (!isReady.has(id)) broken.delete(id)
    await judge(ready)
  }

  const checkSome = async (changed: readonly string[]) => {
    const sharers = [...broken]
      .filter(([, problems]) => problems.some(({rule}) => rule === 'slugFree'))
      .map(([id]) => id)
    const concerned = [...new Set([...(await fetchConcerned(client, changed)), ...sharers])]
    for (const id of concerned) broken.delete(id)
    await judge(await fetchReadyAmong(client, concerned))
  }

  const workOff = async () => {
    while (!end.signal.aborted && (waiting === 'all' || waiting.size > 0)) {
      const changes = waiting
      waiting = new Set()
      await (changes === 'all' ? checkAll() : checkSome([...changes]))
      if (!end.signal.aborted) onBroken(new Map(broken))
    }
  }

  return {
    check: async (changes) => {
      waiting = waiting === 'all' || changes === 'all' ? 'all' : new Set([...waiting, ...changes])
      work ??= workOff()
        .catch((error: unknown) => {
          waiting = 'all'
          if (!end.signal.aborted) onFault(faultText(error))
        })
        .finally(() => {
          work = undefined
        })
      await work
    },
    stop: () => end.abort(),
  }
}
