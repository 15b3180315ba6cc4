import {fieldOf} from './narrow.ts'
import type {Verdict} from './problem.ts'
import {say} from './say.ts'

/** A legal hold stops everything until it is taken off the record. */
export function noLegalHold(record: unknown): Verdict {
  return fieldOf(record, 'legalHold') !== true || say('legal-hold')
}
