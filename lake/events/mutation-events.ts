import type {LakeDocument} from '../store/lake-document.ts'
import type {LoggedChange, LoggedTransaction} from '../store/transaction-log.ts'
import type {ListenerFilter} from './listener-filter.ts'

/** What a listener wants to know and may know. */
export interface ListenerOptions {
  readonly filter: ListenerFilter
  readonly mayRead: (id: string) => boolean
  readonly includeResult: boolean
  readonly includePreviousRevision: boolean
  readonly includeMutations: boolean
  readonly includeEffects: boolean
  /** Documents of releases (`versions.…`) too */
  readonly includeAllVersions: boolean
  /** Echoed: a commit is readable before its event goes out, so every visibility holds */
  readonly visibility: string
}

export interface MutationEvent {
  readonly eventId: string
  readonly documentId: string
  readonly transactionId: string
  readonly transition: Transition
  /** How many events THIS listener gets for the transaction */
  readonly transactionTotalEvents: number
  /** From 1 */
  readonly transactionCurrentEvent: number
  readonly [attribute: string]: unknown
}

type Transition = 'appear' | 'update' | 'disappear'

/** The events of one transaction for one listener. */
export async function buildMutationEvents(
  transaction: LoggedTransaction,
  options: ListenerOptions,
): Promise<readonly MutationEvent[]> {
  const seen: {change: LoggedChange; transition: Transition}[] = []
  for (const change of transaction.changes) {
    if (!options.mayRead(change.id)) continue
    if (!options.includeAllVersions && change.id.startsWith('versions.')) continue
    const transition = await findTransition(change, options.filter)
    if (transition) seen.push({change, transition})
  }
  return seen.map(({change, transition}, index) =>
    describeChange(transaction, change, options, {
      transition,
      transactionTotalEvents: seen.length,
      transactionCurrentEvent: index + 1,
    }),
  )
}

async function findTransition(
  {before, after}: LoggedChange,
  filter: ListenerFilter,
): Promise<Transition | undefined> {
  const matched = before !== undefined && (await filter(before))
  const matches = after !== undefined && (await filter(after))
  if (matched) return matches ? 'update' : 'disappear'
  return matches ? 'appear' : undefined
}

function describeChange(
  {transactionId, timestamp, author}: LoggedTransaction,
  {id, before, after, mutations, effects}: LoggedChange,
  options: ListenerOptions,
  place: Pick<MutationEvent, 'transition' | 'transactionTotalEvents' | 'transactionCurrentEvent'>,
): MutationEvent {
  return {
    eventId: `${transactionId}#${id}`,
    documentId: id,
    transactionId,
    ...place,
    identity: author,
    ...revisionBefore(before),
    resultRev: transactionId,
    timestamp,
    visibility: options.visibility,
    ...(options.includeMutations && {mutations}),
    ...(options.includeEffects && {effects}),
    ...(options.includeResult && after && {result: after}),
    ...(options.includePreviousRevision && {previous: before ?? null}),
  }
}

function revisionBefore(before: LakeDocument | undefined) {
  return before?._rev === undefined ? {} : {previousRev: before._rev}
}
