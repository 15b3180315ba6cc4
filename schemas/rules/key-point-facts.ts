import {bodyText} from '../portable-text.ts'
import {textOf} from './narrow.ts'
import type {Verdict} from './problem.ts'
import {say} from './say.ts'

const NUMBER_WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(
  ' ',
)

// A number with its separators: `1,200`, `3.5`, `2026`
const NUMBER = /\d[\d.,]{0,20}/gu
const WORD = /[\p{L}\p{M}][\p{L}\p{M}\p{N}'’-]{0,60}/gu

/**
 * A name, number or date in a key point has to stand in the text too. A name is a word with a capital that does not open
 * the line; months and weekdays count as names.
 */
export function keyPointBorneOut(keyPoint: unknown, body: unknown): Verdict {
  const text = textOf(keyPoint, 'text')
  const told = bodyText(body)
  const numbers = new Set(numbersIn(told).map(({value}) => value))
  const words = new Set(wordsIn(told).map((word) => word.toLowerCase()))
  const missing = [
    ...numbersIn(text)
      .filter(({value}) => !numbers.has(value))
      .map(({written}) => written),
    ...namesIn(text).filter((name) => !words.has(name.toLowerCase())),
  ]
  if (missing.length === 0) return true
  return say('key-point-not-in-text', {facts: missing.map((fact) => `"${fact}"`).join(', ')})
}

interface WrittenNumber {
  readonly written: string
  /** Digits without thousands separators; small numbers in words are digits here too */
  readonly value: string
}

function numbersIn(text: string): readonly WrittenNumber[] {
  const inDigits = [...text.matchAll(NUMBER)].map(([digits]) => {
    const written = digits.replace(/[.,]{1,3}$/u, '')
    return {written, value: written.replaceAll(',', '')}
  })
  const inWords = wordsIn(text)
    .map((written) => ({written, number: NUMBER_WORDS.indexOf(written.toLowerCase())}))
    // "one" is mostly a pronoun
    .filter(({number}) => number > 1)
    .map(({written, number}) => ({written, value: String(number)}))
  return [...inDigits, ...inWords]
}

function namesIn(text: string): readonly string[] {
  const [, ...rest] = wordsIn(text)
  return rest.filter((word) => /^\p{Lu}/u.test(word)).filter((word) => word !== 'I')
}

/** Possessive endings do not make another name: "Lee's" is "Lee". */
function wordsIn(text: string): readonly string[] {
  return [...text.matchAll(WORD)].map(([word]) => word.replace(/['’]s?$/u, ''))
}
