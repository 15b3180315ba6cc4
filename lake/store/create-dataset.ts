import type {DatabaseSync} from 'node:sqlite'

import {findArchivedVersions} from '../actions/archived-versions.ts'
import {runAction} from '../actions/run-action.ts'
import {applyMutation, type MutationResult} from '../mutations/apply-mutation.ts'
import {parseMutation} from '../mutations/parse-mutation.ts'
import {openView} from '../query/open-view.ts'
import {runQuery} from '../query/run-query.ts'
import {selectIds} from '../query/select-ids.ts'
import {type CommitQueue, createCommitQueue} from './commit-queue.ts'
import type {CommitAnswer, Dataset, Subscriber} from './dataset.ts'
import {createDocumentRows} from './document-rows.ts'
import type {LakeDocument} from './lake-document.ts'
import type {ReadPool} from './read-pool.ts'
import {createTransactionLog} from './transaction-log.ts'
import {createTransactionWriter, type TransactionContext} from './write-transaction.ts'

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
    async act({actions, before, ...request}) {
      const {transactionId} = await dataset.transact({
        ...request,
        async run(context) {
          before?.()
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
