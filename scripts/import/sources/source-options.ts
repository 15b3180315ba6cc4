import {type CommandOption, type OptionValues, UsageError, type World} from '../../command.ts'
import {errorSentence} from '../../error-sentence.ts'
import {readOneOf} from '../../narrow.ts'
import {parseColumns} from './column-map.ts'
import type {SourceOptions} from './found-copy.ts'
import {SOURCE_FORMATS} from './source-format.ts'

/** The options that say how sources are read; the same for every command that reads texts. */
export const sourceOptions = {
  large: {
    type: 'boolean',
    help: 'Reads texts over 1 MB too (a lake takes documents of 3.5 MB a text)',
  },
  columns: {
    type: 'string',
    value: 'MAP',
    help: 'Columns of CSV or NDJSON rows: text=body,headline=title,provider:NAME …',
  },
  format: {
    type: 'string',
    value: 'FORMAT',
    help: 'Reads the paths as text, zip, tar, csv or ndjson (default: by their names)',
  },
} as const satisfies Record<string, CommandOption>

/** @throws UsageError when the columns or the format cannot be read */
export function readSourceOptions(values: OptionValues, world: World): SourceOptions {
  const {large, columns, format} = values
  const known = readOneOf(format, SOURCE_FORMATS)
  if (format !== undefined && known === undefined) {
    throw new UsageError(
      `Cannot read "${String(format)}": --format is one of ${SOURCE_FORMATS.join(', ')}`,
    )
  }
  try {
    const map = typeof columns === 'string' ? parseColumns(columns) : undefined
    return {
      large: large === true,
      stdin: world.stdin,
      stop: world.stop,
      onWait: (path) =>
        world.stderr(`Waiting for somebody to write into "${path}": it is a pipe. Ctrl-C ends it.`),
      format: known,
      columns: map,
    }
  } catch (error) {
    throw new UsageError(`Cannot read --columns "${String(columns)}": ${errorSentence(error)}`, {
      cause: error,
    })
  }
}
