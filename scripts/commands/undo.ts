import {type Command, UsageError} from '../command.ts'
import {sendTransaction} from '../import/send-transaction.ts'
import {undoRun} from '../import/undo-run.ts'
import {oneLine} from '../one-line.ts'
import {openTarget, targetOptions} from '../target.ts'

/** Takes an import back. */
export const undoCommand: Command = {
  name: 'undo',
  summary: 'Takes a run back where nobody has worked on its articles since, and lists what it left',
  usage: 'undo RUN [--data DIR]',
  options: targetOptions,

  async run(world, values, [run, ...more]) {
    if (run === undefined || more.length > 0) {
      throw new UsageError('Cannot undo: name one run. `wiredesk runs` lists them')
    }
    const target = await openTarget(values, world)
    world.goOnUnread?.()
    try {
      const items = await undoRun(target.client, run, {
        send: sendTransaction(target.client),
        stop: world.stop,
        newId: world.newId,
        onItem(item) {
          world.stdout(JSON.stringify(item))
        },
      })
      const left = items.filter(({outcome}) => outcome === 'left')
      for (const {path, reason} of left) world.stderr(oneLine(`Left "${path}": ${reason}`))
      world.stderr(
        `Took back ${items.length - left.length} of ${items.length} texts of run "${run}" in ${target.name}.`,
      )
      if (world.stop.aborted) {
        world.stderr('Stopped; the same command goes on with the rest.')
        return 1
      }
      return left.length > 0 ? 1 : 0
    } finally {
      await target.close()
    }
  },
}
