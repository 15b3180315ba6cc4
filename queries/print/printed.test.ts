import {expect, test} from 'vitest'

import type {FrontPageQueryResult} from '../query-types.generated.ts'
import {bylineText} from './byline-text.ts'
import {creditText} from './credit-text.ts'

test('the answers of queries can be printed as they are', () => {
  const card: Pick<
    FrontPageQueryResult['newest'][number],
    'bylines' | 'bylineOverride' | 'wireCredits'
  > = {
    bylines: [
      {
        _key: 'y1',
        role: 'by',
        name: 'Ann Lee',
        contributorSlug: 'ann-lee',
        jobTitle: null,
        locationText: 'Oslo',
        affiliationText: null,
        collective: null,
      },
    ],
    bylineOverride: null,
    wireCredits: [{_key: 'c1', relation: 'sole', position: 'end', name: 'dpa', sourceCode: 'dpa'}],
  }
  expect(bylineText(card.bylines, card.bylineOverride)).toBe('By Ann Lee in Oslo')
  expect(creditText(card.wireCredits, 'parentheses')).toBe('(dpa)')
})
