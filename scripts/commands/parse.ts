import {decodeCopy} from '../../ingest/decode-copy.ts'
import {fixtureOf} from '../../ingest/fixture-of.ts'
import {normaliseCopy} from '../../ingest/normalise-copy.ts'
import {parseCopy} from '../../ingest/parse-copy.ts'
import {type Command, UsageError} from '../command.ts'
import {copyFault} from '../error-sentence.ts'
import {identifyCopy} from '../import/identify-copy.ts'
import {findCopies} from '../import/sources/find-copies.ts'
import type {CopyBytes} from '../import/sources/found-copy.ts'
import {openCopies} from '../import/sources/open-copies.ts'
import {readSourceOptions, sourceOptions} from '../import/sources/source-options.ts'
import {takeNotes} from '../import/sources/take-notes.ts'
import {oneLine} from '../one-line.ts'

/** Shows how a text is read; stores nothing and needs no lake. */
export const parseCommand: Command = {
  name: 'parse',
  summary: 'Shows how texts are read: one JSON line a text, nothing stored',
  usage: 'parse FILE… [--fixture] [--columns MAP] [--large]',
  options: {
    ...sourceOptions,
    fixture: {
      type: 'boolean',
      help: 'Prints what the expected.json of a fixture holds: the story without what is absent',
    },
  },

  async run(world, values, paths) {
    const {stdout, stderr} = world
    if (paths.length === 0) {
      throw new UsageError('Cannot parse: no file given. Try `wiredesk parse samples/*.txt`')
    }
    let failed = 0
    const options = readSourceOptions(values, world)
    for await (const {path: file, read} of openCopies(await findCopies(paths), options)) {
      const copy = await read()
      const line = copy.type === 'copy' ? parsedLine(file, copy, values['fixture'] === true) : copy
      if ('reason' in line) {
        stderr(oneLine(line.reason))
        failed += 1
      } else {
        stdout(line.json)
      }
    }
    return failed === 0 ? 0 : 1
  },
}

function parsedLine(
  file: string,
  copy: Extract<CopyBytes, {readonly type: 'copy'}>,
  isFixture: boolean,
): {readonly json: string} | {readonly reason: string} {
  try {
    const {raw, notes} = takeNotes(decodeCopy(copy.bytes), copy.notes)
    const {keyPrefix} = identifyCopy(copy.bytes, normaliseCopy(raw), notes)
    const parsed = parseCopy(raw, {keyPrefix})
    if (isFixture) return {json: JSON.stringify(fixtureOf(parsed), null, 2)}
    const {story, spans, findings} = parsed
    const said = Object.keys(notes).length > 0 && {notes}
    return {json: JSON.stringify({file, ...said, story, spans, findings})}
  } catch (error) {
    return {reason: `Cannot parse "${file}": ${copyFault(error)}`}
  }
}
