import {createServer} from 'vite'

import type {Command} from '../command.ts'
import {importSamples} from '../import/import-samples.ts'
import {projectFile} from '../project-file.ts'
import {serve, serveOptions} from '../serve.ts'

/** What the Studio asks of the lake; everything else is the Studio's own code, served by Vite. */
const LAKE_PATHS = '^/(?:v[0-9X][^/]*|images|files|__mux|sign-in)(?:/|$|\\?)'

/** For work on the Studio itself: its sources reload in the browser as they are saved. */
export const devCommand: Command = {
  name: 'dev',
  summary: 'Opens the desk with hot reload, for work on the Studio itself',
  usage: 'dev [--port N] [--data DIR]',
  options: {data: serveOptions.data, port: serveOptions.port},

  run: (world, values) =>
    serve(world, values, {
      async ready({client, url, token}) {
        await importSamples(client, world)
        const vite = await createServer({
          configFile: projectFile('vite.config.ts'),
          server: {
            host: '127.0.0.1',
            proxy: {
              [LAKE_PATHS]: {target: url, changeOrigin: true, ws: true, headers: {origin: url}},
            },
          },
        })
        await vite.listen()
        world.stop.addEventListener('abort', () => void vite.close(), {once: true})
        const studio = vite.resolvedUrls?.local[0] ?? url
        world.stderr(`\nStudio with hot reload: ${studio}#token=${token}\nCtrl-C stops it.`)
      },
    }),
}
