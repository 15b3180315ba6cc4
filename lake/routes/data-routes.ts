import {Hono} from 'hono'

import type {LakeEnvironment} from '../caller.ts'
import type {Store} from '../store/open-store.ts'
import {answerError} from './answer-error.ts'
import {addDocumentRoutes} from './data-documents.ts'
import {addEventRoutes} from './data-events.ts'
import {addExportRoutes} from './data-export.ts'
import {addHistoryRoutes} from './data-history.ts'
import {addMutationRoutes} from './data-mutations.ts'
import {addQueryRoutes} from './data-queries.ts'
import {limitBody} from './limit-body.ts'

export type DataRoutes = Hono<LakeEnvironment>

/**
 * The data plane of the lake, to be mounted below `/:version`: `app.route('/:version', createDataRoutes(store))`.
 * Expects `caller` on the request; without the right one it answers what anonymous readers may see.
 */
export function createDataRoutes(store: Store): DataRoutes {
  const routes = new Hono<LakeEnvironment>()
  routes.use('/data/*', limitBody)
  addQueryRoutes(routes, store)
  addMutationRoutes(routes, store)
  addDocumentRoutes(routes, store)
  addEventRoutes(routes, store)
  addHistoryRoutes(routes, store)
  addExportRoutes(routes, store)
  routes.onError(answerError)
  return routes
}
