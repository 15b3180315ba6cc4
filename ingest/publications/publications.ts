import type {Publication} from './publication.ts'

/** The titles we know. The Harbour Herald is ours: the samples are printed in it. */
export const PUBLICATIONS: readonly Publication[] = [
  {
    code: 'BT',
    name: 'The Business Times',
    aliases: ['Business Times', 'BT'],
    timeZone: 'Asia/Singapore',
    language: 'en-SG',
    headlineLimit: 110,
    keyPointLimit: 18,
    leadInPolicy: 'capitals',
    endCreditPolicy: 'capitals',
  },
  {
    code: 'ST',
    name: 'The Straits Times',
    aliases: ['Straits Times', 'ST'],
    timeZone: 'Asia/Singapore',
    language: 'en-SG',
    headlineLimit: 110,
    keyPointLimit: 18,
    leadInPolicy: 'plain',
    endCreditPolicy: 'capitals',
  },
  {
    code: 'HH',
    name: 'The Harbour Herald',
    aliases: ['Harbour Herald', 'The Herald', 'Herald', 'HH'],
    timeZone: 'Europe/London',
    language: 'en-GB',
    headlineLimit: 110,
    keyPointLimit: 18,
    leadInPolicy: 'capitals',
    endCreditPolicy: 'capitals',
  },
]
