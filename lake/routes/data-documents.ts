import type {Caller} from '../caller.ts'
import {isPublicId, publishedIdOf} from '../store/document-ids.ts'
import type {LakeDocument} from '../store/lake-document.ts'
import type {Store} from '../store/open-store.ts'
import type {DataRoutes} from './data-routes.ts'
import {isTrue, readDataset} from './read-request.ts'

/** `/data/doc/:dataset/:ids` and `/data/ping/:dataset`. */
export function addDocumentRoutes(routes: DataRoutes, store: Store): void {
  routes.get('/data/doc/:dataset/:ids', (c) => {
    const dataset = readDataset(c, store)
    const caller = c.get('caller')
    const asked = c.req.param('ids').split(',')
    const allowed = asked.filter((id) => mayRead(caller, id))
    const found = isTrue(c, 'includeAllVersions')
      ? dataset
          .getAllVersions(allowed.map(publishedIdOf))
          .filter((document) => mayRead(caller, document._id))
      : dataset.getDocuments(allowed)
    const ids = new Set(found.map((document) => document._id))
    return c.json({
      documents: isTrue(c, 'excludeContent') ? found.map(withoutContent) : found,
      omitted: asked
        .filter((id) => !ids.has(id))
        .map((id) => ({id, reason: mayRead(caller, id) ? 'existence' : 'permission'})),
    })
  })

  routes.get('/data/ping/:dataset', (c) => {
    c.header('X-Sanity-Shard', 'local')
    return c.text('PONG')
  })
}

/** Anonymous readers get published, undotted documents; whether a hidden one exists is not told. */
export function mayRead(caller: Caller, id: string): boolean {
  return caller.type === 'user' || isPublicId(id)
}

function withoutContent({_id, _type, _rev, _createdAt, _updatedAt}: LakeDocument) {
  return {_id, _type, _rev, _createdAt, _updatedAt}
}
