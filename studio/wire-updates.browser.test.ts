import {createClient} from '@sanity/client'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'

import {findChromium, launchChromium} from './testing/chromium.ts'
import {findBarriers} from './testing/find-barriers.ts'
import {type DeskPage, openDeskPage} from './testing/open-desk-page.ts'
import {type Newsroom, openNewsroom} from './testing/open-newsroom.ts'

describe.skipIf(findChromium() === undefined)('Wire updates', () => {
  let newsroom: Newsroom
  let browser: Browser
  let desk: DeskPage
  let page: Page

  const updates = () => page.getByRole('region', {name: 'Wire update'})
  const inLake = async (groq: string): Promise<unknown> =>
    JSON.parse(await newsroom.wiredesk('query', groq))

  beforeAll(async () => {
    newsroom = await openNewsroom(inject('studioDirectory'))
    await newsroom.wiredesk('import', 'samples/copper-price-first.txt')
    const client = createClient({
      projectId: 'wiredesk',
      dataset: 'production',
      apiHost: newsroom.url,
      useProjectHostname: false,
      useCdn: false,
      apiVersion: '2025-02-19',
      token: newsroom.administratorToken,
    })
    await client
      .patch({query: '*[_type == "articleRecord"]'})
      .set({
        conflicts: [
          conflict('c1', 'headline', 'Copper climbs', 'Copper climbs to a record', 'Copper rises'),
          conflict('c2', 'standfirst', 'Two mines shut', 'Three mines shut', 'Mines shut'),
          conflict('c3', 'slugline', 'COPPER', 'COPPER-RAIN', 'COPPER-MINES'),
        ],
      })
      .commit()
    browser = await launchChromium()
    desk = await openDeskPage(browser, newsroom)
    page = desk.page
    await page.getByRole('link', {name: 'Incoming'}).click()
    await page.getByRole('link', {name: /Copper/u}).click()
    await updates().waitFor()
  })

  afterAll(async () => {
    await browser?.close()
    await newsroom?.close()
  })

  test('each conflict shows the three texts, with the words that are new', async () => {
    const [first] = await updates().getByRole('group').all()
    await desk.screenshot('updates-1')

    expect(await first?.locator('strong').allInnerTexts()).toEqual([
      'Before: ',
      'The wire now: ',
      'Ours: ',
    ])
    expect(await first?.locator('ins').allInnerTexts()).toEqual(['to', 'a', 'record', 'rises'])
    expect(await findBarriers(page, '[aria-label="Wire update"]')).toEqual([])
  })

  test('K keeps ours, T takes theirs, A takes the rest', async () => {
    await updates().getByRole('group', {name: 'Wire update of headline'}).focus()
    await page.keyboard.press('k')
    await updates()
      .getByRole('group', {name: 'Wire update of standfirst'})
      .and(page.locator(':focus'))
      .waitFor()
    await page.keyboard.press('t')
    await updates()
      .getByRole('group', {name: 'Wire update of slugline'})
      .and(page.locator(':focus'))
      .waitFor()
    await page.keyboard.press('a')
    await updates().waitFor({state: 'detached'})

    expect(await inLake(decidedQuery)).toEqual({
      standfirst: 'Three mines shut',
      slugline: 'COPPER-RAIN',
      states: ['keptOurs', 'tookTheirs', 'tookTheirs'],
    })
  })

  test('the desk stayed on the machine, within what the lake knows, and without errors', () => {
    expect(desk.faults).toEqual([])
  })
})

const decidedQuery = `{
  "standfirst": *[_type == "article"][0].standfirst,
  "slugline": *[_type == "article"][0].slugline,
  "states": *[_type == "articleRecord"][0].conflicts[].state
}`

function conflict(key: string, field: string, base: string, theirs: string, ours: string) {
  return {
    _key: key,
    _type: 'conflict',
    field,
    base: JSON.stringify(base),
    theirs: JSON.stringify(theirs),
    ours: JSON.stringify(ours),
    state: 'open',
  }
}
