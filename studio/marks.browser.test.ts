import {copyFile, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, onTestFinished, test} from 'vitest'

import {findChromium} from './testing/chromium.ts'
import type {DeskPage} from './testing/open-desk-page.ts'
import {type Newsroom, openNewsroom} from './testing/open-newsroom.ts'

describe.skipIf(findChromium() === undefined)('Where the content of a field comes from', () => {
  let newsroom: Newsroom
  let desk: DeskPage
  let page: Page

  const marked = (field: string) => page.locator(`[data-provenance="${field}"]`)
  const words = (field: string) => marked(field).locator('[data-ui="Badge"]').allInnerTexts()
  const openTab = (name: string) => page.getByRole('tab', {name}).click()
  const choose = async (code: string) => {
    const publication = {_type: 'reference', _ref: `publication-${code}`}
    const id = await newsroom.editor.fetch<string>('*[_type == "article"][0]._id')
    await newsroom.editor.patch(id).set({publication}).commit()
  }

  beforeAll(async () => {
    newsroom = await openNewsroom()
    const sample = 'samples/harbour-ferry-talks.txt'
    await newsroom.wiredesk('import', sample, '--publication', 'hh')
    desk = await newsroom.openDesk()
    page = desk.page
    await page.getByRole('link', {name: 'Incoming'}).click()
    await page.getByRole('link', {name: /Northern Isles ferry crews/u}).click()
    await page.getByRole('list', {name: 'Text as received'}).waitFor()
  })

  afterAll(() => newsroom?.close())

  test.for([
    ['Heads', 'headline', 'Not in source'],
    ['Heads', 'keyPoints', 'From source'],
    ['Body', 'body', 'From source'],
    ['Place in the paper', 'publication', 'Derived'],
    ['Place in the paper', 'language', 'Derived'],
  ] as const)('as the import left it, in "%s": %s', async ([tab, field, word]) => {
    await openTab(tab)

    await expect.poll(() => words(field)).toEqual([word])
  })

  test('publication and language say what they were derived from', async () => {
    await desk.screenshot('marks-1-derived')

    expect(
      await Promise.all(['publication', 'language'].map((field) => marked(field).innerText())),
    ).toEqual([
      expect.stringMatching(/Derived\s+as the import was told$/u),
      expect.stringMatching(/Derived\s+from the publication$/u),
    ])
  })

  test('a language that an editor writes is typed, until it is the publication’s again', async () => {
    const language = marked('language').locator('input')
    await language.fill('nb-NO')
    await expect.poll(() => words('language')).toEqual(['Typed'])
    await language.fill('en-GB')
    await expect.poll(() => words('language')).toEqual(['Derived'])
    await language.fill('')
    await expect.poll(() => words('language')).toEqual([])
    await language.fill('en-GB')
    await expect.poll(() => words('language')).toEqual(['Derived'])
  })

  test('a publication that an editor chooses is typed, and the language is no longer its own', async () => {
    await choose('bt')
    await expect.poll(() => words('publication')).toEqual(['Typed'])
    await expect.poll(() => words('language')).toEqual(['Typed'])
    await desk.screenshot('marks-2-typed')
    await choose('hh')
    await expect.poll(() => words('publication')).toEqual(['Derived'])
    await expect.poll(() => words('language')).toEqual(['Derived'])
  })

  test('a headline that is written is typed, a key point with other words edited', async () => {
    await openTab('Heads')
    await marked('headline').locator('textarea').fill('Ferry talks resume')
    await expect.poll(() => words('headline')).toEqual(['Typed'])
    await page.getByLabel('Key point 1 of 2').fill('Islands expect a contract')
    await expect.poll(() => words('keyPoints')).toEqual(['Edited'])

    expect(await marked('keyPoints').innerText()).toMatch(/Edited\s+1 of 2 as received$/u)
  })

  test('a headline that came with the text and not in it is from the source', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wiredesk-marks-'))
    onTestFinished(() => rm(folder, {recursive: true}))
    const copy = join(folder, 'harbour-ferry-talks.txt')
    await copyFile('samples/harbour-ferry-talks.txt', copy)
    await writeFile(`${copy}.json`, '{"headline": "Ferry talks resume"}')
    await newsroom.wiredesk('import', copy)
    await expect.poll(() => words('headline')).toEqual(['From source'])
  })

  test('the desk stayed on the machine, within what the lake knows, and without errors', () => {
    expect(desk.faults).toEqual([])
  })
})
