import {createCommitQueue} from '../store/commit-queue.ts'
import type {Dataset} from '../store/dataset.ts'
import type {LoggedTransaction} from '../store/transaction-log.ts'
import {openEventStream} from './event-stream.ts'
import {buildMutationEvents, type ListenerOptions} from './mutation-events.ts'

export interface ListenerRequest extends ListenerOptions {
  readonly listenerName: string
  /** The last event that the listener saw, `<transaction>#<document>`; only with `enableResume` */
  readonly resumeAfter: string | undefined
}

/** Missed transactions that are sent again; whoever missed more reloads, which is quicker. */
const MAXIMUM_REPLAY = 1000

/**
 * Opens a listener: first `welcome`, `welcomeback` with what was missed, or `reset` (what the listener knows may be stale), then the events of every commit in order.
 */
export function openListener(dataset: Dataset, request: ListenerRequest): Response {
  const {log} = dataset
  const newest = log.newest()
  // Events of a transaction are filtered one after the other: a later commit never overtakes.
  const queue = createCommitQueue()

  const stream = openEventStream(() => {
    stop()
  })
  const stop = dataset.subscribe({
    commit(transaction) {
      // Already in the log when it was read below.
      if (newest && transaction.sequence <= newest.sequence) return
      deliver(transaction)
    },
    close() {
      stream.close()
    },
  })

  function deliver(transaction: LoggedTransaction): void {
    const delivered = queue.run(async () => {
      const events = await buildMutationEvents(transaction, request)
      // Cut in the middle of a transaction, the listener gets all of it again and drops what it knows; after the end nothing of it.
      if (events.at(-1)?.eventId === request.resumeAfter) return
      for (const event of events) stream.send({event: 'mutation', id: event.eventId, data: event})
    })
    // A filter that cannot be evaluated ends the listener.
    delivered.catch(() => {
      stream.close()
    })
  }

  const {listenerName, resumeAfter} = request
  const id = `${newest?.transactionId ?? ''}#`
  const missed = resumeAfter === undefined ? undefined : findMissed(dataset, resumeAfter)
  if (resumeAfter === undefined) stream.send({event: 'welcome', id, data: {listenerName}})
  else if (!missed) stream.send({event: 'reset', id, data: {listenerName}})
  else {
    stream.send({event: 'welcomeback', data: {listenerName}})
    for (const transaction of missed) deliver(transaction)
  }
  return stream.response
}

function findMissed({log}: Dataset, resumeAfter: string): readonly LoggedTransaction[] | undefined {
  const hash = resumeAfter.indexOf('#')
  const transactionId = hash < 0 ? resumeAfter : resumeAfter.slice(0, hash)
  const sequence = log.sequenceOf(transactionId)
  if (sequence === undefined) return undefined
  return log.since(hash === resumeAfter.length - 1 ? sequence : sequence - 1, MAXIMUM_REPLAY)
}
