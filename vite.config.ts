import {readFile} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'

import {defineConfig, type UserConfig} from 'vite'

import {compressFiles} from './studio/build/compress-files.ts'
import {deskChunks} from './studio/build/desk-chunks.ts'
import {fetchDeskEarly} from './studio/build/fetch-desk-early.ts'
import {quickerPackages} from './studio/build/quicker-packages.ts'
import {withoutCloudFonts} from './studio/build/without-cloud-fonts.ts'

/** The embedded Studio: an entry of our own, because the page that Sanity's CLI makes loads a script from its cloud. */
export default defineConfig(async (): Promise<UserConfig> => ({
  root: fileURLToPath(new URL('studio', import.meta.url)),
  base: '/',
  define: {__STUDIO_VERSION__: JSON.stringify(await sanityVersion())},
  plugins: [withoutCloudFonts(), quickerPackages(), fetchDeskEarly(), compressFiles()],
  build: {
    outDir: fileURLToPath(new URL('dist/studio', import.meta.url)),
    emptyOutDir: true,
    chunkSizeWarningLimit: 8000,
    // The polyfill would be part of the first script; every browser that runs the Studio has the real thing
    modulePreload: {polyfill: false},
    rolldownOptions: {
      output: {codeSplitting: {groups: deskChunks()}},
      // Thousands of lines about "use client", which says nothing in a bundle for the browser
      onLog: (level, log, report) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log)
      },
    },
  },
}))

async function sanityVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(
    await readFile(new URL('node_modules/sanity/package.json', import.meta.url), 'utf8'),
  )
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) {
    return String(manifest.version)
  }
  throw new Error('Cannot tell the version of "sanity": its package.json has none')
}
