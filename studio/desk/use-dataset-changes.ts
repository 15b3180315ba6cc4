import {useEffect, useState} from 'react'
import {useClient} from 'sanity'

import {watchDataset} from './watch-dataset.ts'

/** In milliseconds: an import changes hundreds of documents in a second. */
const PAUSE = 400

/**
 * Counts the moments at which something of the given types may have changed, for an effect that reads it anew: once the lake
 * listens, after each change, after a lost connection.
 *
 * @param filter - GROQ for the documents to watch, perspectives play no part
 * @returns 0 until the lake listens: what is read before might change unheard
 */
export function useDatasetChanges(filter: string): number {
  const client = useClient({apiVersion: '2025-02-19'})
  const [changes, setChanges] = useState(0)
  useEffect(
    () =>
      watchDataset(client, {
        filter,
        pause: PAUSE,
        onChange: () => setChanges((count) => count + 1),
      }),
    [client, filter],
  )
  return changes
}
