import {doubtSentences} from '../../ingest/doubt-sentences.ts'
import {ruleSentences} from '../../schemas/rules/rule-sentences.ts'

/**
 * The English sentences of the rules and of the reader of copy, by key. Another language is a file with the same keys and an entry in
 * `deskTextBundles`.
 */
export const sentencesEn = {...ruleSentences, ...doubtSentences}
