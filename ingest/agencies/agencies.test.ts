import {expect, test} from 'vitest'

import {findDateline} from '../stages/dateline.ts'
import {AGENCIES} from './agencies.ts'
import {indexAgencies} from './agency-index.ts'

const forms = AGENCIES.flatMap(({name, datelineForms}) =>
  datelineForms.map((form) => [form, name] as const),
)

test.for(forms)('the dateline %s is %s’s', ([form, name]) => {
  const text = `${form}The quay was flooded on Monday.`
  const found = findDateline(text, {agencies: AGENCIES, datelines: new Map()})
  const [agency = ''] = found?.agencyNames ?? []
  expect(found?.length).toBe(form.length)
  // a dateline with two agencies names the one that files first
  expect(indexAgencies(AGENCIES).find(agency)?.name).toBe(name)
})

test('no name stands for two agencies', () => {
  const names = AGENCIES.flatMap(({name, aliases}) => [name, ...aliases])
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

test.for([
  ['REUTERS', 'Reuters'],
  ['the associated press', 'AP'],
  ['AP', 'AP'],
  ['Ap', undefined],
  ['PA', 'PA Media'],
  ['Pa', undefined],
] as const)('the registry finds %s as %s', ([printed, name]) => {
  expect(indexAgencies(AGENCIES).find(printed)?.name).toBe(name)
})
