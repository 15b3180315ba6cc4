import {groupProblems, validateSchema} from '@sanity/schema/_internal'
import {expect, test} from 'vitest'

import {schemaTypes} from './index.ts'

test('the whole schema compiles without a problem', () => {
  const problems = groupProblems(validateSchema(schemaTypes).getTypes())
  expect(problems).toEqual([])
})
