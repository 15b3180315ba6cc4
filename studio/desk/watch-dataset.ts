import type {SanityClient} from '@sanity/client'

/** Ids of documents as they are stored, with `drafts.`; `all`: changes may have gone unheard */
export type DatasetChanges = ReadonlySet<string> | 'all'

interface WatchOptions {
  /** GROQ for the documents to watch, perspectives play no part */
  readonly filter: string
  /** Shortest time between two announcements, in milliseconds */
  readonly pause: number
  readonly onChange: (changes: DatasetChanges) => void
}

/**
 * Tells what may have changed: all of it once the lake listens and after a lost connection, then the documents that did.
 *
 * @returns Ends it
 */
export function watchDataset(
  client: SanityClient,
  {filter, pause, onChange}: WatchOptions,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = 0
  let changed: Set<string> | 'all' = new Set()
  const announce = () => {
    timer ??= setTimeout(() => {
      const changes = changed
      timer = undefined
      changed = new Set()
      onChange(changes)
    }, wait)
    wait = pause
  }
  const announceAll = () => {
    changed = 'all'
    announce()
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
    .subscribe({
      next: (event) => {
        if (event.type !== 'mutation') {
          announceAll()
          return
        }
        if (changed !== 'all') changed.add(event.documentId)
        announce()
      },
      // A stream that breaks for good leaves the list as it is: the Studio says itself that it is offline
      error: announceAll,
    })
  return () => {
    clearTimeout(timer)
    subscription.unsubscribe()
  }
}
