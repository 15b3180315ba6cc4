import {readEvents} from '../routes/read-events.ts'
import type {SpawnedLake} from './spawn-lake.ts'

/** Listens to everything, as the Studio does: a transaction counts when all of its events have come. */
export interface CrashListener {
  /** Ids of the transactions that came whole, in their order; one that came twice stands twice */
  readonly transactions: readonly string[]
  /** Connects, from the second time on with the last event's id; ends when the lake does. Gives the greeting at once */
  readonly connect: (
    lake: SpawnedLake,
  ) => Promise<{readonly greeting: string; readonly ended: Promise<void>}>
  /** Resolves when so many transactions have come */
  readonly reach: (count: number) => Promise<void>
}

const PATH = '/v1/data/listen/production?query=*&enableResume=true&includeAllVersions=true'

export function listenAcrossCrashes(): CrashListener {
  const transactions: string[] = []
  let lastEventId: string | undefined
  let whole: (() => void) | undefined

  async function follow(events: ReturnType<typeof readEvents>): Promise<void> {
    let seen = 0
    for (;;) {
      const {id, data} = await events.next()
      lastEventId = id ?? lastEventId
      seen = data['transactionCurrentEvent'] === 1 ? 1 : seen + 1
      if (seen !== data['transactionTotalEvents']) continue
      transactions.push(String(data['transactionId']))
      whole?.()
    }
  }

  return {
    transactions,
    async connect({url, token}) {
      const response = await fetch(url + PATH, {
        headers: {
          authorization: `Bearer ${token}`,
          ...(lastEventId !== undefined && {'last-event-id': lastEventId}),
        },
      })
      const events = readEvents(response)
      const {event, id} = await events.next()
      lastEventId = id ?? lastEventId
      return {greeting: event, ended: follow(events).catch(() => undefined)}
    },
    reach: (count) =>
      new Promise((resolve) => {
        whole = () => {
          if (transactions.length >= count) resolve()
        }
        whole()
      }),
  }
}
