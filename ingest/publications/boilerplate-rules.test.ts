import {expect, test} from 'vitest'

import {parseCopy} from '../parse-copy.ts'
import {BOILERPLATE_RULES} from './boilerplate-rules.ts'
import {compileRules} from './compile-rules.ts'

const compiled = compileRules(BOILERPLATE_RULES, undefined)

test.for(compiled)('$rule.name takes its example and leaves its near miss', ({rule, pattern}) => {
  expect(pattern.test(rule.positive)).toBe(true)
  expect(pattern.test(rule.nearMiss)).toBe(false)
})

test.for(BOILERPLATE_RULES)('no rule takes the near miss of $name out of a story', ({nearMiss}) => {
  const raw = `The quay was flooded on Monday.\n\n${nearMiss}\n\nIt reopened on Friday.\n`
  const {story} = parseCopy(raw, {keyPrefix: 'r'})
  expect(story.body.map((block) => block.text)).toContain(nearMiss)
})

test('a rule that is no regular expression is refused by name', () => {
  const [first] = BOILERPLATE_RULES
  const rules = first ? [{...first, name: 'broken', pattern: '('}] : []
  expect(() => compileRules(rules, undefined)).toThrow('Cannot use boilerplate rule "broken"')
})
