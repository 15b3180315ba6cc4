import {execFile} from 'node:child_process'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'

import type {TestProject} from 'vitest/node'

import {chromiumMissing, findChromium} from './chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The Studio as built for this run; `''` where there is no browser to open it */
    readonly studioDirectory: string
  }
}

/** Vitest's setup of the browser tests: builds the Studio once, so that no test meets an old one. */
export default async function buildStudio(project: TestProject): Promise<() => Promise<void>> {
  if (findChromium() === undefined) {
    process.stderr.write(`\nBrowser tests ${chromiumMissing}\n\n`)
    project.provide('studioDirectory', '')
    return () => Promise.resolve()
  }
  const directory = await mkdtemp(join(tmpdir(), 'wiredesk-studio-'))
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url))
  // A process of its own: in this one NODE_ENV is "test", and React would be built for development
  await promisify(execFile)(
    process.execPath,
    [vite, 'build', '--logLevel', 'error', '--outDir', directory],
    {cwd: root, env: {...process.env, NODE_ENV: 'production'}},
  )
  project.provide('studioDirectory', directory)
  return () => rm(directory, {recursive: true})
}
