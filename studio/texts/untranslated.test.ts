import {glob, readFile} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'

import {expect, test} from 'vitest'

const studio = fileURLToPath(new URL('..', import.meta.url))

/** What a person reads or hears: in a property, or between two tags. */
const READ = [
  /\b(?:aria-label|title|text|label|placeholder|description|closeButtonLabel|header|hint|intro|confirm|done)(?:=|: )["'`{]["'`]?(?<words>\p{Lu}[^"'`\n]{1,200})["'`]/gu,
  /(?<![=-])>\s{0,80}(?<words>\p{Lu}[\p{L} ,.:;’…()-]{2,200})\s{0,80}<\//gu,
]

/** No words of the desk's: a key of the keyboard, and what Sanity stores with a scheduled draft. */
const NAMES: ReadonlySet<string> = new Set(['Esc', 'Scheduled publish'])

test('no word that an editor reads stands outside the desk’s texts', async () => {
  const found: string[] = []
  for await (const file of glob('**/*.{ts,tsx}', {
    cwd: studio,
    exclude: ['texts/**', 'testing/**', 'build/**', '**/*.test.ts'],
  })) {
    const source = await readFile(`${studio}/${file}`, 'utf8')
    for (const pattern of READ) {
      for (const {groups} of source.matchAll(pattern)) {
        const words = groups?.['words'] ?? ''
        if (!NAMES.has(words)) found.push(`${file}: ${words}`)
      }
    }
  }

  expect(found).toEqual([])
})
