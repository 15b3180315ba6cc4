import {sayFrom} from '../../schemas/sentence.ts'
import {refusalSentences} from './refusal-sentences.ts'

/** Says why the desk does not do something, for the message of an error; `useSentence` says it in another language. */
export const sayRefusal = sayFrom(refusalSentences)
