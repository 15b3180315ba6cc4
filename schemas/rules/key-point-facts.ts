import {bodyText} from '../portable-text.ts'
import {textOf} from './narrow.ts'
import type {Verdict} from './problem.ts'

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
  const numbers = new Set(numbersIn(told))
  const words = new Set(wordsIn(told).map((word) => word.toLowerCase()))
  const missing = [
    ...numbersIn(text).filter((number) => !numbers.has(number)),
    ...namesIn(text).filter((name) => !words.has(name.toLowerCase())),
  ]
  if (missing.length === 0) return true
  return `Not in the text: ${missing.map((fact) => `"${fact}"`).join(', ')}`
}

/** Digits without thousands separators, and small numbers in words, as digits. */
function numbersIn(text: string): readonly string[] {
  const inDigits = [...text.matchAll(NUMBER)].map(([digits]) => digits.replace(/[.,]+$|,/gu, ''))
  const inWords = wordsIn(text)
    .map((word) => NUMBER_WORDS.indexOf(word.toLowerCase()))
    .filter((number) => number > 1)
    .map(String)
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
