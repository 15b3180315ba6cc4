import {fileURLToPath} from 'node:url'

import {defineConfig, mergeConfig} from 'vite'

import config from '../../../vite.config.ts'

const marked = fileURLToPath(new URL('studio-language.ts', import.meta.url))

/** The Studio as it is built, with a file for another language in the place of English. */
export default defineConfig(async (environment) =>
  mergeConfig(await config(environment), {
    plugins: [
      {
        name: 'marked-language',
        enforce: 'pre',
        resolveId: (source: string) =>
          source.endsWith('/studio-language.ts') ? marked : undefined,
      },
    ],
  }),
)
