import type {Command} from '../command.ts'
import {readRecords} from '../narrow.ts'
import {openTarget, targetOptions} from '../target.ts'

const runsQuery = /* groq */ `*[_type == "importRun"] | order(startedAt desc, _id desc)[0...$limit]{
  "run": string::split(_id, ".")[1], startedAt, finishedAt, inputs, counts, undoState
}`

/** Newest runs shown. */
const LIMIT = 100

/** Lists the imports that changed something. */
export const runsCommand: Command = {
  name: 'runs',
  summary: 'Lists the imports that changed something, newest first',
  usage: 'runs [--data DIR]',
  options: targetOptions,

  async run(world, values) {
    const target = await openTarget(values, world)
    try {
      const found: unknown = await target.client.fetch(runsQuery, {limit: LIMIT})
      const runs = readRecords(found)
      for (const run of runs) world.stdout(JSON.stringify(run))
      if (runs.length === 0) world.stderr(`No import has changed anything in ${target.name} yet.`)
      return 0
    } finally {
      await target.close()
    }
  },
}
