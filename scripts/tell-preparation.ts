import type {Preparation} from '../lake/store/preparation.ts'
import type {World} from './command.ts'
import {progressLine} from './progress-line.ts'

/** What takes about a second is worth neither a line nor a thread. */
const FEW_DOCUMENTS = 1000
const SMALL_FILE = 50_000_000

/** Milliseconds between two lines where no terminal shows one in the place of the other. */
const PATIENCE = 10_000

export function takesLong(preparation: Preparation): boolean {
  return preparation.type === 'file'
    ? preparation.bytes >= SMALL_FILE
    : preparation.total >= FEW_DOCUMENTS
}

/** Tells the person who opens a lake of an older wiredesk what it waits for, how far that is and how long it takes. */
export function tellPreparation({
  stderr,
  progress,
  now,
}: World): (preparation: Preparation) => void {
  let began = 0
  let told = 0
  return (preparation) => {
    if (!takesLong(preparation)) return
    if (preparation.type === 'file') {
      const size = Math.round(preparation.bytes / 1e6).toLocaleString('en')
      stderr(
        `Rewriting the file of the lake (${size} MB), this once, so that it can shrink later …`,
      )
      return
    }
    const {done, total} = preparation
    const time = now().getTime()
    if (done === 0) {
      began = time
      told = time
      stderr(
        'Building the indexes of the lake, this once: this version keeps them in another form …',
      )
      return
    }
    const line = progressLine('documents', done, total, time - began)
    progress?.(line)
    if (progress || time - told < PATIENCE) return
    told = time
    stderr(line)
  }
}
