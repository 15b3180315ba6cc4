import {basename, relative} from 'node:path'

import {CommandError, type ExitCode, type OptionValues, type World} from '../command.ts'
import {oneLine} from '../one-line.ts'
import {dataDirectory, openTarget} from '../target.ts'
import {importFiles} from './import-files.ts'
import {readArticleId, readInstant, readRun} from './run-options.ts'
import {findCopies, type NothingFound} from './sources/find-copies.ts'
import {readSourceOptions} from './sources/source-options.ts'

/** Imports the texts of files, folders and archives: one run. A folder without a text is said and no fault, for what comes in at night may be nothing; a path that is not there is one. */
export async function importPaths(
  world: World,
  values: OptionValues,
  paths: readonly string[],
): Promise<ExitCode> {
  const run = readRun(values['run'], world.newId)
  const missing: NothingFound[] = []
  const leftOut: string[] = []
  const files = await findCopies(paths, {
    onNothing(nothing) {
      if (nothing.isEmpty) world.stderr(oneLine(nothing.reason))
      else missing.push(nothing)
    },
    onLeftOut(path) {
      // the lake may stand in the folder that is imported, with its own files
      if (!isWithin(path, dataDirectory(values, world.environment))) leftOut.push(path)
    },
  })
  if (files.length === 0 && missing[0] !== undefined) throw new CommandError(missing[0].reason)
  if (leftOut.length > 0) world.stderr(oneLine(leftOutInWords(leftOut, files)))
  readArticleId(values, files, readSourceOptions(values, world))
  readInstant(values['at'], world.now())
  const target = await openTarget(values, world, {writesMuch: true})
  try {
    return await importFiles(world, values, {target, files, missing, inputs: paths, run})
  } finally {
    await target.close()
  }
}

function isWithin(path: string, folder: string): boolean {
  return !relative(folder, path).startsWith('..')
}

/** What a folder holds beside texts is not lost in silence, least of all notes that are called after their text, but otherwise than they must be. */
function leftOutInWords(paths: readonly string[], files: readonly string[]): string {
  const notes = paths.find((path) => path.endsWith('.json') && files.includes(textBeside(path)))
  const [first = ''] = notes === undefined ? paths : [notes]
  const sentence =
    paths.length === 1
      ? `Left out "${first}": no text by its name; name it to take it all the same.`
      : `Left out ${paths.length} files that are no texts by their names, such as "${first}"; name them to take them all the same.`
  return notes === undefined
    ? sentence
    : `${sentence} If it holds notes to "${basename(textBeside(notes))}", call it "${basename(textBeside(notes))}.json".`
}

function textBeside(notes: string): string {
  return notes.replace(/\.json$/u, '.txt')
}
