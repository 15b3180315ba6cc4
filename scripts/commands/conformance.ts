import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {openLake} from '../../lake/lake.ts'
import {serveLake} from '../../lake/serve-lake.ts'
import {type Command, CommandError, UsageError} from '../command.ts'
import {type Difference, runConformance} from '../conformance/run-conformance.ts'
import {readSuite} from '../conformance/suite.ts'
import {errorSentence} from '../error-sentence.ts'
import {lakeOptions} from '../lake-options.ts'
import {createLocalClient} from '../target.ts'

/** Holds the lake to the public GROQ test suite. Works on a lake of its own, in a temporary folder. */
export const conformanceCommand: Command = {
  name: 'conformance',
  summary: 'Asks a fresh lake every case of a compiled GROQ test suite; prints what differs',
  usage: 'conformance SUITE.ndjson',
  options: {},

  async run({stdout, stderr, stop}, _values, [path]) {
    if (path === undefined) throw new UsageError('Cannot ask: no suite given')
    const suite = await readFile(path, 'utf8')
      .then(readSuite)
      .catch((error: unknown) => {
        throw new CommandError(`Cannot read suite "${path}": ${errorSentence(error)}`)
      })
    const folder = await mkdtemp(join(tmpdir(), 'wiredesk-conformance-'))
    const lake = openLake({...lakeOptions, dataDirectory: folder})
    const server = await serveLake(lake, {port: 0, host: '127.0.0.1'})
    try {
      const {passed, differences} = await runConformance(
        suite,
        (dataset) =>
          createLocalClient({url: server.url, token: lake.administratorToken, dataset}).withConfig({
            maxRetries: 0,
          }),
        (difference) => {
          stdout(JSON.stringify(difference))
        },
        stop,
      )
      const unasked = suite.cases.length - passed - differences.length
      if (unasked > 0) stderr(`Stopped: ${unasked} of ${suite.cases.length} cases were not asked.`)
      for (const [reason, count] of Object.entries(suite.notRun)) {
        stderr(`${count} not run: ${reason}`)
      }
      stderr(summary(passed, differences))
      return unasked > 0 || differences.some(isFault) ? 1 : 0
    } finally {
      await server.close()
      lake.close()
      await rm(folder, {recursive: true})
    }
  },
}

/** What groq-js answers as expected, the lake must too. */
function isFault({groqJsPasses}: Difference): boolean {
  return groqJsPasses
}

/** The lake ends such a query by itself. */
function didNotEnd({lake}: Difference): boolean {
  return lake.type === 'refused' && lake.message.includes('took longer than')
}

function summary(passed: number, differences: readonly Difference[]): string {
  const faults = differences.filter(isFault).length
  const apart = differences.filter(({sameAsGroqJs}) => !sameAsGroqJs).length
  const unended = differences.filter(didNotEnd).length
  return [
    `${passed} of ${passed + differences.length} cases are answered as the suite expects.`,
    `Of the ${differences.length} others groq-js answers ${faults} as expected; the lake differs from groq-js in ${apart}.`,
    `${unended} did not end within the lake's time limit.`,
  ].join('\n')
}
