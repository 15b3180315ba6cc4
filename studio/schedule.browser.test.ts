import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'

import {findChromium, launchChromium} from './testing/chromium.ts'
import {type DeskPage, openDeskPage} from './testing/open-desk-page.ts'
import {type Newsroom, openNewsroom} from './testing/open-newsroom.ts'

describe.skipIf(findChromium() === undefined)('Scheduling in the Studio', () => {
  let newsroom: Newsroom
  let browser: Browser
  let desk: DeskPage
  let page: Page

  beforeAll(async () => {
    newsroom = await openNewsroom(inject('studioDirectory'))
    browser = await launchChromium()
    desk = await openDeskPage(browser, newsroom)
    page = desk.page
  })

  afterAll(async () => {
    await browser?.close()
    await newsroom?.close()
  })

  test('a draft is scheduled, goes out when its time comes, and nothing of it asks the cloud', async () => {
    const client = newsroom.anonymous.withConfig({
      token: newsroom.administratorToken,
      perspective: 'raw',
    })
    const slug = {_type: 'slug', current: 'tides'}
    await client.create({_id: 'drafts.topic-tides', _type: 'topic', label: 'Tides', slug})
    await page.getByRole('link', {name: 'Incoming'}).waitFor()
    await page.goto(`${newsroom.url}/intent/edit/id=topic-tides;type=topic`)
    await page.getByTestId('action-menu-button').click()
    await page.getByRole('menuitem', {name: 'Schedule publish'}).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByTestId('date-input').fill('Dec 1, 2099 06:00')
    await page.keyboard.press('Tab')
    await dialog.getByRole('button', {name: 'Schedule', exact: true}).click()

    const release = '*[_type == "system.release"][0]{state, publishAt, name}'
    await expect
      .poll(() => client.fetch<unknown>(release), {timeout: 20_000})
      .toMatchObject({state: 'scheduled', publishAt: '2099-12-01T06:00:00.000Z'})
    const {name} = await client.fetch<{name: string}>(release)
    expect(await newsroom.anonymous.getDocument('topic-tides')).toBeUndefined()

    await client.releases.schedule({releaseId: name, publishAt: '2026-11-23T06:00:00Z'})
    await expect
      .poll(() => newsroom.anonymous.getDocument('topic-tides'), {timeout: 5000})
      .toMatchObject({label: 'Tides'})
    await desk.screenshot('11-scheduled')
    expect(desk.faults).toEqual([])
  })
})
