import {randomFrom} from '../fuzz/mutate-copy.ts'

const SYLLABLES = ['ka', 'lo', 'mer', 'tin', 'sa', 'vor', 'dre', 'pul', 'ni', 'gat', 'hes', 'om']
/** What `wire copy` is on average: about 4 KB a story. */
const STORY_LENGTH = 3600

/** A story of about 4 KB with the parts that wire copy has, of invented words; no two share a phrase. */
export function generateCopy(index: number): string {
  const random = randomFrom(index + 1)
  const body: string[] = []
  while (body.join('').length < STORY_LENGTH) body.push(paragraph(random))
  const [lead = '', ...rest] = body
  return [
    `Crane number ${index} still lies on the quay`,
    'By Ada Finch and Jonas Weil',
    `PORTHAVEN, Nov ${1 + (index % 28)} (Reuters) - ${lead}`,
    ...rest,
    '(Reporting by Ada Finch in Porthaven; Editing by Jonas Weil)',
    'Copyright 2026 Harbour Herald Ltd. All rights reserved.',
  ].join('\n\n')
}

function paragraph(random: () => number): string {
  const sentences = Array.from({length: 1 + Math.floor(random() * 3)}, () => sentence(random))
  return random() < 0.2
    ? `“${sentences.join(' ')}” ${word(random)} said on Monday.`
    : sentences.join(' ')
}

function sentence(random: () => number): string {
  const words = Array.from({length: 8 + Math.floor(random() * 16)}, () => word(random))
  const text = words.join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}, ${Math.floor(random() * 1000)} per cent.`
}

function word(random: () => number): string {
  const length = 1 + Math.floor(random() * 3)
  return Array.from({length}, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('')
}
