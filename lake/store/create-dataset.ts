import type {DatabaseSync} from 'node:sqlite'
import {setImmediate} from 'node:timers/promises'

import {findArchivedVersions} from '../actions/archived-versions.ts'
import {findUnpublished, findVersions} from '../actions/find-versions.ts'
import {runAction} from '../actions/run-action.ts'
import {type Evaluator, timeLimits} from '../evaluation/question.ts'
import {rememberAnswers} from '../evaluation/remember-answers.ts'
import {applyMutation, type MutationResult} from '../mutations/apply-mutation.ts'
import {parseMutation} from '../mutations/parse-mutation.ts'
import {openView} from '../query/open-view.ts'
import {type CommitQueue, createCommitQueue} from './commit-queue.ts'
import type {CommitAnswer, Dataset, Subscriber} from './dataset.ts'
import {createDocumentRows} from './document-rows.ts'
import type {LakeDocument} from './lake-document.ts'
import {createTransactionLog} from './transaction-log.ts'
import {createTransactionWriter, type TransactionContext} from './write-transaction.ts'

/** Documents of an export after which others get their turn. */
const PAUSE = 100

export interface DatasetOptions {
  readonly name: string
  readonly database: DatabaseSync
  readonly evaluator: Evaluator
  /** A snapshot on a connection of its own, for readers that take their time; it must be closed */
  readonly openSnapshot: () => DatabaseSync
  /** Hears of each transaction after it was stored and told */
  readonly committed: () => void
  readonly now: () => Date
  readonly newId: () => string
}

export function createDataset(options: DatasetOptions): Dataset {
  const {name, database, evaluator, now, newId} = options
  const queue: CommitQueue = createCommitQueue()
  const rows = createDocumentRows(database, name)
  const write = createTransactionWriter({name, database, rows, now, newId})
  const answers = rememberAnswers(name)
  const subscribers = new Set<Subscriber>()

  function ask(query: string, params: Readonly<Record<string, unknown>>) {
    return {dataset: name, query, params, now: now().toISOString()}
  }

  const archivedVersions = (release: string) => findArchivedVersions(database, name, release)

  function workspace({working, timestamp}: TransactionContext, identity: string) {
    return {
      working,
      timestamp,
      newId,
      versionsOf: (release: string) => findVersions(database, name, release, working.touched()),
      unpublishedOf: (id: string) => findUnpublished(id, rows.layers(id), working.touched()),
      archivedVersions,
      async select(query: string, params: Readonly<Record<string, unknown>>) {
        const asked = {...ask(query, params), milliseconds: timeLimits.select}
        const touched = working.touched()
        const answer = await evaluator.answer({...asked, type: 'select', identity, touched})
        return readList(answer).map(String)
      },
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
          const own = {...workspace(context, request.author), autoGenerateArrayKeys}
          for (const [index, mutation] of parsed.entries()) {
            results.push(...(await applyMutation(mutation, index, own)))
          }
          return results
        },
      })
      const after = new Map(changes.map((change) => [change.id, change.after]))
      const documentAfter = (id: string) => (after.has(id) ? after.get(id) : rows.get(id))
      return {
        transactionId,
        results: result.map((outcome) => describeResult(outcome, documentAfter)),
      }
    },
    async act({actions, before, ...request}) {
      const {transactionId} = await dataset.transact({
        ...request,
        async run(context) {
          before?.()
          const own = workspace(context, request.author)
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
          const logged = {...commit, sequence}
          answers.forget(logged.changes)
          for (const subscriber of subscribers) subscriber.commit(logged)
          options.committed()
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
    query(query, params, {signal, ...viewer}) {
      const asked = {...ask(query, params), milliseconds: timeLimits.query}
      const question = {...asked, ...viewer, type: 'query'} as const
      return answers.answer(question, () => evaluator.answer(question, signal))
    },
    async match(query, params, documents) {
      const asked = {...ask(query, params), milliseconds: timeLimits.match}
      const answer = await evaluator.answer({...asked, type: 'match', documents})
      return readList(answer).map((verdict) => verdict === true)
    },
    async *export({caller, types}) {
      const connection = options.openSnapshot()
      try {
        const perspective = {type: 'raw'} as const
        const view = openView({connection, dataset: name, caller, perspective, cached: false})
        let read = 0
        for (const document of view.scan(types ? {types} : {})) {
          yield document
          if (++read % PAUSE === 0) await setImmediate()
        }
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

function describeResult(
  outcome: MutationResult,
  documentAfter: (id: string) => LakeDocument | undefined,
): CommitAnswer['results'][number] {
  const document = documentAfter(outcome.id)
  return document ? {...outcome, document} : outcome
}

function readList(json: Uint8Array): readonly unknown[] {
  const list: unknown = JSON.parse(new TextDecoder().decode(json))
  return Array.isArray(list) ? list : []
}
