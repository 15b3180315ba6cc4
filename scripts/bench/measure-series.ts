import {mkdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'

import {startBenchLake} from './bench-lake.ts'
import {type Extent, loadByCommits, type Loading} from './load-articles.ts'
import {measureServed} from './measure-lake.ts'
import type {Timing} from './measure.ts'
import {measuredQueries} from './measured-queries.ts'

export interface SizeFigures {
  readonly extent: Extent
  readonly loading: Loading
  /** Bytes resident in the lake's process after all queries */
  readonly resident: number
  /** By the query's name */
  readonly served: ReadonlyMap<string, Timing>
}

/** Asks lakes of growing size the same. */
export async function measureSeries(
  folder: string,
  extents: readonly Extent[],
  rounds: number,
  say: (text: string) => void,
): Promise<readonly SizeFigures[]> {
  const sizes: SizeFigures[] = []
  for (const extent of extents) {
    const place = join(folder, String(extent.articles))
    mkdirSync(place)
    say(`Loading ${extent.articles} articles`)
    const loading = await loadByCommits(place, extent)
    const lake = await startBenchLake(place)
    const served = new Map<string, Timing>()
    for (const query of measuredQueries) {
      say(`Asking ${extent.articles} for ${query.name}`)
      served.set(query.name, await measureServed(lake.client, query, extent.articles, rounds))
    }
    sizes.push({extent, loading, resident: await lake.resident(), served})
    await lake.close()
    rmSync(place, {recursive: true})
  }
  return sizes
}
