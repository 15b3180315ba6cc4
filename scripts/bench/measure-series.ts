import {mkdirSync} from 'node:fs'
import {join} from 'node:path'

import {startBenchLake} from './bench-lake.ts'
import {type Extent, loadByCommits, type Loading} from './load-articles.ts'
import {measureServed} from './measure-lake.ts'
import type {Timing} from './measure.ts'
import {measuredQueries} from './measured-queries.ts'
import {warmUp} from './warm-up.ts'

export interface SizeFigures {
  readonly extent: Extent
  readonly loading: Loading
  /** Bytes resident in the lake's process after all queries */
  readonly resident: number
  /** By the query's name */
  readonly served: ReadonlyMap<string, Timing>
}

/** Asks lakes of growing size the same, one after the other when all of them are loaded: what else goes on meanwhile on the machine meets them alike. */
export async function measureSeries(
  folder: string,
  extents: readonly Extent[],
  rounds: number,
  say: (text: string) => void,
): Promise<readonly SizeFigures[]> {
  const loaded: {readonly extent: Extent; readonly place: string; readonly loading: Loading}[] = []
  for (const extent of extents) {
    const place = join(folder, String(extent.articles))
    mkdirSync(place)
    say(`Loading ${extent.articles} articles`)
    loaded.push({extent, place, loading: await loadByCommits(place, extent)})
  }
  const sizes: SizeFigures[] = []
  for (const {extent, place, loading} of loaded) {
    const lake = await startBenchLake(place)
    await warmUp(lake.client, extent.articles, rounds)
    const served = new Map<string, Timing>()
    for (const query of measuredQueries) {
      say(`Asking ${extent.articles} for ${query.name}`)
      served.set(query.name, await measureServed(lake.client, query, extent.articles, rounds))
    }
    sizes.push({extent, loading, resident: await lake.resident(), served})
    await lake.close()
  }
  return sizes
}
