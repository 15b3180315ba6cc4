import {inventStory} from './invent-stories.ts'

/** Far from every number that a text is generated of. */
const SECOND_HALF = 10_000_000

/** A story of about 4 KB with the parts that wire copy has; no two tell the same. */
export function generateCopy(index: number): string {
  const [lead = '', ...rest] = [...inventStory(index), ...inventStory(index + SECOND_HALF)]
  return [
    `Crane number ${index} still lies on the quay`,
    'By Ada Finch and Jonas Weil',
    `PORTHAVEN, Nov ${1 + (index % 28)} (Reuters) - ${lead}`,
    ...rest,
    '(Reporting by Ada Finch in Porthaven; Editing by Jonas Weil)',
    'Copyright 2026 Harbour Herald Ltd. All rights reserved.',
  ].join('\n\n')
}
