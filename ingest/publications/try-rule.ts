import {matchesOf} from '../matches-of.ts'
import {parseCopy} from '../parse-copy.ts'
import {passageRange, slicePassage} from '../passage.ts'
import {splitBlocks} from '../stages/split.ts'
import type {BoilerplateRule} from './boilerplate-rule.ts'
import {compileRules} from './compile-rules.ts'

/** A stretch of copy that a rule meets. Offsets are half-open, in UTF-16 code units of `raw`. */
export interface RuleTrial {
  /** `hit`: taken out. `inBody`: the words stand in a paragraph, which is left. `nearMiss`: it begins like the example and is left */
  readonly type: 'hit' | 'inBody' | 'nearMiss'
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Words of the example that a near miss begins with. */
const LIKENESS = 2
const SENTENCE = /(?<=^|[.!?…]["”’')\]]{0,3}\s{1,3})(?=(?<words>\S{1,60}(?:\s\S{1,60}){1,20}))/gu

/**
 * Shows what a rule alone would do to a text before it goes live.
 *
 * @returns What it takes, where its words stand inside a paragraph, and what begins like its example and stays; in the order of the text
 * @throws SyntaxError when its pattern is no regular expression
 */
export function tryRule(rule: BoilerplateRule, raw: string): readonly RuleTrial[] {
  const {publication: _, ...everywhere} = rule
  const {spans} = parseCopy(raw, {keyPrefix: 'try', rules: [everywhere]})
  const hits = spans
    .filter((span) => span.rule === `${rule.name}@${rule.version}`)
    .map(({start, end}): RuleTrial => ({type: 'hit', start, end, text: raw.slice(start, end)}))
  const inBody = findAll(raw, anywhere(everywhere), 'inBody').filter((trial) => !meets(hits, trial))
  const likely = opensLike(rule.positive)
  const near = findAll(raw, SENTENCE, 'nearMiss')
    .filter(({text}) => likely !== '' && fold(text).startsWith(likely))
    .filter((trial) => !meets([...hits, ...inBody], trial))
  return [...hits, ...inBody, ...near].toSorted((one, other) => one.start - other.start)
}

/** The pattern without its anchors. */
function anywhere(rule: BoilerplateRule): RegExp {
  const source = compileRules([rule], undefined)[0]?.pattern.source ?? '^$'
  return new RegExp(source.slice(1, -1), 'gu')
}

function findAll(raw: string, pattern: RegExp, type: RuleTrial['type']): RuleTrial[] {
  return splitBlocks(raw, () => false).flatMap(({passage}) =>
    matchesOf(passage.text, pattern).flatMap((match) => {
      const words = match.groups?.['words'] ?? match[0]
      if (words === '') return []
      const to = match.index + words.length
      const {start, end} = passageRange(slicePassage(passage, match.index, to))
      return [{type, start, end, text: raw.slice(start, end)}]
    }),
  )
}

function meets(trials: readonly RuleTrial[], {start, end}: RuleTrial): boolean {
  return trials.some((trial) => trial.start < end && start < trial.end)
}

function opensLike(example: string): string {
  return fold(example).split(' ').slice(0, LIKENESS).join(' ')
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}’']+/gu, ' ')
    .trim()
}
