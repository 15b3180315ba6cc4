import type {Command} from '../command.ts'
import {importSamples} from '../import/import-samples.ts'
import {serve, serveOptions} from '../serve.ts'
import {buildStudioWhenStale, studioDirectory} from '../studio-build.ts'

/** The whole desk: the Studio built if need be, the lake, and samples when the dataset is empty. */
export const startCommand: Command = {
  name: 'start',
  summary: 'Opens the desk: lake and Studio at one address',
  usage: 'start [--port N] [--data DIR] [--host ADDRESS] [--empty]',
  options: {
    ...serveOptions,
    empty: {type: 'boolean', help: 'Does not fill an empty dataset with the samples'},
  },

  async run(world, values) {
    await buildStudioWhenStale(() => {
      world.stderr('Building the Studio, this once; it takes about a quarter of a minute …')
    })
    return serve(world, values, {
      studioDirectory,
      async ready({client, url, token}) {
        if (values['empty'] !== true) await importSamples(client, world)
        world.stderr(`
wiredesk is ready.

  Studio   ${url}/#token=${token}
           (this link signs you in; keep it to yourself)
  API      ${url}, project wiredesk, dataset production

Ctrl-C stops it.`)
      },
    })
  },
}
