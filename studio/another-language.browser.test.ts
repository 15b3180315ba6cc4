import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import type {Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'

import {type DeskListId, deskLists} from './desk/desk-lists.ts'
import {chooseAction} from './testing/choose-from-menu.ts'
import {findChromium} from './testing/chromium.ts'
import {harbourArticle} from './testing/harbour-article.ts'
import {mark} from './testing/marked-language/mark.ts'
import {tugsArticle} from './testing/marked-language/tugs-article.ts'
import {untranslatedOn} from './testing/marked-language/untranslated-on.ts'
import type {DeskPage} from './testing/open-desk-page.ts'
import {type Newsroom, openNewsroom} from './testing/open-newsroom.ts'
import {tooWideOn} from './testing/too-wide-on.ts'
import {viteBuild} from './testing/vite-build.ts'
import {deskTextsEn} from './texts/desk-texts.en.ts'

/** Walks through a Studio whose language is the English one, each text between brackets: what stands outside of them cannot be translated. */
describe.skipIf(findChromium() === undefined)('The desk in another language', () => {
  let studio: string
  let newsroom: Newsroom
  let desk: DeskPage
  let page: Page
  let documents: unknown

  beforeAll(async () => {
    studio = await mkdtemp(join(tmpdir(), 'wiredesk-language-'))
    await viteBuild(studio, 'studio/testing/marked-language/vite.config.ts')
    newsroom = await openNewsroom(studio)
    await newsroom.wiredesk('import', 'samples')
    await newsroom.editor
      .transaction()
      .create({...harbourArticle, _id: 'article-harbour', publishedAt: '2026-11-20T08:00:00.000Z'})
      .create(tugsArticle)
      .create({_id: 'contributor-quay', _type: 'contributor', name: 'Ada Quay', kind: 'staff'})
      .create({_id: 'section-sea', _type: 'section', name: 'Sea'})
      .commit()
    documents = await newsroom.editor.fetch('*')
    desk = await newsroom.openDesk()
    page = desk.page
    await page.setViewportSize({width: 1280, height: 800})
    await page.getByRole('link', {name: mark('Incoming')}).waitFor()
  })

  afterEach(({task}) => desk.screenshot(`language ${task.name}`.replaceAll(/\W+/gu, '-')))

  afterAll(async () => {
    await newsroom?.close()
    await rm(studio, {recursive: true})
  })

  async function openArticle(words: string): Promise<void> {
    const id = await newsroom.editor.fetch<string>('*[headline match $words][0]._id', {words})
    await page.goto(`${newsroom.url}/intent/edit/id=${id.replace('drafts.', '')};type=article`)
    await page.getByTestId('form-view').waitFor()
  }

  async function openList(
    id:
      | DeskListId
      | 'contributors'
      | 'wire-sources'
      | 'house-rules'
      | 'import-runs'
      | 'source-texts'
      | 'desk-records',
  ): Promise<void> {
    await page.getByRole('link', {name: mark(deskTextsEn[`list.${id}`]), exact: true}).click()
  }

  const untranslated = () => untranslatedOn(page, documents)

  test.for(deskLists.map(({id}) => id))('the list of articles "%s"', async (id) => {
    await openList(id)
    await page.locator('[data-testid="article-list"][aria-busy="false"]').waitFor()

    await expect.poll(untranslated).toEqual([])
    expect(await tooWideOn(page)).toEqual([])
  })

  test.for([
    ['contributors', /Ada Quay/u],
    ['wire-sources', /^AFP/u],
    ['house-rules', /Bare link/u],
    ['import-runs', /created/u],
    ['source-texts', /border-town/u],
    ['desk-records', /Health officials/u],
  ] as const)('the list "%s" and a document of it', async ([id, document]) => {
    await openList(id)
    await page.getByTestId('document-list-pane').getByRole('link', {name: document}).first().click()
    await page.getByTestId('form-view').waitFor()

    await expect.poll(untranslated).toEqual([])
    expect(await tooWideOn(page)).toEqual([])
  })

  test('an article with something of every kind', async () => {
    await openArticle('tugs')
    await page.getByRole('tab', {name: /All fields/u}).click()
    await page.getByTestId('field-language').waitFor()

    await expect.poll(untranslated).toEqual([])
    expect(await tooWideOn(page)).toEqual([])
  })

  test.for([
    ['shares', 'promos that were taken out'],
    ['railway', 'marks of the wire'],
    ['health', 'a doubt'],
  ] as const)('all fields of an article on %s, beside a source with %s', async ([words]) => {
    await openArticle(words)
    await page.getByRole('list', {name: mark('Text as received')}).waitFor()
    await page.getByRole('tab', {name: /All fields/u}).click()
    await page.getByTestId('field-language').waitFor()

    await expect.poll(untranslated).toEqual([])
    expect(await tooWideOn(page)).toEqual([])
  })

  test('what a reference can lead to', async () => {
    await page.getByRole('tab', {name: /Place in the paper/u}).click()
    await page.getByTestId('autocomplete').nth(1).fill('Sea')
    await page.getByTestId('autocomplete-popover').getByText('Sea').first().waitFor()

    await expect.poll(untranslated).toEqual([])
    expect(await tooWideOn(page)).toEqual([])
    await page.keyboard.press('Escape')
  })

  test('what stops an article', async () => {
    const rule = mark('The story has no slug: generate one from the headline')
    await page.getByRole('button', {name: mark('Publish'), exact: true}).click()
    await page.getByRole('dialog').getByText(rule).waitFor()

    await expect.poll(untranslated).toEqual([])
    expect(await tooWideOn(page)).toEqual([])
  })

  test('how a doubt was settled', async () => {
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({state: 'detached'})
    await page.getByRole('button', {name: /Leave as read/u}).click()
    await page.getByText(mark('Left as it was read')).first().waitFor()
    await page.getByText(/doubts settled/u).click()
    await page.getByRole('button', {name: mark('Ask again')}).waitFor()

    await expect.poll(untranslated).toEqual([])
    expect(await tooWideOn(page)).toEqual([])
  })

  test.for([
    ['buses', ['Validation', 'As readers see it', 'Source text', 'Wire update']],
    ['reservoir', ['Source text', 'Wire update', 'As readers see it']],
    ['tugs', ['Validation', 'Source text', 'As readers see it']],
  ] as const)('the parts beside an article on %s', async ([words, parts]) => {
    await openArticle(words)
    for (const part of parts) {
      await page.getByRole('button', {name: mark(part), exact: true}).click()

      await expect.poll(untranslated).toEqual([])
      expect(await tooWideOn(page)).toEqual([])
    }
  })

  test.for([
    ['buses', ['Embargo …', 'Move to …', 'Schedule …', 'Clear the embargo …']],
    ['tugs', ['Clear the embargo …', 'Kill …']],
    ['harbour', ['Correct …', 'Kill …', 'Unpublish …']],
  ] as const)('what is asked before an article is changed: %s', async ([words, actions]) => {
    await openArticle(words)
    for (const action of actions) {
      await chooseAction(page, mark(action))
      await page.getByRole('dialog').waitFor()

      await expect.poll(untranslated).toEqual([])
      expect(await tooWideOn(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({state: 'detached'})
    }
  })

  test('the desk stayed on the machine, within what the lake knows, and without errors', () => {
    expect(desk.faults).toEqual([])
  })
})
