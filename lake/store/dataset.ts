import type {DatabaseSync} from 'node:sqlite'

import {findArchivedVersions} from '../actions/archived-versions.ts'
import {runAction} from '../actions/run-action.ts'
import type {Caller} from '../caller.ts'
import {applyMutation, type MutationResult} from '../mutations/apply-mutation.ts'
import {parseMutation} from '../mutations/parse-mutation.ts'
import {openView} from '../query/open-view.ts'
import type {Perspective} from '../query/perspective.ts'
import {runQuery} from '../query/run-query.ts'
import {selectIds} from '../query/select-ids.ts'
import {type CommitQueue, createCommitQueue} from './commit-queue.ts'
import {createDocumentRows} from './document-rows.ts'
import type {LakeDocument} from './lake-document.ts'
import type {ReadPool} from './read-pool.ts'
import {
  createTransactionLog,
  type LoggedTransaction,
  type TransactionLog,
} from './transaction-log.ts'
import {
  type Commit,
  createTransactionWriter,
  type TransactionContext,
  type TransactionJob,
} from './write-transaction.ts'

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
   * @throws {QueryError} the query cannot be parsed or evaluated
   */
  query(
    groq: string,
    params: Readonly<Record<string, unknown>>,
    options: QueryOptions,
  ): Promise<unknown>
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

export interface DatasetOptions {
  readonly name: string
  readonly database: DatabaseSync
  readonly pool: ReadPool
  readonly now: () => Date
  readonly newId: () => string
}

export function createDataset({name, database, pool, now, newId}: DatasetOptions): Dataset {
  const queue: CommitQueue = createCommitQueue()
  const rows = createDocumentRows(database, name)
  const write = createTransactionWriter({name, database, rows, now, newId})
  const subscribers = new Set<Subscriber>()

  const archivedVersions = (release: string) => findArchivedVersions(database, name, release)

  function workspace({working, timestamp}: TransactionContext, identity: string, keys: boolean) {
    return {
      working,
      timestamp,
      newId,
      autoGenerateArrayKeys: keys,
      archivedVersions,
      select: (query: string, params: Readonly<Record<string, unknown>>) =>
        selectIds(query, params, {source: working, dataset: name, now, identity}),
    }
  }

  const dataset: Dataset = {
    name,
    async commit({mutations, autoGenerateArrayKeys = false, ...request}) {
      const parsed = mutations.map(parseMutation)
      const {transactionId, result, changes} = await dataset.transact({
        ...request,
        async run(context) {
          const results: MutationResult[] = []
          const own = workspace(context, request.author, autoGenerateArrayKeys)
          for (const [index, mutation] of parsed.entries()) {
            results.push(...(await applyMutation(mutation, index, own)))
          }
          return results
        },
      })
      const after = new Map(changes.map((change) => [change.id, change.after]))
      const documentAfter = (id: string) => (after.has(id) ? after.get(id) : rows.get(id))
      return {transactionId, results: result.map((outcome) => answer(outcome, documentAfter))}
    },
    async act({actions, ...request}) {
      const {transactionId} = await dataset.transact({
        ...request,
        async run(context) {
          const own = workspace(context, request.author, false)
          for (const [index, action] of actions.entries()) await runAction(action, index, own)
        },
      })
      return {transactionId}
    },
    transact(job) {
      return queue.run(async () => {
        const commit = await write(job)
        const {sequence} = commit
        if (sequence !== undefined) {
          for (const subscriber of subscribers) subscriber.commit({...commit, sequence})
        }
        return commit
      })
    },
    getDocuments(ids) {
      return ids.flatMap((id) => rows.get(id) ?? [])
    },
    getAllVersions(publishedIds) {
      return publishedIds.flatMap((id) => rows.layers(id))
    },
    query(groq, params, options) {
      return pool.read((connection) =>
        runQuery(groq, params, {...options, connection, dataset: name, now: now()}),
      )
    },
    async *export({caller, types}) {
      const connection = pool.openSnapshot()
      try {
        const view = openView({connection, dataset: name, caller, perspective: {type: 'raw'}})
        yield* view.scan(types ? {types} : {})
      } finally {
        if (connection.isOpen) connection.close()
      }
    },
    subscribe(subscriber) {
      subscribers.add(subscriber)
      return () => {
        subscribers.delete(subscriber)
      }
    },
    log: createTransactionLog(database, name, rows),
    close() {
      for (const subscriber of subscribers) subscriber.close()
    },
  }
  return dataset
}

function answer(
  outcome: MutationResult,
  documentAfter: (id: string) => LakeDocument | undefined,
): CommitAnswer['results'][number] {
  const document = documentAfter(outcome.id)
  return document ? {...outcome, document} : outcome
}
