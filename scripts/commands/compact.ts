import {type Command, CommandError, UsageError} from '../command.ts'
import {errorSentence} from '../error-sentence.ts'
import {openTarget, targetOptions} from '../target.ts'

/** The end of old history: documents stay, what they once said goes. */
export const compactCommand: Command = {
  name: 'compact',
  summary: 'Forgets history older than some days and gives the room back to the disk',
  usage: 'compact --keep-days N [--data DIR]',
  options: {
    'data': targetOptions.data,
    'keep-days': {type: 'string', value: 'N', help: 'Days of history that stay'},
  },

  async run(world, values) {
    const days = Number(values['keep-days'] ?? NaN)
    if (!Number.isFinite(days) || days < 0) {
      throw new UsageError('Cannot compact: --keep-days must be a number of days, 0 or more')
    }
    const environment = {...world.environment, SANITY_STUDIO_PROJECT_ID: undefined}
    const target = await openTarget(values, {...world, environment})
    try {
      const answer: unknown = await target.client.request({
        url: '/wiredesk/compact',
        method: 'POST',
        query: {days: String(days)},
      })
      world.stdout(JSON.stringify(answer))
      return 0
    } catch (error) {
      throw new CommandError(`Cannot compact ${target.name}: ${errorSentence(error)}`, {
        cause: error,
      })
    } finally {
      await target.close()
    }
  },
}
