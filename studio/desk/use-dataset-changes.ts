import {useEffect, useState} from 'react'
import {useClient} from 'sanity'

/** In milliseconds: an import changes hundreds of documents in a second. */
const PAUSE = 400

/**
 * Counts the moments at which something of the given types may have changed, for an effect that reads it anew: once the lake
 * listens, after each change, after a lost connection.
 *
 * @param filter - GROQ for the documents to watch, perspectives play no part; `undefined`: none
 * @param pause - Shortest time between two renewals, in milliseconds
 * @returns 0 until the lake listens: what is read before might change unheard
 */
export function useDatasetChanges(filter: string | undefined, pause = PAUSE): number {
  const client = useClient({apiVersion: '2025-02-19'})
  const [changes, setChanges] = useState(0)
  useEffect(() => {
    if (filter === undefined) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let wait = 0
    const announce = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        setChanges((count) => count + 1)
      }, wait)
      wait = pause
    }
    const subscription = client
      .listen(
        `*[${filter}]`,
        {},
        {
          events: ['welcome', 'mutation', 'reconnect'],
          includeResult: false,
          visibility: 'query',
          tag: 'desk.list',
        },
      )
      // A stream that breaks for good leaves the list as it is: the Studio says itself that it is offline
      .subscribe({next: announce, error: announce})
    return () => {
      clearTimeout(timer)
      subscription.unsubscribe()
    }
  }, [client, filter, pause])
  return changes
}
