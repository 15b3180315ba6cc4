import type {Command} from '../command.ts'
import {reparseStories} from '../import/reparse-stories.ts'
import {sendTransaction} from '../import/send-transaction.ts'
import {openTarget, targetOptions} from '../target.ts'

/** Reads stored texts anew. */
export const reparseCommand: Command = {
  name: 'reparse',
  summary:
    'Shows what this version of the reader would change in drafts; --apply changes what nobody has edited',
  usage: 'reparse [--apply]',
  options: {
    ...targetOptions,
    apply: {type: 'boolean', help: 'Changes untouched fields and paragraphs; the rest is listed'},
  },

  async run(world, values) {
    const target = await openTarget(values, world)
    if (values['apply'] === true) world.goOnUnread?.()
    const counts = {same: 0, changed: 0, failed: 0}
    try {
      await reparseStories(target.client, {
        run: world.newId(),
        stop: world.stop,
        send: values['apply'] === true ? sendTransaction(target.client) : async () => {},
        onStory(story) {
          counts[story.outcome] += 1
          if (story.outcome !== 'same') world.stdout(JSON.stringify(story))
          if (story.reason !== undefined) world.stderr(story.reason)
        },
      })
      const verb = values['apply'] === true ? 'changed' : 'would change'
      world.stderr(
        `Read the texts of ${counts.same + counts.changed + counts.failed} articles anew in ${target.name}: ${counts.changed} ${verb}, ${counts.same} the same, ${counts.failed} failed.`,
      )
      return counts.failed > 0 ? 1 : 0
    } finally {
      await target.close()
    }
  },
}
