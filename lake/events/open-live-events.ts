import type {Dataset} from '../store/dataset.ts'
import {openEventStream} from './event-stream.ts'

export interface LiveRequest {
  /** Whether a change of this document may be told */
  readonly concerns: (id: string) => boolean
  /** The last event that the reader saw; when the log does not know it, the reader is told to start over */
  readonly lastEventId: string | undefined
}

/** The tag that answers of queries carry and that live events name: one for the whole dataset. */
export function syncTag(dataset: string): string {
  return `s1:${dataset}`
}

/** Opens the stream behind `client.live.events()`: after every commit that concerns the reader, the tags whose queries may have new answers. */
export function openLiveEvents(dataset: Dataset, {concerns, lastEventId}: LiveRequest): Response {
  const stream = openEventStream()
  const tags = [syncTag(dataset.name)]
  const stop = dataset.subscribe({
    commit({transactionId, changes}) {
      if (changes.some((change) => concerns(change.id))) {
        stream.send({id: transactionId, data: {tags}})
      }
    },
    close() {
      stream.close()
    },
  })

  void stream.ended.then(stop)

  const newest = dataset.log.newest()
  const id = newest?.transactionId ?? 'start'
  if (lastEventId === undefined || lastEventId === id) stream.send({event: 'welcome', id, data: {}})
  else if (dataset.log.sequenceOf(lastEventId) === undefined)
    stream.send({event: 'restart', id, data: {}})
  else {
    stream.send({event: 'welcome', data: {}})
    stream.send({id, data: {tags}})
  }
  return stream.response
}
