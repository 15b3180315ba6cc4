import {Problem} from '../problem.ts'
import type {Store} from '../store/open-store.ts'
import type {DataRoutes} from './data-routes.ts'
import {isTrue, readChoice, readDataset, readJsonObject, requireUser} from './read-request.ts'

/** `/data/mutate/:dataset` and `/data/actions/:dataset`. Every `visibility` is answered when the write is durable and readable. */
export function addMutationRoutes(routes: DataRoutes, store: Store): void {
  routes.post('/data/mutate/:dataset', async (c) => {
    const {userId} = requireUser(c)
    readChoice(c, 'visibility', ['sync', 'async', 'deferred'])
    const body = await readJsonObject(c)
    const {mutations} = body
    if (!Array.isArray(mutations)) throw new Problem(400, '"mutations" must be an array')
    const answer = await readDataset(c, store).commit({
      mutations,
      transactionId: readTransactionId(body) ?? c.req.query('transactionId'),
      author: userId,
      autoGenerateArrayKeys: isTrue(c, 'autoGenerateArrayKeys'),
      dryRun: isTrue(c, 'dryRun'),
    })
    const withDocuments = isTrue(c, 'returnDocuments')
    return c.json({
      transactionId: answer.transactionId,
      results: answer.results.map(({id, operation, document}) =>
        withDocuments && document ? {id, operation, document} : {id, operation},
      ),
    })
  })

  routes.post('/data/actions/:dataset', async (c) => {
    const {userId} = requireUser(c)
    const body = await readJsonObject(c)
    const {actions, dryRun} = body
    if (!Array.isArray(actions)) throw new Problem(400, '"actions" must be an array')
    const answer = await readDataset(c, store).act({
      actions,
      transactionId: readTransactionId(body),
      author: userId,
      dryRun: dryRun === true,
    })
    return c.json(answer)
  })
}

function readTransactionId({transactionId}: Readonly<Record<string, unknown>>): string | undefined {
  if (transactionId === undefined || typeof transactionId === 'string') return transactionId
  throw new Problem(400, '"transactionId" must be a string')
}
