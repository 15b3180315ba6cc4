import {isDeepStrictEqual} from 'node:util'

import {isRecord} from '../narrow.ts'

/** What a lake stamps on stored documents, or needs of them, and a suite cannot know. */
const STAMPS = new Set(['_rev', '_createdAt', '_updatedAt', '_weak'])

/**
 * Whether two answers mean the same: the lake's stamps are left out, numbers agree to 12 digits, and scores count by their place
 * in the order only, as the suite wants it.
 */
export function isSameAnswer(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(normalForm(one), normalForm(other))
}

function normalForm(answer: unknown): unknown {
  const scores = [...new Set(scoresIn(answer))].toSorted((a, b) => a - b)
  return plain(answer, (score) => scores.indexOf(score))
}

function plain(value: unknown, placeOf: (score: number) => number): unknown {
  if (Array.isArray(value)) return value.map((item) => plain(item, placeOf))
  if (typeof value === 'number') return Number(value.toPrecision(12))
  if (!isRecord(value)) return value ?? null
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !STAMPS.has(key))
      .map(([key, item]) => [key, isScore(key, item) ? placeOf(item) : plain(item, placeOf)]),
  )
}

function scoresIn(value: unknown): readonly number[] {
  if (Array.isArray(value)) return value.flatMap(scoresIn)
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([key, item]) =>
    isScore(key, item) ? [item] : scoresIn(item),
  )
}

function isScore(key: string, value: unknown): value is number {
  return (key === '_score' || key === '_pos') && typeof value === 'number'
}
