import type {Caller} from '../caller.ts'
import type {MutationResult} from '../mutations/apply-mutation.ts'
import type {Perspective} from '../query/perspective.ts'
import type {LakeDocument} from './lake-document.ts'
import type {LoggedTransaction, TransactionLog} from './transaction-log.ts'
import type {Commit, TransactionJob} from './write-transaction.ts'

export interface CommitRequest {
  /** `{create: …}`, `{patch: {id, …}}` and so on, checked here */
  readonly mutations: readonly unknown[]
  /** Id of the user who writes */
  readonly author: string
  /** Becomes `_rev` of every changed document; made when absent */
  readonly transactionId?: string | undefined
  readonly autoGenerateArrayKeys?: boolean
  /** Checks and answers as if, stores nothing */
  readonly dryRun?: boolean
}

export interface ActionRequest {
  readonly actions: readonly unknown[]
  readonly author: string
  readonly transactionId?: string | undefined
  readonly dryRun?: boolean
  /** Looks at what is stored when the transaction's turn has come; what it throws cancels it */
  readonly before?: () => void
}

export interface CommitAnswer {
  readonly transactionId: string
  readonly results: readonly (MutationResult & {
    /** The document after the transaction; absent when it is deleted */
    readonly document?: LakeDocument
  })[]
}

export interface QueryOptions {
  readonly caller: Caller
  readonly perspective: Perspective
  /** Nobody waits for the answer any more */
  readonly signal?: AbortSignal
}

/** One dataset of the lake. */
export interface Dataset {
  readonly name: string
  /**
   * Applies mutations as one transaction: all or nothing, durable when the promise resolves.
   *
   * @throws {MutationError} what was asked cannot be; final
   * @throws {StoreError} the disk failed; try again
   */
  commit(request: CommitRequest): Promise<CommitAnswer>
  /**
   * Runs actions of the actions API (`{actionType: 'sanity.action.document.publish', …}`) as one transaction; each sees what the ones before it did.
   *
   * @throws {ActionError} what was asked cannot be; final
   * @throws {StoreError} the disk failed; try again
   */
  act(request: ActionRequest): Promise<{readonly transactionId: string}>
  /** Like `commit`, for work that reads and writes documents itself; commits of a dataset run one after the other */
  transact<Result>(job: TransactionJob<Result>): Promise<Commit<Result>>
  /** The documents that exist among these ids, in their order; no access check */
  getDocuments(ids: readonly string[]): readonly LakeDocument[]
  /** Published, draft and versions of each of these published ids; no access check */
  getAllVersions(publishedIds: readonly string[]): readonly LakeDocument[]
  /**
   * Answers a GROQ query over a snapshot of the dataset.
   *
   * @returns The answer as JSON, in UTF-8
   * @throws {QueryError} the query cannot be parsed or evaluated, or costs too much
   * @throws {BusyError} too many ask at once
   */
  query(
    groq: string,
    params: Readonly<Record<string, unknown>>,
    options: QueryOptions,
  ): Promise<Uint8Array<ArrayBuffer>>
  /**
   * Whether each of these documents is among those that a listener's query asks for.
   *
   * @throws {QueryError} the query cannot be evaluated, or costs too much
   * @throws {BusyError}
   */
  match(
    query: string,
    params: Readonly<Record<string, unknown>>,
    documents: readonly LakeDocument[],
  ): Promise<readonly boolean[]>
  /** Every document that the caller may read, drafts and versions too, sorted by `_id`, as of one moment */
  export(options: ExportOptions): AsyncIterable<LakeDocument>
  /** Calls back after every commit, in order, when it is readable; returns the way to stop */
  subscribe(subscriber: Subscriber): () => void
  readonly log: TransactionLog
  /** Tells every subscriber that nothing more comes */
  close(): void
}

export interface ExportOptions {
  readonly caller: Caller
  readonly types?: readonly string[]
}

export interface Subscriber {
  commit(transaction: LoggedTransaction): void
  /** The store closes */
  close(): void
}
