import {randomBytes} from 'node:crypto'
import {mkdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'

import {Hono} from 'hono'

import type {AssetFiles} from '../assets/asset-files.ts'
import {writeBackup} from '../backup/write-backup.ts'
import type {LakeEnvironment} from '../caller.ts'
import {Problem} from '../problem.ts'
import {sendFile} from '../send-file.ts'
import {shrinkFile, trimLog} from '../store/compact-log.ts'
import type {Store} from '../store/open-store.ts'
import {requireAdministrator} from './administration.ts'

const DAY = 24 * 60 * 60 * 1000

/** `GET /wiredesk/backup` and `POST /wiredesk/compact?days=N`, for the administrator's commands of the same names. Of ours, not of the hosted lake. */
export function createMaintenanceRoutes({
  store,
  files,
  dataDirectory,
}: {
  readonly store: Store
  readonly files: AssetFiles
  readonly dataDirectory: string
}): Hono<LakeEnvironment> {
  const routes = new Hono<LakeEnvironment>()
  const outgoing = join(dataDirectory, 'outgoing')
  rmSync(outgoing, {recursive: true, force: true})

  routes.get('/wiredesk/backup', async (context) => {
    requireAdministrator(context.get('caller'))
    mkdirSync(outgoing, {recursive: true, mode: 0o700})
    const path = join(outgoing, randomBytes(12).toString('hex'))
    try {
      await writeBackup({store, files}, path, store.now())
      const answer = await sendFile(path, context.req.raw, {
        'content-type': 'application/vnd.sqlite3',
        'cache-control': 'no-store',
      })
      // `HEAD` asks for no body, so nobody comes to its end.
      if (answer.body === null) removeFile(path)
      return new Response(answer.body && endWith(answer.body, () => removeFile(path)), answer)
    } catch (error) {
      removeFile(path)
      throw error
    }
  })

  routes.post('/wiredesk/compact', async (context) => {
    requireAdministrator(context.get('caller'))
    const days = Number(context.req.query('days') ?? NaN)
    if (!Number.isFinite(days) || days < 0) {
      throw new Problem(400, 'Cannot compact: "days" must be a number of days, 0 or more')
    }
    const before = new Date(store.now().getTime() - days * DAY).toISOString()
    const compaction = await trimLog(store.database, before)
    await shrinkFile(store.database)
    return context.json({...compaction, before})
  })

  return routes
}

function removeFile(path: string): void {
  rmSync(path, {force: true})
}

/** Passes a stream on, and says when it was read to the end or given up. */
function endWith(body: ReadableStream<Uint8Array>, ended: () => void): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  return new ReadableStream({
    async pull(controller) {
      const {done, value} = await reader.read()
      if (!done) {
        controller.enqueue(value)
        return
      }
      controller.close()
      ended()
    },
    async cancel(reason) {
      await reader.cancel(reason)
      ended()
    },
  })
}
