import {expect, test} from 'vitest'

import {problemsOf} from './article-validation.ts'

const article = {
  headline: 'UPDATE 1-Night ferry returns',
  bylines: [{_key: 'y1', role: 'by'}],
  body: [{_type: 'block', _key: 'b1', children: [{text: 'It sails.'}]}],
  slug: {current: 'night-ferry'},
  embargo: {active: true},
  bylineOverride: {text: 'From our correspondents'},
}

test('the form shows errors at their fields and leaves time and record to the gate', () => {
  expect(problemsOf('error')(article)).toEqual([
    {
      message: 'The byline entry names nobody: link a contributor or write the name',
      path: ['bylines', {_key: 'y1'}],
    },
  ])
})

test('the form shows warnings apart', () => {
  expect(problemsOf('warning')(article)).toEqual([
    {message: 'The headline still holds "UPDATE 1-"', path: ['headline']},
  ])
})

test('nothing to say is true', () => {
  expect(problemsOf('info')(article)).toBe(true)
})
