import {sayFrom} from '../schemas/sentence.ts'
import {doubtSentences} from './doubt-sentences.ts'

/** Says a doubt, or one of its readings. */
export const sayDoubt = sayFrom(doubtSentences)
