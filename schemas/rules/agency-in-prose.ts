import {bodyText} from '../portable-text.ts'
import type {NamedAgency} from './agency-names.ts'
import {fieldOf, itemsOf, referenceOf, textOf} from './narrow.ts'
import type {Verdict} from './problem.ts'
import {say} from './say.ts'

const LETTER = /[\p{L}\p{N}]/u
// "… told Reuters", "in an interview with the AP"
const LEADS_TO =
  /(?:\btold|\baccording to|\breported by|\binterview with|\bseen by|\breviewed by|\bpoll by|\bdata from) (?:the |news agency )?$/u
// "Reuters reported …", "AFP has learnt"
const FOLLOWS =
  /^ (?:reported|reports|said|says|quoted|cited|has learnt|has learned|calculations|poll)\b/u

/** When the text says what somebody told an agency, that agency is credited. */
export function proseAgencyCredited(article: unknown, agencies: readonly NamedAgency[]): Verdict {
  const text = bodyText(fieldOf(article, 'body'))
  const named = agencies.find(
    (agency) =>
      agency.forms.some((form) => isAttributed(text, form)) && !isCredited(article, agency),
  )
  return named === undefined || say('agency-not-credited', {agency: named.name})
}

function isAttributed(text: string, form: string): boolean {
  for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + form.length)) {
    const before = text.slice(Math.max(0, at - 40), at)
    const after = text.slice(at + form.length, at + form.length + 20)
    const whole = !LETTER.test(before.slice(-1)) && !LETTER.test(after.slice(0, 1))
    if (whole && (LEADS_TO.test(before) || FOLLOWS.test(after))) return true
  }
  return false
}

function isCredited(article: unknown, agency: NamedAgency): boolean {
  const forms = agency.forms.map((form) => form.toLowerCase())
  return itemsOf(article, 'wireCredits').some((credit) => {
    const written = [textOf(credit, 'nameAsWritten'), textOf(credit, 'verbatim')]
      .join(' ')
      .toLowerCase()
    return (
      referenceOf(credit, 'source') === agency.id || forms.some((form) => written.includes(form))
    )
  })
}
