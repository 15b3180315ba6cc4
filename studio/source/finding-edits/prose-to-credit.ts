import {readCreditNames} from '../../../ingest/stages/credit-names.ts'
import {itemsOf} from '../../../schemas/rules/narrow.ts'
import type {OpenFinding} from '../open-findings.ts'
import {putBackKey} from '../put-back-place.ts'
import type {FindingEdit, FindingPlace} from './finding-edit.ts'
import {wordsInBody} from './words-in-body.ts'

export function proseToCredit(finding: OpenFinding, place: FindingPlace): FindingEdit | undefined {
  const {article, source, agencies} = place
  const stand = wordsInBody(finding, place)
  if (!stand || !/^[)\].”"’]{0,3}$/u.test(stand.behind)) return undefined
  const names = readCreditNames(stand.words, {agencies})
  if (!names) return undefined
  const credits = names.map(({start, end, relation, agency}, index) => {
    const verbatim = stand.words.slice(start, end)
    const key = `${putBackKey(source.id, finding.start)}c${index + 1}`
    const known = agencies.find(({code}) => code === agency?.code)
    const credit = {_key: key, _type: 'wireCredit', relation, verbatim, position: 'end'}
    return Object.assign(
      credit,
      known ? {source: {_type: 'reference', _ref: known.id}} : {nameAsWritten: verbatim},
    )
  })
  const closing = stand.before.endsWith('(') ? /^[)\]]/u : /^(?!)/u
  return {
    does: {key: 'to-credits'},
    set: {
      [stand.path]: stand.before.replace(/\s{0,5}[([]?$/u, '') + stand.behind.replace(closing, ''),
      wireCredits: [...itemsOf(article, 'wireCredits'), ...credits],
    },
  }
}
