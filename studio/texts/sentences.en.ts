import {doubtSentences} from '../../ingest/doubt-sentences.ts'
import {ruleSentences} from '../../schemas/rules/rule-sentences.ts'

/** The English sentences of the rules and of the reader of copy, by key. */
export const sentencesEn = {...ruleSentences, ...doubtSentences}
