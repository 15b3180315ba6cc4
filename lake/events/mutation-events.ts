import type {LakeDocument} from '../store/lake-document.ts'
import type {LoggedChange, LoggedTransaction} from '../store/transaction-log.ts'

/** What a listener wants to know of the documents it gets. */
export interface EventOptions {
  readonly includeResult: boolean
  readonly includePreviousRevision: boolean
  readonly includeMutations: boolean
  readonly includeEffects: boolean
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

/**
 * The events of one transaction for a listener.
 *
 * @param changes - Those of the transaction that the listener may see
 * @param matches - Whether a document, before or after, is among those it asked for
 */
export function buildMutationEvents(
  transaction: LoggedTransaction,
  changes: readonly LoggedChange[],
  matches: (document: LakeDocument) => boolean,
  options: EventOptions,
): readonly MutationEvent[] {
  const seen = changes.flatMap((change) => {
    const transition = findTransition(change, matches)
    return transition ? [{change, transition}] : []
  })
  return seen.map(({change, transition}, index) =>
    describeChange(transaction, change, options, {
      transition,
      transactionTotalEvents: seen.length,
      transactionCurrentEvent: index + 1,
    }),
  )
}

function findTransition(
  {before, after}: LoggedChange,
  matches: (document: LakeDocument) => boolean,
): Transition | undefined {
  const matchesNow = after !== undefined && matches(after)
  if (before !== undefined && matches(before)) return matchesNow ? 'update' : 'disappear'
  return matchesNow ? 'appear' : undefined
}

function describeChange(
  {transactionId, timestamp, author}: LoggedTransaction,
  {id, before, after, mutations, effects}: LoggedChange,
  options: EventOptions,
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
