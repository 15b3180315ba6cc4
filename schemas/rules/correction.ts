import {instantOf, isFields, textOf} from './narrow.ts'
import type {Verdict} from './problem.ts'
import {say} from './say.ts'

/** Readers of a correction are told what was wrong and when it was put right. */
export function correctionComplete(correction: unknown): Verdict {
  if (!isFields(correction)) return true
  const hasDate = instantOf(correction, 'at') !== undefined
  if (textOf(correction, 'text') !== '') return hasDate || say('correction-no-date')
  return hasDate ? say('correction-no-text') : say('correction-empty')
}
