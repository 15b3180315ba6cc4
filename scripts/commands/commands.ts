import type {Command} from '../command.ts'
import {originsCommand, tokensCommand, usersCommand} from './access.ts'
import {accuracyCommand} from './accuracy.ts'
import {checkCommand} from './check.ts'
import {devCommand} from './dev.ts'
import {exportCommand} from './export.ts'
import {importCommand} from './import.ts'
import {lakeCommand} from './lake.ts'
import {parseCommand} from './parse.ts'
import {queryCommand} from './query.ts'
import {startCommand} from './start.ts'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  startCommand,
  lakeCommand,
  devCommand,
  parseCommand,
  importCommand,
  queryCommand,
  exportCommand,
  checkCommand,
  originsCommand,
  usersCommand,
  tokensCommand,
  accuracyCommand,
]
