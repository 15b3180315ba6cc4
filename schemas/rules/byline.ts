import {itemsOf, referenceOf, textOf} from './narrow.ts'
import type {Verdict} from './problem.ts'
import {say} from './say.ts'
import {isAllCapitals} from './words.ts'

/** A byline entry names somebody. */
export function bylineNamed(entry: unknown): Verdict {
  const named = referenceOf(entry, 'contributor') !== '' || textOf(entry, 'nameAsWritten') !== ''
  return named || say('byline-names-nobody')
}

/** Nobody stands twice in the same role. */
export function bylineOncePerRole(bylines: unknown): Verdict {
  const seen = new Set<string>()
  for (const entry of itemsOf({bylines}, 'bylines')) {
    const name = textOf(entry, 'nameAsWritten')
    const person = referenceOf(entry, 'contributor') || name.toLowerCase()
    const place = `${textOf(entry, 'role')} ${person}`
    if (person !== '' && seen.has(place)) {
      return say('byline-twice', {name: name || person})
    }
    seen.add(place)
  }
  return true
}

/** A name as a paper prints it: no `By`, no e-mail, no job title behind a comma. */
export function bylineNameTidy(entry: unknown): Verdict {
  const name = textOf(entry, 'nameAsWritten')
  if (isAllCapitals(name) && name.length > 3) return say('byline-capitals', {name})
  if (/^by\s/iu.test(name)) return say('byline-by', {name})
  if (name.includes('@')) return say('byline-e-mail', {name})
  if (name.includes('|')) return say('byline-bar', {name})
  return !name.includes(',') || say('byline-comma', {name})
}
