import {instantOf, isFields, textOf} from './narrow.ts'
import type {Verdict} from './problem.ts'

/** Readers of a correction are told what was wrong and when it was put right. */
export function correctionComplete(correction: unknown): Verdict {
  if (!isFields(correction)) return true
  const missing = [
    textOf(correction, 'text') === '' ? 'text' : '',
    instantOf(correction, 'at') === undefined ? 'date' : '',
  ].filter((name) => name !== '')
  return missing.length === 0 || `The correction has no ${missing.join(' and no ')}`
}
