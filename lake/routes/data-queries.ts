import type {Context} from 'hono'

import type {LakeEnvironment} from '../caller.ts'
import {Problem} from '../problem.ts'
import type {Store} from '../store/open-store.ts'
import type {DataRoutes} from './data-routes.ts'
import {
  checkParameters,
  readDataset,
  readJsonObject,
  readPerspectiveParameter,
  readQueryParameters,
} from './read-request.ts'

/** `/data/query/:dataset`, by GET with `query` and `$name`s or, for long queries, by POST with `{query, params}`. */
export function addQueryRoutes(routes: DataRoutes, store: Store): void {
  routes.get('/data/query/:dataset', (c) => {
    // Decoded once: a query is thousands of characters long.
    const asked = c.req.query()
    const {query, perspective} = asked
    return answerQuery(c, store, {query, perspective, params: readQueryParameters(asked)})
  })

  routes.post('/data/query/:dataset', async (c) => {
    const {query, params, perspective = c.req.query('perspective')} = await readJsonObject(c)
    const asked = Array.isArray(perspective) ? perspective.join(',') : perspective
    if (asked !== undefined && typeof asked !== 'string') {
      throw new Problem(400, `Invalid perspective ${JSON.stringify(asked)}`)
    }
    return answerQuery(c, store, {query, perspective: asked, params: checkParameters(params)})
  })
}

async function answerQuery(
  c: Context<LakeEnvironment>,
  store: Store,
  {
    query,
    params,
    perspective,
  }: {
    readonly query: unknown
    readonly params: Readonly<Record<string, unknown>>
    readonly perspective: string | undefined
  },
): Promise<Response> {
  if (typeof query !== 'string' || query.trim() === '') {
    throw new Problem(400, 'Cannot query: parameter "query" is missing')
  }
  const dataset = readDataset(c, store)
  const start = performance.now()
  const answer = await dataset.query(query, params, {
    caller: c.get('caller'),
    perspective: readPerspectiveParameter(c, perspective),
    signal: c.req.raw.signal,
  })
  const echo = c.req.query('returnQuery') === 'false' ? '' : `"query":${JSON.stringify(query)},`
  const ms = Math.round(performance.now() - start)
  // The answer comes as JSON already, `{"result":…,"syncTags":[…]}`: what it does not know is put at its ends.
  const body = Buffer.concat([
    Buffer.from(`{${echo}`),
    answer.subarray(1, -1),
    Buffer.from(`,"ms":${ms}}`),
  ])
  return c.body(body, 200, {'content-type': 'application/json'})
}
