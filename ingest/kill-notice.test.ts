import {expect, test} from 'vitest'

import {isKillNotice} from './kill-notice.ts'

test.for([
  'EDITORS: Please kill this story',
  'EDITORS: PLEASE KILL OUR EARLIER STORY ABOUT THE QUAY',
  'Eds: The story slugged BC-Quay-Flood is killed. A substitute will follow.',
  'Eds: BC-Quay-Flood has been withdrawn.',
  'ATTENTION EDITORS - The article has been withdrawn at the request of the agency',
  'PLEASE KILL THE STORY',
  '(This story has been withdrawn)',
])('takes a story back: %s', (line) => {
  expect(isKillNotice(line)).toBe(true)
})

test.for([
  'Eds: Updates with three people killed on the quay.',
  'Eds: Adds that the plan was withdrawn.',
  'Editor’s note: The boat was killed off as a brand in 2019.',
  'The report was withdrawn by the board on Monday after pilots protested.',
  'This story contains the names of people who were killed.',
  'Kill the lights, the pilot said.',
])('takes none back: %s', (line) => {
  expect(isKillNotice(line)).toBe(false)
})
