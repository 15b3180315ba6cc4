import type {OpenFinding} from '../open-findings.ts'
import type {FindingEdit, FindingPlace} from './finding-edit.ts'
import {wordsInBody} from './words-in-body.ts'

export function setWord(
  finding: OpenFinding,
  word: string,
  place: FindingPlace,
): FindingEdit | undefined {
  const stand = wordsInBody(finding, place)
  if (!stand || stand.words.toLowerCase() !== word.toLowerCase() || stand.words === word) {
    return undefined
  }
  return {
    does: {key: 'writes', word},
    set: {[stand.path]: stand.before + word + stand.behind},
  }
}
