import {setTimeout} from 'node:timers/promises'

import {expect, test} from 'vitest'

import {streamLines} from './stream-lines.ts'

/** Three records, and whether they were let go. */
function threeRecords() {
  const told = {ended: false}
  async function* records() {
    try {
      yield {n: 1}
      yield {n: 2}
      yield {n: 3}
    } finally {
      told.ended = true
    }
  }
  return {told, records: records()}
}

test('who reads on gets every line, however long it takes', async () => {
  const {told, records} = threeRecords()
  const lines: string[] = []
  for await (const line of streamLines(records, 500)) {
    lines.push(new TextDecoder().decode(line))
    await setTimeout(200)
  }
  expect([lines, told.ended]).toEqual([['{"n":1}\n', '{"n":2}\n', '{"n":3}\n'], true])
})

test('a reader that stops is cut off, and what was read from is let go', async () => {
  const {told, records} = threeRecords()
  const reader = streamLines(records, 50).getReader()
  await reader.read()
  await expect.poll(() => told.ended).toBe(true)
  await expect(reader.read()).rejects.toThrow('A reader that takes no more lines is cut off')
})
