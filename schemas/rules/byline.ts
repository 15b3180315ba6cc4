import {itemsOf, referenceOf, textOf} from './narrow.ts'
import type {Verdict} from './problem.ts'
import {isAllCapitals} from './words.ts'

/** A byline entry names somebody. */
export function bylineNamed(entry: unknown): Verdict {
  const named = referenceOf(entry, 'contributor') !== '' || textOf(entry, 'nameAsWritten') !== ''
  return named || 'The byline entry names nobody: link a contributor or write the name'
}

/** Nobody stands twice in the same role. */
export function bylineOncePerRole(bylines: unknown): Verdict {
  const seen = new Set<string>()
  for (const entry of itemsOf({bylines}, 'bylines')) {
    const name = textOf(entry, 'nameAsWritten')
    const person = referenceOf(entry, 'contributor') || name.toLowerCase()
    const place = `${textOf(entry, 'role')} ${person}`
    if (person !== '' && seen.has(place)) {
      return `"${name || person}" stands twice in the same role`
    }
    seen.add(place)
  }
  return true
}

/** A name as a paper prints it: no `By`, no e-mail, no job title behind a comma. */
export function bylineNameTidy(entry: unknown): Verdict {
  const name = textOf(entry, 'nameAsWritten')
  if (isAllCapitals(name) && name.length > 3) return `The name "${name}" is all in capitals`
  if (/^by\s/iu.test(name)) return `The name "${name}" begins with "By"`
  if (name.includes('@')) return `The name "${name}" holds an e-mail address`
  if (name.includes('|')) return `The name "${name}" holds "|"`
  return !name.includes(',') || `The name "${name}" may be a name and a job title`
}
