import type {SQLOutputValue} from 'node:sqlite'

import {ActionError} from '../actions/action-error.ts'
import {publishedIdOf} from '../store/document-ids.ts'
import {isRecord, type LakeDocument, parseDocument} from '../store/lake-document.ts'
import type {Store} from '../store/open-store.ts'
import {findRelated, type PublishGuard} from './publish-guard.ts'

/** A release that is not published although it is due; the message is the notice for the editor. */
class HeldBack extends Error {
  override readonly name = 'HeldBack'
}

class Overtaken extends Error {
  override readonly name = 'Overtaken'
}

/**
 * Makes the function that publishes every scheduled release whose time has come: scheduled drafts are releases of one document. What the guard holds back, or what cannot be
 * published, becomes active again with the reason in `error.message`, where the Studio shows it; nothing of it goes out. Both are transactions in the name of whoever scheduled it.
 *
 * @param report - Hears of faults of the disk and of the store; what is due stays due
 */
export function createDuePublisher(
  store: Store,
  guard: PublishGuard,
  report: (error: Error) => void,
): () => Promise<void> {
  const due = store.database.prepare(
    `SELECT documents.dataset, json, author FROM documents
     LEFT JOIN transactions
       ON transactions.dataset = documents.dataset AND transactions.id = json_extract(json, '$._rev')
     WHERE type = 'system.release' AND json_extract(json, '$.state') = 'scheduled'
       AND json_extract(json, '$.publishAt') <= ?
     ORDER BY json_extract(json, '$.publishAt'), documents.id`,
  )
  const versions = store.database.prepare(
    'SELECT json FROM documents WHERE dataset = ? AND id > ? AND id < ? ORDER BY id',
  )

  /** What makes the documents of a release ready to go out, as actions. */
  function prepare(dataset: string, release: LakeDocument, now: string): readonly unknown[] {
    const prefix = `versions.${String(release['name'])}`
    return versions.all(dataset, `${prefix}.`, `${prefix}/`).flatMap(({json}) => {
      const version = parseDocument(String(json))
      if (isRecord(version['_system']) && version['_system']['delete'] === true) return []
      const publishedId = publishedIdOf(version._id)
      const related = findRelated(store.database, dataset, version._id)
      const verdict = guard({...version, _id: publishedId}, {now, related})
      if (typeof verdict === 'string') throw new HeldBack(verdict)
      if (Object.keys(verdict).length === 0) return []
      const edit = {draftId: version._id, publishedId, patch: {set: verdict}}
      return [{actionType: 'sanity.action.document.edit', ...edit}]
    })
  }

  async function publish(row: Readonly<Record<string, SQLOutputValue>>): Promise<void> {
    const name = String(row['dataset'])
    const author = String(row['author'] ?? 'administrator')
    const release = parseDocument(String(row['json']))
    const dataset = store.dataset(name)
    const now = store.now().toISOString()
    try {
      const edits = prepare(name, release, now)
      await dataset.act({
        actions: [
          ...edits,
          {actionType: 'sanity.action.release.publish', releaseId: release['name']},
        ],
        author,
        // Whoever was quicker with a hold, an edit or an unscheduling is heard: a moment later it is judged anew.
        before() {
          const [present] = dataset.getDocuments([release._id])
          const isSame =
            present?._rev === release._rev &&
            JSON.stringify(prepare(name, release, now)) === JSON.stringify(edits)
          if (!isSame) throw new Overtaken('What was due has changed')
        },
      })
    } catch (error) {
      if (error instanceof Overtaken) return
      if (!(error instanceof HeldBack) && !(error instanceof ActionError)) throw error
      const patch = {
        id: release._id,
        ifRevisionID: release._rev,
        set: {state: 'active', error: {message: error.message}},
        unset: ['publishAt'],
      }
      await dataset.commit({mutations: [{patch}], author})
    }
  }

  function findDue(): readonly Readonly<Record<string, SQLOutputValue>>[] {
    return due.all(store.now().toISOString())
  }

  async function reportFaults<Result>(act: () => Result, otherwise: Awaited<Result>) {
    try {
      return await act()
    } catch (error) {
      report(error instanceof Error ? error : new Error(String(error)))
      return otherwise
    }
  }

  return async () => {
    for (const row of await reportFaults(findDue, [])) {
      await reportFaults(() => publish(row), undefined)
    }
  }
}
