import type {Caller} from '../caller.ts'
import type {Dataset} from '../store/dataset.ts'
import type {LoggedTransaction} from '../store/transaction-log.ts'
import {openEventStream} from './event-stream.ts'
import {
  createListenerGroup,
  type GroupMember,
  type ListenerGroup,
  type ListenerInterest,
  MAXIMUM_REPLAY,
} from './listener-group.ts'

export interface ListenerRequest {
  readonly interest: ListenerInterest
  /** Who asks, as far as it matters to what `interest.mayRead` says */
  readonly caller: Caller['type']
  readonly listenerName: string
  /** The last event that the listener saw, `<transaction>#<document>`; only with `enableResume` */
  readonly resumeAfter: string | undefined
}

/**
 * Makes the function that opens a listener: first `welcome`, `welcomeback` with what was missed, or `reset` (what the listener knows may be stale), then the
 * events of every commit in order.
 *
 * @throws {QueryError} The query cannot be parsed, or is no query over `*`
 */
export function createListeners(): (dataset: Dataset, request: ListenerRequest) => Response {
  const groups = new Map<string, ListenerGroup>()

  return function openListener(dataset, {interest, caller, listenerName, resumeAfter}) {
    const key = JSON.stringify([dataset.name, caller, interest])
    const group = groups.get(key) ?? createListenerGroup(dataset, interest)
    groups.set(key, group)

    const newest = dataset.log.newest()
    const missed = resumeAfter === undefined ? undefined : findMissed(dataset, resumeAfter)
    const stream = openEventStream()
    const member: GroupMember = {stream, sequence: newest?.sequence ?? 0, resumeAfter}
    // Anonymous readers are not told of a transaction that touched nothing they may read.
    const known = caller === 'anonymous' ? dataset.log.newestPublic() : newest
    const id = `${known?.transactionId ?? ''}#`
    if (resumeAfter === undefined) stream.send({event: 'welcome', id, data: {listenerName}})
    else if (!missed) stream.send({event: 'reset', id, data: {listenerName}})
    else stream.send({event: 'welcomeback', data: {listenerName}})
    group.join(member, missed ?? [])
    void stream.ended.then(() => group.leave(member) || groups.delete(key))
    return stream.response
  }
}

function findMissed({log}: Dataset, resumeAfter: string): readonly LoggedTransaction[] | undefined {
  const hash = resumeAfter.indexOf('#')
  const transactionId = hash < 0 ? resumeAfter : resumeAfter.slice(0, hash)
  const sequence = log.sequenceOf(transactionId)
  if (sequence === undefined) return undefined
  return log.since(hash === resumeAfter.length - 1 ? sequence : sequence - 1, MAXIMUM_REPLAY)
}
