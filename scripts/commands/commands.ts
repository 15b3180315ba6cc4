import type {Command} from '../command.ts'
import {originsCommand, tokensCommand, usersCommand} from './access.ts'
import {accuracyCommand} from './accuracy.ts'
import {backupCommand} from './backup.ts'
import {checkCommand} from './check.ts'
import {compactCommand} from './compact.ts'
import {conformanceCommand} from './conformance.ts'
import {devCommand} from './dev.ts'
import {exportCommand} from './export.ts'
import {fuzzCommand} from './fuzz.ts'
import {importCommand} from './import.ts'
import {lakeCommand} from './lake.ts'
import {parseCommand} from './parse.ts'
import {queryCommand} from './query.ts'
import {reparseCommand} from './reparse.ts'
import {restoreCommand} from './restore.ts'
import {rulesCommand} from './rules.ts'
import {runsCommand} from './runs.ts'
import {startCommand} from './start.ts'
import {undoCommand} from './undo.ts'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  startCommand,
  lakeCommand,
  devCommand,
  parseCommand,
  importCommand,
  runsCommand,
  undoCommand,
  reparseCommand,
  queryCommand,
  exportCommand,
  checkCommand,
  rulesCommand,
  backupCommand,
  restoreCommand,
  compactCommand,
  originsCommand,
  usersCommand,
  tokensCommand,
  accuracyCommand,
  fuzzCommand,
  conformanceCommand,
]
