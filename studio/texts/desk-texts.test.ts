import {glob, readFile} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'

import {expect, test} from 'vitest'

import {deskLists} from '../desk/desk-lists.ts'
import {deskTextsEn} from './desk-texts.en.ts'

const studio = fileURLToPath(new URL('..', import.meta.url))
const keys: ReadonlySet<string> = new Set(
  Object.keys(deskTextsEn).map((key) => key.replace(/_(?:one|other)$/u, '')),
)

/** `list`, `empty`, `source` …: what stands before the first dot. */
const families = [...new Set([...keys].map((key) => key.split('.')[0]))].join('|')

/** The keys that the sources name, `list.${…}` as `list.*`. */
async function usedKeys(): Promise<ReadonlySet<string>> {
  const used = new Set<string>()
  const named = new RegExp(`['\`]((?:${families})\\.[a-z$][\\w\${}.-]{1,40})['\`]`, 'gu')
  for await (const file of glob('**/*.{ts,tsx}', {cwd: studio})) {
    if (file.startsWith('texts/') || file.includes('.test.')) continue
    const source = await readFile(`${studio}/${file}`, 'utf8')
    for (const [, key = ''] of source.matchAll(named)) {
      used.add(key.replaceAll(/\$\{[^}]{1,60}\}/gu, '*'))
    }
  }
  return used
}

test('every text that the desk asks for exists, and every text is asked for', async () => {
  const used = await usedKeys()
  const patterns = [...used].filter((key) => key.includes('*')).map((key) => key.split('*'))
  const isAskedFor = (key: string) =>
    used.has(key) ||
    patterns.some(([start = '', end = '']) => key.startsWith(start) && key.endsWith(end))

  expect([...used].filter((key) => !key.includes('*') && !keys.has(key))).toEqual([])
  expect([...keys].filter((key) => !isAskedFor(key))).toEqual([])
  expect(used).toContain('list.*')
})

test('every list has a title and says what to do when it is empty', () => {
  const wanted = deskLists.flatMap(({id}) => [`list.${id}`, `empty.${id}`])

  expect(wanted.filter((key) => !keys.has(key))).toEqual([])
})
