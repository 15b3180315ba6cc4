import {expect, test} from 'vitest'

import {privateTypeNames, publicTypeNames, schemaTypes} from './index.ts'

/**
 * Everything that a reader of a public dataset can see. A word of the desk ("ednote", "signOff", "legalHold") has no
 * place here: it belongs on a record with a dotted id.
 */
const allowed = {
  article: [
    'headline',
    'standfirst',
    'keyPoints',
    'headlineShort',
    'headlineSeo',
    'kicker',
    'bylines',
    'bylineOverride',
    'wireCredits',
    'dateline',
    'body',
    'authorNote',
    'leadImage',
    'publication',
    'section',
    'topics',
    'genre',
    'slugline',
    'slug',
    'formerSlugs',
    'language',
    'urgency',
    'usageTerms',
    'copyrightNotice',
    'copyrightHolder',
    'syndication',
    'embargo',
    'pubStatus',
    'firstPublishedAt',
    'publishedAt',
    'contentUpdatedAt',
    'corrections',
    'updateOf',
    'kill',
    'readerNote',
  ],
  contributor: [
    'name',
    'bylineName',
    'slug',
    'aliases',
    'kind',
    'jobTitle',
    'affiliation',
    'bio',
    'portrait',
    'sameAs',
  ],
  wireSource: [
    'name',
    'code',
    'aliases',
    'kind',
    'creditStyle',
    'datelineForm',
    'usageTerms',
    'copyrightNotice',
    'parent',
    'url',
  ],
  publication: [
    'name',
    'code',
    'slug',
    'timeZone',
    'language',
    'headlineLimit',
    'headlineShortLimit',
    'standfirstLimit',
    'keyPointLimit',
    'leadInPolicy',
    'endCreditPolicy',
  ],
  section: ['name', 'slug', 'order'],
  topic: ['label', 'slug', 'qcode'],
  // What stands inside those documents
  keyPoint: ['text', 'supports'],
  byline: [
    'contributor',
    'nameAsWritten',
    'role',
    'jobTitle',
    'locationText',
    'affiliationText',
    'collective',
  ],
  wireCredit: ['source', 'nameAsWritten', 'relation', 'verbatim', 'position'],
  dateline: ['text', 'place', 'country', 'date', 'wireSource'],
  embargo: ['active', 'until', 'timeZone', 'textAsReceived'],
  leadImage: ['alt', 'caption', 'credit'],
  articleImage: ['alt', 'caption', 'credit'],
  pullQuote: ['text', 'attribution'],
  factBox: ['title', 'body'],
  relatedArticle: ['article', 'title'],
  table: ['caption', 'headerRow', 'rows'],
  tableRow: ['cells'],
  embed: ['url', 'title', 'caption'],
  correction: ['type', 'severity', 'at', 'text', 'affects'],
  kill: ['at', 'readerText'],
}

/** Objects that stand on private documents only. */
const privateObjects = [
  'origin',
  'finding',
  'conflict',
  'resolution',
  'decision',
  'textRepair',
  'importItem',
]

test('public documents, and what stands inside them, have these fields and no others', () => {
  const hidden = new Set([...privateTypeNames, ...privateObjects])
  const open = schemaTypes.filter((type) => !hidden.has(type.name))
  const fields = open.flatMap((type) =>
    'fields' in type && Array.isArray(type.fields)
      ? [[type.name, type.fields.map(({name}: {readonly name: string}) => name)] as const]
      : [],
  )
  expect(Object.fromEntries(fields)).toEqual(allowed)
})

test('the public types are these', () => {
  expect(publicTypeNames).toEqual([
    'article',
    'contributor',
    'wireSource',
    'publication',
    'section',
    'topic',
  ])
})
