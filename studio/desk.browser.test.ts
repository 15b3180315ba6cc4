import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {chooseAction} from './testing/choose-from-menu.ts'
import {findChromium} from './testing/chromium.ts'
import type {DeskPage} from './testing/open-desk-page.ts'
import {type Newsroom, openNewsroom} from './testing/open-newsroom.ts'

describe.skipIf(findChromium() === undefined)('The desk', () => {
  let newsroom: Newsroom
  let desk: DeskPage
  let page: Page

  beforeAll(async () => {
    newsroom = await openNewsroom()
    desk = await newsroom.openDesk('')
    page = desk.page
  })

  afterAll(() => newsroom?.close())

  test('a bare visit asks for the token, which opens the desk', async () => {
    await page.getByRole('link', {name: /token/u}).click()
    await page.getByLabel('Your token').fill(newsroom.administratorToken)
    await page.keyboard.press('Enter')
    await page.getByRole('link', {name: 'Incoming'}).waitFor()

    expect(new URL(page.url()).hash).toBe('')
  })

  test('an import shows up in Incoming without a reload', async () => {
    await page.getByRole('link', {name: 'Incoming'}).click()
    await page.getByText('Nothing is waiting').waitFor()
    await newsroom.wiredesk('import', 'samples')
    await page.getByRole('link', {name: /Night buses cut accidents/u}).waitFor()
    await desk.screenshot('8-desk')

    expect(await page.getByRole('link', {name: /^No headline:/u}).count()).toBe(2)
  })

  test('an embargo that was not understood stops publishing', async () => {
    await page.getByRole('link', {name: /Night buses cut accidents/u}).click()
    await page.getByRole('region', {name: 'What the wire changed'}).waitFor()
    await page.getByRole('button', {name: 'Publish', exact: true}).click()
    const errors = page.getByRole('region', {name: 'To be fixed before it can go out'})
    await errors.waitFor()
    await desk.screenshot('9-embargo')

    expect(await errors.getByRole('button', {name: /embargo/iu}).count()).toBeGreaterThan(0)
    await page.keyboard.press('Escape')
  })

  test('an article is handed on to the subs', async () => {
    await chooseAction(page, 'Move to …')
    await page.getByRole('dialog').getByRole('button', {name: 'Subbing'}).click()
    await page.getByTestId('document-pane').getByText('Subbing').waitFor()
    await page.getByRole('link', {name: 'In progress'}).click()
    await page.getByRole('link', {name: /Night buses cut accidents/u}).waitFor()

    expect(await page.getByTestId('article-list').getByRole('link').count()).toBe(1)
  })

  test('its desk record opens, where a legal hold is set and shows at once', async () => {
    await page.getByTestId('article-list').getByRole('link').click()
    await chooseAction(page, 'Desk record')
    await page.getByLabel('Legal Hold').click()
    await expect
      .poll(() =>
        newsroom.query('{"held": count(*[_type == "articleRecord" && legalHold == true])}'),
      )
      .toEqual({held: 1})
    await desk.screenshot('10-desk-record')
    await page.getByRole('link', {name: 'In progress'}).click()
    await page.getByRole('link', {name: /Night buses cut accidents/u}).click()
    const badge = page.getByTestId('document-pane').getByText('Legal hold')
    await badge.waitFor()

    expect(await badge.count()).toBe(1)
  })

  test.for([
    ['Wire sources', 'Bernama'],
    ['Publications', 'The Harbour Herald'],
    ['House rules', 'Add as an interest'],
    ['Source texts', 'harbour-ferry-talks.txt'],
  ] as const)('the list "%s" has "%s"', async ([list, document]) => {
    await page.getByRole('link', {name: list}).click()
    const item = page.getByTestId('document-list-pane').getByRole('link', {name: document})
    await item.waitFor()

    expect(await item.count()).toBe(1)
  })

  test('Vision answers GROQ', async () => {
    await page.getByRole('link', {name: 'Vision'}).click()
    await page.locator('.cm-content').first().click()
    await page.keyboard.type('count(*[_type == "sourceText"])')
    await page.getByRole('button', {name: 'Fetch'}).click()
    const result = page.getByTestId('vision-result')
    await result.getByText('17').waitFor()

    expect(await result.innerText()).toContain('17')
  })

  test('the desk stayed on the machine, within what the lake knows, and without errors', () => {
    expect(desk.faults).toEqual([])
  })
})
