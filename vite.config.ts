import {readFile} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'

import {defineConfig, type Plugin, type UserConfig} from 'vite'

/** The embedded Studio: an entry of our own, because the page that Sanity's CLI makes loads a script from its cloud. */
export default defineConfig(async (): Promise<UserConfig> => ({
  root: fileURLToPath(new URL('studio', import.meta.url)),
  base: '/',
  define: {__STUDIO_VERSION__: JSON.stringify(await sanityVersion())},
  plugins: [withoutCloudFonts()],
  build: {
    outDir: fileURLToPath(new URL('dist/studio', import.meta.url)),
    emptyOutDir: true,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      // Thousands of lines about "use client", which says nothing in a bundle for the browser
      onLog: (level, log, report) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log)
      },
    },
  },
}))

/** `ui5` names its font on a Sanity server; studio/style/desk.css brings the same face from this machine. */
function withoutCloudFonts(): Plugin {
  return {
    name: 'without-cloud-fonts',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]ui5[\\/][^?]{1,100}\.css/u.test(id)) return undefined
      return code.replaceAll(
        /@font-face\s?\{[^{}]{0,600}design-system-static\.sanity\.io[^{}]{0,600}\}/gu,
        '',
      )
    },
  }
}

async function sanityVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(
    await readFile(new URL('node_modules/sanity/package.json', import.meta.url), 'utf8'),
  )
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) {
    return String(manifest.version)
  }
  throw new Error('Cannot tell the version of "sanity": its package.json has none')
}
