import {expect, test} from 'vitest'

import {tellPreparation} from './tell-preparation.ts'
import {testWorld} from './testing/test-world.ts'

test('an older lake says what it waits for, how far it is and how long it takes', () => {
  let milliseconds = 0
  const {world, output} = testWorld({now: () => new Date(milliseconds)})
  const tell = tellPreparation(world)
  tell({type: 'file', bytes: 1_240_000_000})
  for (const done of [0, 500, 1000, 1500, 2000]) {
    tell({type: 'indexes', done, total: 2500})
    milliseconds += 6000
  }
  expect(output.stderr).toEqual([
    'Rewriting the file of the lake (1,240 MB), this once, so that it can shrink later …',
    'Building the indexes of the lake, this once: this version keeps them in another form …',
    '1,000 of 2,500 documents, 83 a second, 18 s left',
    '2,000 of 2,500 documents, 83 a second, 6 s left',
  ])
})

test('at a terminal one line takes the place of the other', () => {
  const shown: string[] = []
  let milliseconds = 0
  const {world, output} = testWorld({
    now: () => new Date(milliseconds),
    progress: (line) => shown.push(line),
  })
  const tell = tellPreparation(world)
  for (const done of [0, 500, 1000]) {
    tell({type: 'indexes', done, total: 1500})
    milliseconds += 1000
  }
  expect(output.stderr).toHaveLength(1)
  expect(shown).toEqual([
    '500 of 1,500 documents, 500 a second, 2 s left',
    '1,000 of 1,500 documents, 500 a second, 1 s left',
  ])
})

test('a small lake opens without a word', () => {
  const {world, output} = testWorld()
  const tell = tellPreparation(world)
  tell({type: 'file', bytes: 4096})
  tell({type: 'indexes', done: 0, total: 900})
  expect(output.stderr).toEqual([])
})
