import type {Store} from '../store/open-store.ts'
import {mayRead} from './data-documents.ts'
import type {DataRoutes} from './data-routes.ts'
import {isTrue, readDataset} from './read-request.ts'
import {LINES, streamLines} from './stream-lines.ts'

/** `/data/export/:dataset` and `/data/references/:dataset/documents/:id/to`. */
export function addExportRoutes(routes: DataRoutes, store: Store): void {
  routes.get('/data/export/:dataset', (c) => {
    const types = c.req
      .query('types')
      ?.split(',')
      .filter((type) => type !== '')
    const documents = readDataset(c, store).export({
      caller: c.get('caller'),
      ...(types && types.length > 0 && {types}),
    })
    return c.body(streamLines(documents), 200, {'content-type': LINES})
  })

  const referrers = store.database.prepare(
    `SELECT from_id FROM document_references WHERE dataset = ? AND to_id = ? ORDER BY from_id LIMIT 1000`,
  )
  routes.get('/data/references/:dataset/documents/:id/to', (c) => {
    const {name} = readDataset(c, store)
    // References from other datasets do not exist here: the internal ones are all there are.
    const references = isTrue(c, 'excludeInternalReferences')
      ? []
      : referrers
          .all(name, c.req.param('id'))
          .map((row) => ({datasetName: name, documentId: String(row['from_id'])}))
          .filter(({documentId}) => mayRead(c.get('caller'), documentId))
    return c.json({totalCount: references.length, references})
  })
}
