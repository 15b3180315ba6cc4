import type {Store} from '../store/open-store.ts'
import type {DataRoutes} from './data-routes.ts'
import {isTrue, readDataset, readJsonObject, requireUser} from './read-request.ts'
import {RequestError} from './request-error.ts'

/** `/data/mutate/:dataset`. Every `visibility` is answered when the write is durable and readable. */
export function addMutationRoutes(routes: DataRoutes, store: Store): void {
  routes.post('/data/mutate/:dataset', async (c) => {
    const {userId} = requireUser(c)
    const {mutations, transactionId} = await readJsonObject(c)
    if (!Array.isArray(mutations)) throw new RequestError(400, '"mutations" must be an array')
    if (transactionId !== undefined && typeof transactionId !== 'string') {
      throw new RequestError(400, '"transactionId" must be a string')
    }
    const answer = await readDataset(c, store).commit({
      mutations,
      transactionId,
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
}
