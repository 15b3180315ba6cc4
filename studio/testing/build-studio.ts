import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import type {TestProject} from 'vitest/node'

import {chromiumMissing, findChromium} from './chromium.ts'
import {viteBuild} from './vite-build.ts'

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
  await viteBuild(directory)
  project.provide('studioDirectory', directory)
  return () => rm(directory, {recursive: true})
}
