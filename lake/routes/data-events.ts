import type {Context} from 'hono'

import type {LakeEnvironment} from '../caller.ts'
import {openEventStream} from '../events/event-stream.ts'
import {createListeners} from '../events/open-listener.ts'
import {openLiveEvents} from '../events/open-live-events.ts'
import {QueryError} from '../query/query-error.ts'
import type {Store} from '../store/open-store.ts'
import {mayRead} from './data-documents.ts'
import type {DataRoutes} from './data-routes.ts'
import {isTrue, readChoice, readDataset, readQueryParameters, requireUser} from './read-request.ts'

/** `/data/listen/:dataset` and `/data/live/events/:dataset`: server-sent events. */
export function addEventRoutes(routes: DataRoutes, store: Store): void {
  const openListener = createListeners()
  routes.get('/data/listen/:dataset', (c) => {
    const dataset = readDataset(c, store)
    const caller = c.get('caller')
    try {
      return openListener(dataset, {
        interest: {
          query: c.req.query('query') ?? '',
          params: readQueryParameters(c.req.query()),
          mayRead: (id) => mayRead(caller, id),
          includeResult: isTrue(c, 'includeResult'),
          includePreviousRevision: isTrue(c, 'includePreviousRevision'),
          includeMutations: c.req.query('includeMutations') !== 'false',
          includeEffects: c.req.query('effectFormat') === 'mendoza',
          includeAllVersions: isTrue(c, 'includeAllVersions'),
          visibility: readChoice(c, 'visibility', ['transaction', 'query']),
        },
        caller: caller.type,
        listenerName: store.newId(),
        resumeAfter: isTrue(c, 'enableResume') ? lastEventId(c) : undefined,
      })
    } catch (error) {
      if (error instanceof QueryError) return refuse(error)
      throw error
    }
  })

  routes.get('/data/live/events/:dataset', (c) => {
    const dataset = readDataset(c, store)
    const includeDrafts = isTrue(c, 'includeDrafts') || isTrue(c, 'includeAllDocuments')
    if (includeDrafts) requireUser(c)
    return openLiveEvents(dataset, {includeDrafts, lastEventId: lastEventId(c)})
  })
}

function lastEventId(c: Context<LakeEnvironment>): string | undefined {
  return c.req.header('last-event-id') ?? c.req.query('lastEventId')
}

/** An event source cannot read the body of an error: it is told in an event, and the stream ends. */
function refuse({type, message, query, start, end}: QueryError): Response {
  const stream = openEventStream()
  stream.send({
    event: 'channelError',
    data: {error: {type, description: message, query, start, end}},
  })
  stream.close()
  return stream.response
}
