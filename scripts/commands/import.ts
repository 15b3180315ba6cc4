import {type Command, type ExitCode, type OptionValues, UsageError, type World} from '../command.ts'
import {importPaths} from '../import/import-paths.ts'
import {findCopies} from '../import/sources/find-copies.ts'
import {previewCopies} from '../import/sources/preview-copies.ts'
import {readSourceOptions, sourceOptions} from '../import/sources/source-options.ts'
import {watchFolders} from '../import/watch-folders.ts'
import {targetOptions} from '../target.ts'

/** Turns texts into draft articles. */
export const importCommand: Command = {
  name: 'import',
  summary: 'Turns texts into draft articles; the same text twice is nothing to do',
  usage: 'import PATH… [--publication CODE] [--dry-run] [--report FILE.json|FILE.html]',
  options: {
    ...targetOptions,
    'publication': {
      type: 'string',
      value: 'CODE',
      help: 'The paper that printed the texts: bt, st, hh …',
    },
    'version-of': {
      type: 'string',
      value: 'ARTICLE',
      help: 'The text is a new version of the article with this id',
    },
    'dry-run': {
      type: 'boolean',
      help: 'Prints the exact mutations, one transaction a line, and sends none',
    },
    'ndjson': {
      type: 'string',
      value: 'FILE',
      help: 'Writes the new documents as `sanity dataset import` reads them, and sends none',
    },
    'report': {
      type: 'string',
      value: 'FILE',
      help: 'Writes the receipt of the run, as JSON, or as a page to print (.html)',
    },
    'watch': {
      type: 'boolean',
      help: 'Stays and takes each text as it is completely written, until Ctrl-C',
    },
    ...sourceOptions,
    'preview': {
      type: 'boolean',
      help: 'Shows the first texts as they would be read and which columns are not used; no lake needed',
    },
    'run': {type: 'string', value: 'ID', help: 'Id of the run (default: a new one)'},
    'at': {
      type: 'string',
      value: 'INSTANT',
      help: 'When the texts came in, ISO 8601 (default: now)',
    },
  },

  async run(world, values, paths) {
    if (paths.length === 0) {
      throw new UsageError('Cannot import: no path given. Try `wiredesk import samples`')
    }
    if (values['preview'] === true) return preview(world, values, paths)
    return values['watch'] === true
      ? watchFolders(world, values, paths)
      : importPaths(world, values, paths)
  },
}

async function preview(
  world: World,
  values: OptionValues,
  paths: readonly string[],
): Promise<ExitCode> {
  const options = readSourceOptions(values, world)
  for await (const line of previewCopies(await findCopies(paths), options)) {
    world.stdout(JSON.stringify(line))
  }
  return 0
}
