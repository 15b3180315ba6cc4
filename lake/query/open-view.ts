import type {DatabaseSync} from 'node:sqlite'

import type {Caller} from '../caller.ts'
import {publishedIdOf} from '../store/document-ids.ts'
import {createDocumentRows, type LayeredRows} from '../store/document-rows.ts'
import type {DocumentSource, WalkedDocument} from '../store/document-source.ts'
import {withAttributes} from '../store/head-document.ts'
import {isRecord, type LakeDocument} from '../store/lake-document.ts'
import type {WalkedId, WalkSizes} from '../store/walk-options.ts'
import type {Perspective} from './perspective.ts'

export interface ViewOptions {
  readonly connection: DatabaseSync
  readonly dataset: string
  readonly caller: Caller
  readonly perspective: Perspective
  /** `false` for who reads everything to its end, once: past the cache, and nothing in two parts */
  readonly cached?: boolean
  /** For tests: where one way of reading gives way to another */
  readonly sizes?: WalkSizes
}

/**
 * The documents that this caller sees in this perspective: access first, then the layers, so that nothing hidden shows through.
 * In a layered perspective documents carry the published `_id` and say in `_originalId` where they come from.
 */
export function openView({
  connection,
  dataset,
  caller,
  perspective,
  cached = true,
  sizes,
}: ViewOptions): DocumentSource {
  const filter = {undotted: caller.type === 'anonymous', cached, ...(sizes && {sizes})}
  switch (perspective.type) {
    case 'raw':
      return createDocumentRows(connection, dataset, {
        ...filter,
        unversioned: perspective.withoutVersions === true,
      })
    case 'published':
      return createDocumentRows(connection, dataset, {...filter, published: true})
    case 'layers':
      return overlay(createDocumentRows(connection, dataset, filter), perspective.layers)
    default:
      return perspective
  }
}

function overlay(rows: LayeredRows, layers: readonly string[]): DocumentSource {
  return {
    ...(rows.rarityOf && {rarityOf: rows.rarityOf}),
    get(id) {
      return pick(id, rows.layers(id), layers)
    },
    *scan(candidates) {
      for (const group of rows.scanLayers(candidates)) {
        const [first] = group
        if (!first) continue
        const document = pick(publishedIdOf(first._id), group, layers)
        if (document) yield document
      }
    },
    walk(candidates, order, count) {
      const walked = rows.walkLayers(candidates, order, count)
      if (!walked) return undefined
      return order.path === '_id' ? showPublished(walked) : showWhereTheyStand(walked)
    },
  }

  function* showPublished(walked: Iterable<WalkedId>): Iterable<WalkedDocument> {
    for (const {id, ...place} of walked) {
      yield {document: pick(id, rows.layers(id), layers), ...place}
    }
  }

  /** Content shows at the place of the layer that wins; its other layers stand elsewhere in the index, for nothing. */
  function* showWhereTheyStand(walked: Iterable<WalkedId>): Iterable<WalkedDocument> {
    for (const {id, ...place} of walked) {
      const publishedId = publishedIdOf(id)
      const ids = rows.layerIds(publishedId)
      const wins = layerIdsOf(publishedId, layers).find((layerId) => ids.includes(layerId)) === id
      const own = wins ? rows.get(id) : undefined
      yield {document: own && pick(publishedId, [own], layers), ...place}
    }
  }
}

function layerIdsOf(id: string, layers: readonly string[]): readonly string[] {
  const ids = layers.map((layer) =>
    layer === 'drafts' ? `drafts.${id}` : `versions.${layer}.${id}`,
  )
  return [...ids, id]
}

/** The layer of one piece of content that shows; `undefined` when none does or its version says that it is to go. */
function pick(
  id: string,
  group: readonly LakeDocument[],
  layers: readonly string[],
): LakeDocument | undefined {
  for (const layerId of layerIdsOf(id, layers)) {
    const document = group.find((candidate) => candidate._id === layerId)
    if (!document) continue
    const system = document['_system']
    if (isRecord(system) && system['delete'] === true) return undefined
    return withAttributes(document, {_id: id, _originalId: layerId})
  }
  return undefined
}
