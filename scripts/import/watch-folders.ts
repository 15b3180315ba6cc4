import {setTimeout} from 'node:timers/promises'

import {type ExitCode, type OptionValues, UsageError, type World} from '../command.ts'
import {openTarget} from '../target.ts'
import {importFiles} from './import-files.ts'
import {settledCopies, stampOfCopy} from './settled-copies.ts'
import {findCopies} from './sources/find-copies.ts'

/** Milliseconds between two looks at a folder. */
const LOOK_EVERY = 1000

/** A transfer over a slow line may stand still for a moment; half a story would be a story of its own. */
const QUIET_LOOKS = 3

/** Imports what comes into folders until it is stopped; each time that something came is a run of its own. */
export async function watchFolders(
  world: World,
  values: OptionValues,
  paths: readonly string[],
): Promise<ExitCode> {
  const once = ['run', 'report', 'version-of', 'at', 'dry-run', 'ndjson'].filter(
    (name) => values[name] !== undefined,
  )
  if (once.length > 0) {
    throw new UsageError(`Cannot watch with --${once.join(', --')}: they are for one run`)
  }
  const said = new Set<string>()
  const batches = settledCopies({
    list: () =>
      findCopies(paths, {
        onNothing({reason, isEmpty}) {
          // an empty folder is what a watch begins with
          if (!isEmpty && !said.has(reason)) world.stderr(`${reason}; looking for it all the time.`)
          said.add(reason)
        },
      }),
    stampOf: stampOfCopy,
    quietLooks: QUIET_LOOKS,
    wait: () => setTimeout(LOOK_EVERY, true, {signal: world.stop}).catch(() => false),
  })
  const target = await openTarget(values, world, {writesMuch: true})
  try {
    world.stderr(`Watching ${paths.join(', ')} for ${target.name}; Ctrl-C ends it.`)
    for await (const files of batches) {
      const run = world.newId()
      await importFiles(world, values, {target, files, missing: [], inputs: paths, run})
    }
    return 0
  } finally {
    await target.close()
  }
}
