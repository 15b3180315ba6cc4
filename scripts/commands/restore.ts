import {BackupError} from '../../lake/backup/check-backup.ts'
import {restoreBackup} from '../../lake/backup/restore-backup.ts'
import {type Command, CommandError, UsageError} from '../command.ts'
import {dataDirectory, targetOptions} from '../target.ts'

/** A lake out of a backup, in a folder of its own. */
export const restoreCommand: Command = {
  name: 'restore',
  summary: 'Makes a lake of a backup in an empty folder, and proves that all of it is there',
  usage: 'restore FILE --data DIR',
  options: {data: targetOptions.data},

  async run(world, values, [file]) {
    if (file === undefined) throw new UsageError('Cannot restore: no backup named')
    const folder = dataDirectory(values, world.environment)
    try {
      const manifest = await restoreBackup(file, folder)
      world.stdout(JSON.stringify({data: folder, ...manifest}))
      return 0
    } catch (error) {
      if (!(error instanceof BackupError) && !isFileFault(error)) throw error
      throw new CommandError(`Cannot restore "${file}" to "${folder}": ${error.message}`, {
        cause: error,
      })
    }
  },
}

/** What the operating system or SQLite says of a file. */
function isFileFault(error: unknown): error is Error {
  return error instanceof Error && ('code' in error || error.name === 'StoreError')
}
