import {createHash} from 'node:crypto'
import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

import {projectFile} from './project-file.ts'

/** What the built Studio is made from; a change in any of them asks for a new build. */
const SOURCES = ['studio', 'schemas', 'ingest', 'queries', 'vite.config.ts', 'package-lock.json']

/** Where the built Studio lies: `index.html` and its assets. */
export const studioDirectory = projectFile('dist/studio')

const STAMP = projectFile('dist/studio.sha256')

/**
 * Builds the Studio unless the last build was made from the same sources. About ten seconds when it builds,
 * some milliseconds when it does not.
 *
 * @param announce - Called once before a build begins
 */
export async function buildStudioWhenStale(announce: () => void): Promise<void> {
  const stamp = await hashOfSources()
  const built = await readFile(STAMP, 'utf8').catch(() => undefined)
  if (built === stamp) return
  announce()
  const {build} = await import('vite')
  await build({configFile: projectFile('vite.config.ts'), logLevel: 'error'})
  await mkdir(projectFile('dist'), {recursive: true})
  await writeFile(STAMP, stamp)
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const file of await filesBelow(projectFile(source))) {
      hash.update(file).update(await readFile(file))
    }
  }
  return hash.digest('hex')
}

async function filesBelow(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, {recursive: true, withFileTypes: true}).catch(() => undefined)
  if (entries === undefined) return [path]
  return entries
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}
