import {parseCopy} from '../parse-copy.ts'
import type {BoilerplateRule} from './boilerplate-rule.ts'
import {compileRules} from './compile-rules.ts'

/** What is wrong with a house rule; the sentence is for the editor who wrote it. */
export interface RuleFault {
  readonly rule: string
  readonly code: 'pattern' | 'example' | 'near-miss'
  readonly message: string
}

/**
 * Holds each rule to its two examples: what it must take and what it must leave.
 * A rule whose expression cannot be used is a fault like any other, and the rest are checked all the same.
 */
export function checkRules(rules: readonly BoilerplateRule[]): readonly RuleFault[] {
  return rules.flatMap(checkRule)
}

function checkRule(rule: BoilerplateRule): readonly RuleFault[] {
  const {name, positive, nearMiss} = rule
  try {
    // a rule of one paper is compiled as if it were for all: the examples are the same everywhere
    const {publication: _, ...everywhere} = rule
    const [compiled] = compileRules([everywhere], undefined)
    const faults: RuleFault[] = []
    if (compiled?.pattern.test(positive) !== true) {
      faults.push({
        rule: name,
        code: 'example',
        message: `Rule "${name}" does not take its example (“${positive}”): correct the pattern or the example`,
      })
    }
    if (nearMiss === '' || takes(everywhere, nearMiss)) {
      faults.push({
        rule: name,
        code: 'near-miss',
        message:
          nearMiss === ''
            ? `Rule "${name}" has no near miss: give a text much like its example that must stay`
            : `Rule "${name}" takes its near miss (“${nearMiss}”) out of a story: make the pattern stricter`,
      })
    }
    return faults
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return [{rule: name, code: 'pattern', message: error.message}]
  }
}

/** Whether a rule alone takes a paragraph out of the middle or off the end of a story. */
function takes(rule: BoilerplateRule, paragraph: string): boolean {
  return [`${paragraph}\n\nIt reopened on Friday.\n`, `${paragraph}\n`].some((rest) => {
    const raw = `The quay was flooded on Monday.\n\n${rest}`
    const {spans} = parseCopy(raw, {keyPrefix: 'rule', rules: [rule]})
    return spans.some((span) => span.rule === `${rule.name}@${rule.version}`)
  })
}
