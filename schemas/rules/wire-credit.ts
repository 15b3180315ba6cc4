import {bodyParagraphs} from '../portable-text.ts'
import {readEndCredit, type NamedAgency} from './agency-names.ts'
import {fieldOf, itemsOf, referenceOf, textOf} from './narrow.ts'
import type {Verdict} from './problem.ts'
import {say} from './say.ts'
import {currentSources, parsedSnapshot} from './source-documents.ts'

/** What came from a wire is credited to it. Wire copy is what an agency sent or what printed a credit. */
export function wireCopyCredited(article: unknown, sources: readonly unknown[]): Verdict {
  if (itemsOf(article, 'wireCredits').length > 0) return true
  const wire = currentSources(sources).find(isWireCopy)
  if (wire === undefined) return true
  const received = itemsOf(parsedSnapshot(wire), 'wireCredits')
    .map((credit) => textOf(credit, 'verbatim'))
    .find((verbatim) => verbatim !== '')
  const name = received ?? textOf(wire, 'provider')
  return say('wire-not-credited', {name})
}

/** Whether a source is an agency's text: it has a provider or its copy printed a credit. */
export function isWireCopy(source: unknown): boolean {
  return (
    textOf(source, 'provider') !== '' || itemsOf(parsedSnapshot(source), 'wireCredits').length > 0
  )
}

/** A credit entry names an agency. */
export function wireCreditNamed(credit: unknown): Verdict {
  const named = referenceOf(credit, 'source') !== '' || textOf(credit, 'nameAsWritten') !== ''
  return named || say('credit-names-nobody')
}

/** The credit has a field of its own; it does not stand in the last paragraph as well. */
export function creditNotInText(article: unknown, agencies: readonly NamedAgency[]): Verdict {
  const last = bodyParagraphs(fieldOf(article, 'body')).at(-1)
  const written = itemsOf(article, 'wireCredits')
    .flatMap((credit) => [textOf(credit, 'verbatim'), textOf(credit, 'nameAsWritten')])
    .filter((form) => form !== '')
  const known = [...agencies, {id: '', name: '', forms: written}]
  const credit = readEndCredit(last?.text ?? '', known)
  return credit === undefined || say('credit-in-text', {credit})
}
