import type {Command} from '../command.ts'
import {serve, serveOptions} from '../serve.ts'

/** The lake alone: for frontends, imports and a Studio from elsewhere. */
export const lakeCommand: Command = {
  name: 'lake',
  summary: 'Serves the lake alone, without a Studio',
  usage: 'lake [--port N] [--data DIR] [--host ADDRESS]',
  options: serveOptions,

  run: (world, values) =>
    serve(world, values, {
      async ready({url}) {
        world.stderr(
          `The lake answers at ${url}, project wiredesk, dataset production. Ctrl-C stops it.`,
        )
      },
    }),
}
