import {decodeCopy} from '../../ingest/decode-copy.ts'
import {normaliseCopy} from '../../ingest/normalise-copy.ts'
import {parseCopy} from '../../ingest/parse-copy.ts'
import {type Command, UsageError} from '../command.ts'
import {copyFault} from '../error-sentence.ts'
import {findCopies} from '../import/find-copies.ts'
import {identifyCopy} from '../import/identify-copy.ts'
import {openCopies} from '../import/open-copies.ts'

/** Shows how a text is read; stores nothing and needs no lake. */
export const parseCommand: Command = {
  name: 'parse',
  summary: 'Shows how a text is read: one JSON line a file, nothing stored',
  usage: 'parse FILE… [--large]',
  options: {large: {type: 'boolean', help: 'Takes a text over 1 MB too'}},

  async run({stdout, stderr, stdin}, values, paths) {
    if (paths.length === 0) {
      throw new UsageError('Cannot parse: no file given. Try `wiredesk parse samples/*.txt`')
    }
    let failed = 0
    const options = {large: values['large'] === true, stdin}
    for await (const {path: file, read} of openCopies(await findCopies(paths), options)) {
      const copy = await read()
      const line = copy.type === 'copy' ? parsedLine(file, copy.bytes) : copy
      if ('reason' in line) {
        stderr(line.reason)
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
  bytes: Uint8Array,
): {readonly json: string} | {readonly reason: string} {
  try {
    const {raw} = decodeCopy(bytes)
    const {keyPrefix} = identifyCopy(bytes, normaliseCopy(raw))
    const {story, spans, findings} = parseCopy(raw, {keyPrefix})
    return {json: JSON.stringify({file, story, spans, findings})}
  } catch (error) {
    return {reason: `Cannot parse "${file}": ${copyFault(error)}`}
  }
}
