import {paragraph} from '../paragraph.ts'

/** A draft with something in every list and of every kind, for what is said about each. */
export const tugsArticle = {
  _id: 'drafts.article-tugs',
  _type: 'article',
  headline: 'Tugs stay in port',
  keyPoints: [
    {_key: 'k1', _type: 'keyPoint', text: 'No tug left the quay'},
    {_key: 'k2', _type: 'keyPoint', text: 'The crews want rest, and the harbour master a tug'},
  ],
  bylines: [
    {_key: 'y1', _type: 'byline', role: 'by', nameAsWritten: 'Ada Quay', locationText: 'Callow'},
    {_key: 'y2', _type: 'byline', role: 'photos'},
  ],
  wireCredits: [
    {_key: 'c1', _type: 'wireCredit', relation: 'sole', nameAsWritten: 'SKERRY NEWS'},
    {_key: 'c2', _type: 'wireCredit', relation: 'via'},
  ],
  body: [
    paragraph('b1', 'The tugs stay in port.'),
    {_key: 'b2', _type: 'table', rows: [{_key: 'r1', _type: 'tableRow', cells: ['Tugs', '4']}]},
    {_key: 'b3', _type: 'factBox'},
    {_key: 'b4', _type: 'relatedArticle'},
    {_key: 'b5', _type: 'pullQuote', text: 'We are tired'},
  ],
  corrections: [
    {_key: 'n1', _type: 'correction', type: 'correction', at: '2026-11-20T08:00:00Z'},
    {_key: 'n2', _type: 'correction', type: 'update', text: 'There are four tugs'},
  ],
  embargo: {
    _type: 'embargo',
    active: true,
    until: '2099-06-01T06:00:00Z',
    timeZone: 'Asia/Kolkata',
  },
}
