import {doubtSentences} from '../../ingest/doubt-sentences.ts'
import {ruleSentences} from '../../schemas/rules/rule-sentences.ts'
import {refusalSentences} from './refusal-sentences.ts'

/** The English sentences of the rules, of the reader of copy and of what the desk refuses, by key. */
export const sentencesEn = {...ruleSentences, ...doubtSentences, ...refusalSentences}
