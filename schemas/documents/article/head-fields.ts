import {defineArrayMember, defineField} from '@sanity/types'

import {namedAgencies} from '../../rules/agency-names.ts'
import {
  HEADLINE_LIMIT,
  headlineNoFullStop,
  headlineNoResidue,
  headlineNotAllCapitals,
  headlineNotFirstSentence,
  headlinePresent,
  headlineWithinLimit,
} from '../../rules/headline.ts'
import {keyPointCount} from '../../rules/key-points.ts'
import {fieldOf} from '../../rules/narrow.ts'
import {unlessKilled} from '../../validation.ts'

/** What stands above the text. */
export const headFields = [
  defineField({
    name: 'headline',
    type: 'string',
    group: 'heads',
    description: 'Needed to publish. Copy without one stays without until you write it',
    validation: (rule) => [
      rule.custom(unlessKilled(headlinePresent)),
      rule.custom(unlessKilled(headlineNotAllCapitals)),
      rule.custom(unlessKilled(headlineNoFullStop)),
      rule
        .custom(unlessKilled((headline) => headlineWithinLimit(headline, HEADLINE_LIMIT)))
        .warning(),
      rule
        .custom(
          unlessKilled((headline, article) =>
            headlineNotFirstSentence(headline, fieldOf(article, 'body')),
          ),
        )
        .warning(),
      rule
        .custom(unlessKilled((headline) => headlineNoResidue(headline, namedAgencies())))
        .warning(),
    ],
  }),
  defineField({
    name: 'headlineShort',
    type: 'string',
    group: 'heads',
    description: 'For cards and phones',
  }),
  defineField({
    name: 'headlineSeo',
    title: 'Headline for search',
    type: 'string',
    group: 'heads',
    description: 'Search results cut after about 60 characters',
  }),
  defineField({
    name: 'kicker',
    type: 'string',
    group: 'heads',
    description: 'The word or two above the headline (also: eyebrow, strapline)',
  }),
  defineField({
    name: 'standfirst',
    type: 'text',
    rows: 2,
    group: 'heads',
    description: 'The paragraph below the headline (American: deck, dek)',
  }),
  defineField({
    name: 'keyPoints',
    type: 'array',
    group: 'heads',
    description: 'None, or two to five',
    of: [defineArrayMember({type: 'keyPoint'})],
    validation: (rule) => rule.custom(unlessKilled(keyPointCount)),
  }),
]
