import {createCommitQueue} from '../store/commit-queue.ts'
import type {Dataset} from '../store/dataset.ts'
import type {LakeDocument} from '../store/lake-document.ts'
import type {LoggedTransaction} from '../store/transaction-log.ts'
import {type EventStream, formatEvent} from './event-stream.ts'
import {parseListenerFilter} from './listener-filter.ts'
import {buildMutationEvents, type EventOptions} from './mutation-events.ts'

/** What a listener wants to know and may know: those who want the same share the work. */
export interface ListenerInterest extends EventOptions {
  readonly query: string
  readonly params: Readonly<Record<string, unknown>>
  readonly mayRead: (id: string) => boolean
  /** Documents of releases (`versions.…`) too */
  readonly includeAllVersions: boolean
}

export interface GroupMember {
  readonly stream: EventStream
  /** Place in the log of the last transaction before those that it gets */
  readonly sequence: number
  /** The last event that it saw, `<transaction>#<document>` */
  readonly resumeAfter: string | undefined
}

/** Listeners who want the same: each transaction is filtered and written out once for all of them. */
export interface ListenerGroup {
  /** @param missed - What it gets first, oldest first; followed by all that is newer */
  join(member: GroupMember, missed: readonly LoggedTransaction[]): void
  /** @returns Whether anybody is left */
  leave(member: GroupMember): boolean
}

/** Missed transactions that are sent again; whoever missed more reloads, which is quicker. */
export const MAXIMUM_REPLAY = 1000

/** Transactions that may wait for a slow filter; then its listeners are cut off, and resume or start over. */
const MOST_WAITING = 1000

/** The events of a transaction as they go out to all who want the same. */
interface WrittenEvents {
  /** Of the last of them */
  readonly lastId: string
  readonly bytes: Uint8Array
}

/** @throws {QueryError} The query cannot be parsed, or is no query over `*` */
export function createListenerGroup(dataset: Dataset, interest: ListenerInterest): ListenerGroup {
  const {query, params} = interest
  const filter = parseListenerFilter(query, params)
  const members = new Set<GroupMember>()
  /** Those who get what is new, with the place in the log after which it is new to them */
  const live = new Map<GroupMember, number>()
  // Transactions are filtered one after the other: a later one never overtakes.
  const queue = createCommitQueue()
  let waiting = 0

  const stop = dataset.subscribe({
    commit(transaction) {
      if (++waiting > MOST_WAITING) closeAll()
      const delivered = queue.run(async () => {
        waiting--
        const events = live.size > 0 ? await write(transaction) : undefined
        for (const [member, sequence] of live) {
          if (events && transaction.sequence > sequence) send(events, member)
        }
      })
      // A filter that cannot be evaluated ends its listeners.
      delivered.catch(closeAll)
    },
    close: closeAll,
  })

  function closeAll(): void {
    for (const {stream} of members) stream.close()
  }

  /** Sends what was missed as fast as it is read, and what came meanwhile, until there is nothing more. */
  async function catchUp(member: GroupMember, missed: readonly LoggedTransaction[]): Promise<void> {
    let {sequence} = member
    let next: readonly LoggedTransaction[] | undefined = missed
    while (next && next.length > 0) {
      for (const transaction of next) {
        const events = await write(transaction)
        if (events) send(events, member)
        await member.stream.taken()
        if (!member.stream.isOpen()) return
        ;({sequence} = transaction)
      }
      next = dataset.log.since(sequence, MAXIMUM_REPLAY)
    }
    if (next) live.set(member, sequence)
    else member.stream.close()
  }

  /** @returns `undefined` when none is for them */
  async function write(transaction: LoggedTransaction): Promise<WrittenEvents | undefined> {
    const changes = transaction.changes.filter(
      ({id}) =>
        interest.mayRead(id) && (interest.includeAllVersions || !id.startsWith('versions.')),
    )
    const matching = await findMatching(
      changes.flatMap(({before, after}) => [before ?? [], after ?? []]).flat(),
    )
    const has = (document: LakeDocument) => matching.has(document)
    const events = buildMutationEvents(transaction, changes, has, interest)
    const last = events.at(-1)
    if (!last) return undefined
    const written = events.map((event) =>
      formatEvent({event: 'mutation', id: event.eventId, data: event}),
    )
    return {lastId: last.eventId, bytes: Buffer.concat(written)}
  }

  async function findMatching(
    documents: readonly LakeDocument[],
  ): Promise<ReadonlySet<LakeDocument>> {
    const possible = documents.filter(filter.mayMatch)
    if (filter.isDecided || possible.length === 0) return new Set(possible)
    const verdicts = await dataset.match(query, params, possible)
    return new Set(possible.filter((_, index) => verdicts[index]))
  }

  return {
    join(member, missed) {
      members.add(member)
      if (missed.length === 0) live.set(member, member.sequence)
      else catchUp(member, missed).catch(() => member.stream.close())
    },
    leave(member) {
      members.delete(member)
      live.delete(member)
      if (members.size > 0) return true
      stop()
      return false
    },
  }
}

/**
 * Cut in the middle of a transaction, a listener gets all of it again and drops what it knows; after the end nothing of it. A transaction goes
 * out in one piece: the Studio locks its form while it has only a part of one, and who types there loses keys and the cursor.
 */
function send({lastId, bytes}: WrittenEvents, {stream, resumeAfter}: GroupMember): void {
  if (lastId !== resumeAfter) stream.write(bytes)
}
