import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test} from 'vitest'

import {makeDirectory} from './make-directory.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wiredesk-'))
})
afterEach(() => {
  rmSync(folder, {recursive: true})
})

test('folders above are made too, and a folder that is there is left', () => {
  const path = join(folder, 'a', 'b')
  makeDirectory(path)
  makeDirectory(path)
  expect(existsSync(path)).toBe(true)
})

test('a file in the way is told', () => {
  writeFileSync(join(folder, 'a'), '')
  expect(() => makeDirectory(join(folder, 'a'))).toThrow('a file of that name is in the way')
  expect(() => makeDirectory(join(folder, 'a', 'b'))).toThrow('a file of that name is in the way')
})

test.skipIf(!existsSync('/proc/self'))('where no folder can be made, it ends all the same', () => {
  expect(() => makeDirectory('/proc/wiredesk/data')).toThrow('ENOENT')
})
