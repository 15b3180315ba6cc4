import {expect, test} from 'vitest'

import {runReceipt} from './run-receipt.ts'

test.for([
  ['a folder', '/var/feeds/north', '/var/feeds/north/a.txt', 'north', 'north/a.txt'],
  ['a pattern', '/var/feeds/*.txt', '/var/feeds/a.txt', '*.txt', 'a.txt'],
  ['an archive', '/var/feeds/old.zip', '/var/feeds/old.zip/a.txt', 'old.zip', 'old.zip/a.txt'],
  ['what is given from where one stands', 'feeds', 'feeds/a.txt', 'feeds', 'feeds/a.txt'],
] as const)('a run keeps no place of a machine: %s', ([, given, path, input, short]) => {
  const receipt = runReceipt({run: 'r1', startedAt: '', inputs: [given], options: {}})
  expect(receipt.start()).toMatchObject({create: {inputs: [input]}})
  const item = {path, outcome: 'failed', reason: `Cannot read "${path}": it is empty`} as const
  expect(receipt.chunk(1, [item])).toMatchObject({
    create: {
      _id: 'importRun.r1.items-1',
      items: [
        {_key: 'i1', path: short, outcome: 'failed', reason: `Cannot read "${short}": it is empty`},
      ],
    },
  })
})
