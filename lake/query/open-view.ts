import type {DatabaseSync} from 'node:sqlite'

import type {Caller} from '../caller.ts'
import {publishedIdOf} from '../store/document-ids.ts'
import {createDocumentRows, type LayeredRows} from '../store/document-rows.ts'
import type {DocumentSource} from '../store/document-source.ts'
import {isRecord, type LakeDocument} from '../store/lake-document.ts'
import type {Perspective} from './perspective.ts'

export interface ViewOptions {
  readonly connection: DatabaseSync
  readonly dataset: string
  readonly caller: Caller
  readonly perspective: Perspective
}

/**
 * The documents that this caller sees in this perspective: access first, then the layers, so that nothing hidden shows through.
 * In a layered perspective documents carry the published `_id` and say in `_originalId` where they come from.
 */
export function openView({connection, dataset, caller, perspective}: ViewOptions): DocumentSource {
  const undotted = caller.type === 'anonymous'
  switch (perspective.type) {
    case 'raw':
      return createDocumentRows(connection, dataset, {undotted})
    case 'published':
      return createDocumentRows(connection, dataset, {undotted, published: true})
    case 'layers':
      return overlay(createDocumentRows(connection, dataset, {undotted}), perspective.layers)
    default:
      return perspective
  }
}

function overlay(rows: LayeredRows, layers: readonly string[]): DocumentSource {
  return {
    get(id) {
      return pick(id, rows.layers(id), layers)
    },
    async *scan(candidates) {
      for await (const group of rows.scanLayers(candidates)) {
        const [first] = group
        if (!first) continue
        const document = pick(publishedIdOf(first._id), group, layers)
        if (document) yield document
      }
    },
  }
}

/** The layer of one piece of content that shows; `undefined` when none does or its version says that it is to go. */
function pick(
  id: string,
  group: readonly LakeDocument[],
  layers: readonly string[],
): LakeDocument | undefined {
  const ids = layers.map((layer) =>
    layer === 'drafts' ? `drafts.${id}` : `versions.${layer}.${id}`,
  )
  for (const layerId of [...ids, id]) {
    const document = group.find((candidate) => candidate._id === layerId)
    if (!document) continue
    const system = document['_system']
    if (isRecord(system) && system['delete'] === true) return undefined
    return {...document, _id: id, _originalId: layerId}
  }
  return undefined
}
