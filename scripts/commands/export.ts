import {type Command, CommandError} from '../command.ts'
import {openTarget, targetOptions} from '../target.ts'

/** Every document of a dataset, as `sanity dataset import` reads them. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'Prints every document of the dataset, one JSON line each',
  usage: 'export > FILE.ndjson',
  options: targetOptions,

  async run(world, values) {
    const target = await openTarget(values, world)
    try {
      const {dataset, token} = target.client.config()
      const response = await target.fetch(
        new Request(target.client.getUrl(`/data/export/${dataset}`), {
          headers: {authorization: `Bearer ${token}`},
          signal: world.stop,
        }),
      )
      if (!response.ok || response.body === null) {
        throw new CommandError(
          `Cannot export ${target.name}: it answered ${response.status} ${await response.text()}`,
        )
      }
      for await (const line of linesOf(response.body)) world.stdout(line)
      return 0
    } finally {
      await target.close()
    }
  },
}

async function* linesOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines.filter((line) => line !== '')
  }
  if (rest !== '') yield rest
}
