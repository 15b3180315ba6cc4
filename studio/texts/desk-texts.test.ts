import {glob, readFile} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'

import {expect, test} from 'vitest'

import {deskLists} from '../desk/desk-lists.ts'
import {deskTextBundles} from './desk-text-bundles.ts'
import {deskTextsEn} from './desk-texts.en.ts'

const studio = fileURLToPath(new URL('..', import.meta.url))
const keys: ReadonlySet<string> = new Set(
  Object.keys(deskTextsEn).map((key) => key.replace(/_(?:one|other)$/u, '')),
)

/** The keys that the sources name, `list.${…}` as `list.*`. */
async function usedKeys(): Promise<ReadonlySet<string>> {
  const used = new Set<string>()
  for await (const file of glob('**/*.{ts,tsx}', {cwd: studio})) {
    if (file.startsWith('texts/') || file.includes('.test.')) continue
    const source = await readFile(`${studio}/${file}`, 'utf8')
    for (const [, key = ''] of source.matchAll(
      /['`]((?:list|empty|articles|badge|updates|schedule)\.[a-z$][\w${}.-]{1,40})['`]/gu,
    )) {
      used.add(key.replace(/\$\{[^}]{1,30}\}/gu, '*'))
    }
  }
  return used
}

test('every text that the desk asks for exists, and every text is asked for', async () => {
  const used = await usedKeys()
  const patterns = [...used].filter((key) => key.endsWith('*')).map((key) => key.slice(0, -1))

  expect([...used].filter((key) => !key.endsWith('*') && !keys.has(key))).toEqual([])
  expect(
    [...keys].filter((key) => !used.has(key) && !patterns.some((start) => key.startsWith(start))),
  ).toEqual([])
  expect(used).toContain('list.*')
})

test('every list has a title and says what to do when it is empty', () => {
  const wanted = deskLists.flatMap(({id}) => [`list.${id}`, `empty.${id}`])

  expect(wanted.filter((key) => !keys.has(key))).toEqual([])
})

test('every language has the keys of the English file', () => {
  for (const {resources} of deskTextBundles) {
    expect(Object.keys(resources)).toEqual(Object.keys(deskTextsEn))
  }
})
