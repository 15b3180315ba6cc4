import {bodyParagraphs} from '../portable-text.ts'
import {fieldOf, isFields, itemsOf, referenceOf, textOf} from './narrow.ts'
import type {Verdict} from './problem.ts'
import {say} from './say.ts'
import {currentSources, parsedSnapshot} from './source-documents.ts'
import {isWireCopy} from './wire-credit.ts'

/** Share of the text, by length, from which it counts as nearly all wire. */
const NEARLY_ALL = 0.9

const WRITING_ROLES = new Set(['by', 'reporting', 'writing'])

/** A byline of staff alone does not stand over a text that is nearly all wire copy. */
export function staffWroteIt(
  article: unknown,
  sources: readonly unknown[],
  contributors: readonly unknown[],
): Verdict {
  const writers = itemsOf(article, 'bylines').filter((entry) =>
    WRITING_ROLES.has(textOf(entry, 'role')),
  )
  const staff = new Set(
    contributors
      .filter(isFields)
      .filter((person) => person['kind'] === 'staff')
      .map((person) => textOf(person, '_id')),
  )
  const staffOnly =
    writers.length > 0 && writers.every((entry) => staff.has(referenceOf(entry, 'contributor')))
  if (!staffOnly || wireShare(article, sources) < NEARLY_ALL) return true
  return say('staff-over-wire')
}

function wireShare(article: unknown, sources: readonly unknown[]): number {
  const received = new Set(
    currentSources(sources)
      .filter(isWireCopy)
      .flatMap((source) => bodyParagraphs(fieldOf(parsedSnapshot(source), 'body')))
      .map(({text}) => text),
  )
  const texts = bodyParagraphs(fieldOf(article, 'body')).map(({text}) => text)
  const length = texts.join('').length
  return length === 0 ? 0 : texts.filter((text) => received.has(text)).join('').length / length
}
