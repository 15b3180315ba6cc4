import {type Lake, type LakeOptions, openLake} from '../lake/lake.ts'
import {serveWaiting} from '../lake/serve-waiting.ts'
import type {Preparation} from '../lake/store/preparation.ts'
import type {World} from './command.ts'
import {openLakeThread} from './open-lake-thread.ts'
import {takesLong, tellPreparation} from './tell-preparation.ts'

/** Thrown before anything is begun: the lake of an older wiredesk needs minutes before it is open. */
class LongPreparation extends Error {
  override readonly name = 'LongPreparation'
}

/**
 * Opens a lake. What that of an older wiredesk needs first is done in a thread, so that Ctrl-C stops it, and that whoever asks the lake meanwhile is told.
 *
 * @param address - Where the lake will be served; nothing listens meanwhile without it
 */
export async function openPrepared(
  options: LakeOptions,
  world: World,
  address?: {readonly port: number; readonly host: string},
): Promise<Lake> {
  try {
    return openLake({
      ...options,
      preparing(preparation) {
        if (takesLong(preparation)) throw new LongPreparation()
      },
    })
  } catch (error) {
    if (!(error instanceof LongPreparation)) throw error
  }
  const tell = tellPreparation(world)
  let latest: Preparation | undefined
  const endWaiting = address && (await serveWaiting(address, () => waitingSentence(latest)))
  try {
    const thread = await openLakeThread(options.dataDirectory, {
      stop: world.stop,
      preparing(preparation) {
        latest = preparation
        tell(preparation)
      },
    })
    await thread.close()
  } finally {
    await endWaiting?.()
  }
  return openLake(options)
}

function waitingSentence(preparation: Preparation | undefined): string {
  const state = 'This lake is made ready for this version of wiredesk, this once'
  if (preparation?.type !== 'indexes') return `${state}: try again in a moment`
  const [done, total] = [preparation.done, preparation.total].map((count) =>
    count.toLocaleString('en'),
  )
  return `${state}: ${done} of ${total} documents are done, try again in a moment`
}
