import {Readable} from 'node:stream'

import type {SanityClient} from '@sanity/client'
import {sanityImport} from '@sanity/import'

import {openLake} from '../../lake/lake.ts'
import {lakeOptions} from '../lake-options.ts'
import {type GeneratedDocument, generateNewsroom} from './generate-articles.ts'

/** How many articles, and how many paragraphs each. */
export interface Extent {
  readonly articles: number
  readonly paragraphs: number
}

/** How fast a newsroom was loaded, with history and indexes. */
export interface Loading {
  readonly documents: number
  readonly seconds: number
}

/** Documents of one transaction. */
const PORTION = 500

/** Loads a newsroom by commits into the lake of a folder, which nobody serves meanwhile. */
export function loadByCommits(folder: string, extent: Extent): Promise<Loading> {
  return commitDocuments(folder, newsroomOf(extent))
}

/** Writes documents into the lake of a folder, which nobody serves meanwhile. */
export async function commitDocuments(
  folder: string,
  documents: Iterable<GeneratedDocument>,
): Promise<Loading> {
  const lake = openLake({...lakeOptions, dataDirectory: folder})
  const dataset = lake.store.dataset('production')
  const loading = await timed(async () => {
    let written = 0
    let mutations: {create: GeneratedDocument}[] = []
    const commit = async () => {
      await dataset.commit({mutations, author: 'bench'})
      written += mutations.length
      mutations = []
    }
    for (const document of documents) {
      mutations.push({create: document})
      if (mutations.length === PORTION) await commit()
    }
    await commit()
    return written
  })
  lake.close()
  return loading
}

/** Loads a newsroom through `@sanity/import` and HTTP. */
export function loadByImport(client: SanityClient, extent: Extent): Promise<Loading> {
  return timed(async () => {
    const lines = Readable.from(linesOf(extent), {objectMode: false})
    const {numDocs} = await sanityImport(lines, {client, operation: 'create'})
    return numDocs
  })
}

async function timed(load: () => Promise<number>): Promise<Loading> {
  const start = performance.now()
  const documents = await load()
  return {documents, seconds: (performance.now() - start) / 1000}
}

function* newsroomOf({articles, paragraphs}: Extent): Iterable<GeneratedDocument> {
  const newsroom = generateNewsroom(paragraphs)
  yield* newsroom.cast
  for (let index = 0; index < articles; index++) yield newsroom.article(index)
}

function* linesOf(extent: Extent): Iterable<string> {
  for (const document of newsroomOf(extent)) yield `${JSON.stringify(document)}\n`
}
