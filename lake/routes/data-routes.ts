import {Hono} from 'hono'
import {bodyLimit} from 'hono/body-limit'

import type {LakeEnvironment} from '../caller.ts'
import {Problem} from '../problem.ts'
import type {Store} from '../store/open-store.ts'
import {answerError} from './answer-error.ts'
import {addDocumentRoutes} from './data-documents.ts'
import {addEventRoutes} from './data-events.ts'
import {addExportRoutes} from './data-export.ts'
import {addHistoryRoutes} from './data-history.ts'
import {addMutationRoutes} from './data-mutations.ts'
import {addQueryRoutes} from './data-queries.ts'

export type DataRoutes = Hono<LakeEnvironment>

/** Largest request body, in bytes: the hosted lake's 4 MB and some room. */
const MAXIMUM_BODY = 5 * 1024 * 1024

/**
 * The data plane of the lake, to be mounted below `/:version`: `app.route('/:version', createDataRoutes(store))`.
 * Expects `caller` on the request; without the right one it answers what anonymous readers may see.
 */
export function createDataRoutes(store: Store): DataRoutes {
  const routes = new Hono<LakeEnvironment>()
  routes.use(
    '/data/*',
    bodyLimit({
      maxSize: MAXIMUM_BODY,
      onError() {
        throw new Problem(
          413,
          `The request body is larger than ${MAXIMUM_BODY} bytes; send it in parts`,
        )
      },
    }),
  )
  addQueryRoutes(routes, store)
  addMutationRoutes(routes, store)
  addDocumentRoutes(routes, store)
  addEventRoutes(routes, store)
  addHistoryRoutes(routes, store)
  addExportRoutes(routes, store)
  routes.onError(answerError)
  return routes
}
