import {deskTextsEn} from './desk-texts.en.ts'
import type {Language} from './language.ts'
import {sentencesEn} from './sentences.en.ts'

export const english: Language = {
  id: 'en-US',
  texts: deskTextsEn,
  sentences: sentencesEn,
  newsroom: {},
}
