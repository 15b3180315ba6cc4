import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {findChromium} from './testing/chromium.ts'
import {findBarriers} from './testing/find-barriers.ts'
import type {DeskPage} from './testing/open-desk-page.ts'
import {type Newsroom, openNewsroom} from './testing/open-newsroom.ts'

describe.skipIf(findChromium() === undefined)('Whole screens', () => {
  let newsroom: Newsroom
  let desk: DeskPage
  let page: Page

  beforeAll(async () => {
    newsroom = await openNewsroom()
    await newsroom.wiredesk('import', 'samples')
    desk = await newsroom.openDesk()
    page = desk.page
    await page.setViewportSize({width: 1440, height: 900})
  })

  afterAll(() => newsroom?.close())

  test('axe finds nothing wrong with a list and its articles', async () => {
    await page.getByRole('link', {name: 'Incoming'}).click()
    await page.getByTestId('article-list').getByRole('link').first().waitFor()

    expect(await findBarriers(page, 'body')).toEqual([])
  })

  test('nor with an article beside its source', async () => {
    const list = page.getByTestId('article-list')
    await list.getByRole('link', {name: /Health officials/u}).click()
    await page.getByRole('list', {name: 'Text as received'}).waitFor()

    expect(await findBarriers(page, 'body')).toEqual([])
  })

  test.for([
    'Heads',
    'Credits',
    'Rights',
    'Picture',
    'Body',
    'Place in the paper',
    'Life',
    'Notes',
  ] as const)('nor with its group "%s"', async (group) => {
    await page.getByRole('tab', {name: group}).click()
    await page.getByRole('tab', {name: group, selected: true}).waitFor()
    await desk.screenshot(`screen-${group.toLowerCase().replaceAll(' ', '-')}`)

    const form = page.getByTestId('document-panel-scroller')
    expect(await form.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
    expect(await findBarriers(page, 'body')).toEqual([])
  })

  test('nor with what publishing says', async () => {
    await page.getByRole('button', {name: 'Publish', exact: true}).click()
    await page.getByRole('dialog').getByRole('button').first().waitFor()

    expect(await findBarriers(page, 'body')).toEqual([])
  })

  test('the desk stayed on the machine, within what the lake knows, and without errors', () => {
    expect(desk.faults).toEqual([])
  })
})
