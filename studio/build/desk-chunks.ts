import {fileURLToPath} from 'node:url'

import type {Rolldown} from 'vite'

/**
 * What an editor meets in the first minute is two chunks, Sanity's Studio with the desk and the packages below it: Sanity splits it
 * into hundreds, and a browser fetches six at a time; but it reads two at once. `guard` runs before all of it and must not pull it in.
 */
export function deskChunks(): Rolldown.CodeSplittingGroup[] {
  let usual: ReadonlySet<string> | undefined
  const usually = (name: string): Rolldown.CodeSplittingGroup['name'] => {
    return (id, context) => {
      usual ??= usuallyOpened((module) => context.getModuleInfo(module))
      return usual.has(id) ? name : null
    }
  }
  return [
    {
      name: 'guard',
      priority: 3,
      test: /[\\/]transport[\\/]guard-fetch\.ts|vite[\\/]preload-helper/u,
    },
    {
      name: usually('packages'),
      priority: 2,
      test: (id) => PACKAGE.test(id) && !STYLES.test(id),
    },
    {
      name: usually('desk'),
      priority: 1,
      test: (id) => !/[\\/](?:index\.html|main\.ts)/u.test(id) && !STYLES.test(id),
    },
  ]
}

/** Of the packages, what does not import the Studio itself. */
const PACKAGE = /[\\/]node_modules[\\/](?!sanity[\\/]|@sanity[\\/]vision[\\/])/u

const STYLES = /\.css/u

/** Parts of the Studio that are fetched when they are opened: Vision, films, releases, tasks, variants. */
const RARELY_OPENED =
  /[\\/]SanityVision-|[\\/]sanity[\\/]lib[\\/](?:VideoPlayer|ReleasesTool|VariantsTool|Tasks)/u

const ENTRY = fileURLToPath(new URL('../open-desk.ts', import.meta.url))

/** All modules that something else than a rarely opened part asks for. */
function usuallyOpened(
  moduleInfo: (id: string) => Rolldown.ModuleInfo | null,
): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [ENTRY]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id) || RARELY_OPENED.test(id)) continue
    found.add(id)
    const info = moduleInfo(id)
    open.push(...(info?.importedIds ?? []), ...(info?.dynamicallyImportedIds ?? []))
  }
  return found
}
