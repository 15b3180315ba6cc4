import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {findChromium} from './testing/chromium.ts'
import type {DeskPage} from './testing/open-desk-page.ts'
import {type Newsroom, openNewsroom} from './testing/open-newsroom.ts'

describe.skipIf(findChromium() === undefined)('An editor quicker than the desk', () => {
  let newsroom: Newsroom
  let desk: DeskPage
  let page: Page

  beforeAll(async () => {
    newsroom = await openNewsroom()
    await newsroom.wiredesk('import', 'samples/harbour-ferry-talks.txt')
    desk = await newsroom.openDesk()
    page = desk.page
  })

  afterAll(() => newsroom?.close())

  /** Keeps the source text from coming until what it gives is called. */
  async function holdSource(): Promise<() => void> {
    const {promise: sourceIsWanted, resolve: letSourceCome} = Promise.withResolvers<void>()
    await page.route(/%22source\./u, async (route) => {
      await sourceIsWanted
      await route.continue()
    })
    return letSourceCome
  }

  test('goes on typing in a headline while the source text is opened beside it', async () => {
    const letSourceCome = await holdSource()
    await page.getByRole('link', {name: 'Incoming'}).click()
    await page.getByRole('link', {name: /Northern Isles ferry crews/u}).click()
    const headline = page.locator('[data-testid="field-headline"] textarea:not([readonly])')
    await headline.fill('Ferries')
    letSourceCome()
    await page.getByRole('list', {name: 'Text as received'}).waitFor()
    await page.keyboard.type(' sail')

    expect(await headline.inputValue()).toBe('Ferries sail')
    expect(desk.faults).toEqual([])
  })

  test('finds the buttons of an article from a list where they stay when its source text has come', async () => {
    await page.goto(`${newsroom.url}/structure/incoming`)
    const letSourceCome = await holdSource()
    await page.getByRole('link', {name: /ferry crews|Ferries/u}).click()
    await page.locator('[data-testid="field-headline"] textarea:not([readonly])').waitFor()
    const menu = page.getByTestId('action-menu-button')
    const before = await menu.boundingBox()
    letSourceCome()
    await page.getByRole('list', {name: 'Text as received'}).waitFor()

    expect((await menu.boundingBox())?.x).toBe(before?.x)
  })
})
