import {expect, test} from 'vitest'

import {checkArticle} from '../../schemas/rules/check-article.ts'
import {placeOfProblem} from './place-of-problem.ts'

test('each rule that judges no field has a place where it is put right', () => {
  const source = {
    _id: 'source.a',
    raw: 'Once more',
    versionKind: 'correction',
    ledger: JSON.stringify([
      {start: 0, end: 4, kind: 'removed'},
      {start: 4, end: 9, kind: 'unresolved'},
    ]),
  }
  const problems = checkArticle(
    {},
    {
      now: '2026-11-23T18:00:00Z',
      record: {killFlag: true, legalHold: true, conflicts: [{state: 'open', field: 'headline'}]},
      sources: [source],
      ledgerFaults: () => ['Span at 0 is empty'],
    },
  )
  const ofTheWhole = problems.filter(({path}) => path === '')

  expect(ofTheWhole.map((problem) => [problem.rule, placeOfProblem(problem)])).toEqual([
    ['noLegalHold', 'legalHold'],
    ['ledgerWhole', 'source'],
    ['spansResolved', 'source'],
    ['littleRemoved', 'source'],
    ['correctionMerged', 'updates'],
    ['conflictsDecided', 'updates'],
    ['notKilledAtSource', 'updates'],
  ])
})

test('a problem of a field is put right there', () => {
  expect(placeOfProblem({rule: 'slugPresent', path: 'slug'})).toBeUndefined()
})
