import {checkLedger} from '../../ingest/check-ledger.ts'
import {decodeCopy} from '../../ingest/decode-copy.ts'
import {parseCopy} from '../../ingest/parse-copy.ts'
import {type Command, CommandError, UsageError, type World} from '../command.ts'
import {mutateCopy, randomFrom} from '../fuzz/mutate-copy.ts'
import {findCopies} from '../import/sources/find-copies.ts'
import {openCopies} from '../import/sources/open-copies.ts'
import {projectFile} from '../project-file.ts'

/** Faults after which it stops: the first ones tell enough. */
const MOST_FAULTS = 10
/** Texts between two looks at the clock. */
const BATCH = 50

/** Changes texts at random for as long as it is told, and holds the ledger of each to its law. */
export const fuzzCommand: Command = {
  name: 'fuzz',
  summary: 'Changes texts at random and checks that every ledger holds; stores nothing',
  usage: 'fuzz [PATH…] [--seconds N] [--seed N]',
  options: {
    seconds: {type: 'string', value: 'N', help: 'How long (default: 60)'},
    seed: {type: 'string', value: 'N', help: 'Where to begin (default: 1); a fault names its seed'},
  },

  async run({stdout, stderr, stdin, now, stop}, values, paths) {
    const seconds = readNumber('seconds', values['seconds'], 60)
    let seed = readNumber('seed', values['seed'], 1)
    const copies = await readCopies(paths, stdin)
    const first = seed
    const end = now().getTime() + seconds * 1000
    let faults = 0
    do {
      for (let count = 0; count < BATCH; count += 1, seed += 1) {
        const fault = tryCopy(mutateCopy(copies, randomFrom(seed)))
        if (fault === undefined) continue
        faults += 1
        stdout(JSON.stringify({seed, ...fault}))
      }
    } while (now().getTime() < end && faults < MOST_FAULTS && !stop.aborted)
    stderr(`${seed - first} texts, ${faults} faults (seeds ${first} to ${seed - 1})`)
    return faults === 0 ? 0 : 1
  },
}

async function readCopies(
  paths: readonly string[],
  stdin: World['stdin'],
): Promise<readonly string[]> {
  const files = await findCopies(paths.length > 0 ? paths : [projectFile('ingest/fixtures')])
  const texts: string[] = []
  for await (const {read} of openCopies(files, {large: false, stdin})) {
    const copy = await read()
    if (copy.type !== 'copy') throw new CommandError(copy.reason)
    texts.push(decodeCopy(copy.bytes).raw)
  }
  return texts
}

interface Fault {
  readonly message: string
  readonly raw: string
}

function tryCopy(raw: string): Fault | undefined {
  try {
    const {spans, snapshot} = parseCopy(raw, {keyPrefix: 'fuzz'})
    const [fault] = checkLedger(raw, spans, snapshot)
    return fault && {message: fault.message, raw}
  } catch (error) {
    return {message: String(error), raw}
  }
}

function readNumber(option: string, value: string | boolean | undefined, fallback: number): number {
  if (value === undefined) return fallback
  const number = Number(value)
  if (Number.isSafeInteger(number) && number >= 0) return number
  throw new UsageError(`Cannot fuzz: --${option} must be a whole number, not "${value}"`)
}
