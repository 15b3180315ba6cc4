import {sayFrom} from '../sentence.ts'
import {ruleSentences} from './rule-sentences.ts'

/** Says a sentence of the rules. */
export const say = sayFrom(ruleSentences)
