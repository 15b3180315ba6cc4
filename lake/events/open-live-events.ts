import type {Dataset} from '../store/dataset.ts'
import {isPublicId, publishedIdOf} from '../store/document-ids.ts'
import type {LoggedTransaction} from '../store/transaction-log.ts'
import {formatEvent, openEventStream} from './event-stream.ts'
import {syncTagsOfChange} from './sync-tags.ts'

export interface LiveRequest {
  /** Drafts and versions too; else published documents alone */
  readonly includeDrafts: boolean
  /** The last event that the reader saw; when the log does not know it, the reader is told to start over */
  readonly lastEventId: string | undefined
}

/** More missed transactions than this, and the reader is told to start over. */
const MOST_MISSED = 1000

/** Opens the stream behind `client.live.events()`: after every commit that concerns the reader, the tags whose queries may have new answers. */
export function openLiveEvents(
  dataset: Dataset,
  {includeDrafts, lastEventId}: LiveRequest,
): Response {
  const stream = openEventStream()
  const stop = dataset.subscribe({
    commit: tell,
    close() {
      stream.close()
    },
  })
  void stream.ended.then(stop)

  const newest = includeDrafts ? dataset.log.newest() : dataset.log.newestPublic()
  const id = newest?.transactionId ?? 'start'
  if (lastEventId === undefined || lastEventId === id) stream.send({event: 'welcome', id, data: {}})
  else {
    const sequence = dataset.log.sequenceOf(lastEventId)
    const missed = sequence === undefined ? undefined : dataset.log.since(sequence, MOST_MISSED)
    stream.send(missed ? {event: 'welcome', data: {}} : {event: 'restart', id, data: {}})
    for (const transaction of missed ?? []) tell(transaction)
  }
  return stream.response

  function tell(transaction: LoggedTransaction): void {
    const event = findEvent(dataset, transaction, includeDrafts)
    if (event.byteLength > 0) stream.write(event)
  }
}

/** By transaction: every reader with the same rights is told the same, which is worked out once. */
const eventsWithDrafts = new WeakMap<LoggedTransaction, Uint8Array>()
const eventsWithoutDrafts = new WeakMap<LoggedTransaction, Uint8Array>()

/** The event that goes over the line; empty where there is nothing to tell. */
function findEvent(
  dataset: Dataset,
  transaction: LoggedTransaction,
  includeDrafts: boolean,
): Uint8Array {
  const events = includeDrafts ? eventsWithDrafts : eventsWithoutDrafts
  const known = events.get(transaction)
  if (known) return known
  const {transactionId, changes} = transaction
  const tags = changes.flatMap((change) => {
    if (!includeDrafts) return isPublicId(change.id) ? syncTagsOfChange(dataset.name, change) : []
    const layers = dataset.getAllVersions([publishedIdOf(change.id)])
    return syncTagsOfChange(dataset.name, change, layers)
  })
  const data = {tags: [...new Set(tags)].toSorted()}
  const event = tags.length === 0 ? new Uint8Array() : formatEvent({id: transactionId, data})
  events.set(transaction, event)
  return event
}
