import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {chooseAction} from './testing/choose-from-menu.ts'
import {findChromium} from './testing/chromium.ts'
import {harbourArticle} from './testing/harbour-article.ts'
import type {DeskPage} from './testing/open-desk-page.ts'
import {openMenu} from './testing/open-menu.ts'
import {type Newsroom, openNewsroom} from './testing/open-newsroom.ts'

describe.skipIf(findChromium() === undefined)('Scheduling in the Studio', () => {
  let newsroom: Newsroom
  let desk: DeskPage
  let page: Page

  const dialog = () => page.getByRole('dialog')
  const list = () => page.getByTestId('article-list')
  const notice = () => page.getByTestId('schedule-notice')

  beforeAll(async () => {
    newsroom = await openNewsroom()
    desk = await newsroom.openDesk()
    page = desk.page
    await page.setViewportSize({width: 1440, height: 900})
  })

  afterAll(() => newsroom?.close())

  test('an article is refused for a time at which the rules would hold it', async () => {
    await newsroom.editor.create({
      _id: 'publication-skerry',
      _type: 'publication',
      name: 'The Skerry Times',
      timeZone: 'Europe/Oslo',
    })
    await newsroom.editor.create(pilots)
    await newsroom.editor.create(record)
    await page.getByRole('link', {name: 'Ready', exact: true}).click()
    await page.getByRole('link', {name: /Harbour pilots/u}).click()
    await page.getByTestId('field-headline').waitFor()
    await chooseAction(page, 'Schedule …')
    await dialog().getByLabel('Goes out at').fill('2099-11-29T06:00')
    await dialog().getByRole('button', {name: 'Schedule'}).click()
    await dialog().getByRole('alert').waitFor()
    await desk.screenshot('50-schedule-refused')

    expect(await dialog().getByRole('alert').innerText()).toMatch(/the embargo lifts on/u)
  })

  test('it is scheduled on the clock of a zone, and the form says when on both clocks', async () => {
    await dialog().getByLabel('Goes out at').fill('2099-12-01T07:00')
    await dialog().getByLabel('Time zone').selectOption('Europe/Oslo')
    const outcome = await dialog().getByRole('status').innerText()
    await desk.screenshot('51-schedule')
    await dialog().getByRole('button', {name: 'Schedule'}).click()
    await notice().getByText('Goes out by itself').waitFor()
    await list().getByText('Goes out').waitFor()
    await desk.screenshot('52-scheduled')

    expect(outcome).toBe(
      'Tuesday, 1 December 2099 at 07:00 CET (Europe/Oslo); Tuesday, 1 December 2099 at 06:00 GMT (Europe/London)',
    )
    expect(await notice().innerText()).toContain(
      'Tuesday, 1 December 2099 at 06:00 GMT (Europe/London); Tuesday, 1 December 2099 at 07:00 CET (Europe/Oslo)',
    )
  })

  test('what is held back when its time comes is said at the article and in the lists, loudly', async () => {
    const [{_id: version = '', name = ''} = {}] = await newsroom.editor.fetch<
      {_id?: string; name?: string}[]
    >('*[_id in path("versions.**")]{_id, "name": *[_type == "system.release"][0].name}')
    await newsroom.editor.releases.schedule({releaseId: name, publishAt: '2026-11-23T06:00:00Z'})
    await notice().getByText('It did not go out').waitFor()
    await desk.screenshot('53-held-back')

    expect(await notice().getAttribute('role')).toBe('alert')
    expect(await notice().innerText()).toContain('the embargo lifts on Monday, 30 November 2099')

    await page.getByRole('link', {name: 'Needs a person', exact: true}).click()
    const item = list().getByRole('listitem')
    await item.getByText('Held back').waitFor()
    await desk.screenshot('54-held-back-in-the-list')

    expect(await item.innerText()).toContain('the embargo lifts on Monday, 30 November 2099')
    expect(await newsroom.editor.getDocument(version)).toBeDefined()
    expect(await newsroom.anonymous.getDocument('article-harbour')).toBeUndefined()
  })

  test('a scheduled article can be moved on the desk and killed', async () => {
    await page.getByRole('link', {name: /Harbour pilots/u}).click()
    await page.getByRole('button', {name: /Scheduled publish/u}).click()
    await openMenu(page, 'action-menu-button')
    await page.getByRole('menuitem', {name: 'Kill …'}).waitFor()
    await desk.screenshot('55-actions-of-a-scheduled-article')
    const offered = await page.getByRole('menuitem').allInnerTexts()
    await page.keyboard.press('Escape')

    expect(offered).toEqual(expect.arrayContaining(['Move to …', 'Desk record', 'Kill …']))
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
    await chooseAction(page, 'Schedule publish')
    await dialog().getByTestId('date-input').fill('Dec 1, 2099 06:00')
    await page.keyboard.press('Tab')
    await dialog().getByRole('button', {name: 'Schedule', exact: true}).click()

    const release =
      '*[_type == "system.release" && state == "scheduled"][0]{state, publishAt, name}'
    await expect
      .poll(() => client.fetch<unknown>(release))
      .toMatchObject({state: 'scheduled', publishAt: '2099-12-01T06:00:00.000Z'})
    const {name} = await client.fetch<{name: string}>(release)
    expect(await newsroom.anonymous.getDocument('topic-tides')).toBeUndefined()

    await client.releases.schedule({releaseId: name, publishAt: '2026-11-23T06:00:00Z'})
    await expect
      .poll(() => newsroom.anonymous.getDocument('topic-tides'))
      .toMatchObject({label: 'Tides'})
    await desk.screenshot('11-scheduled')
    expect(desk.faults).toEqual([])
  })
})

const pilots = {
  ...harbourArticle,
  _id: 'drafts.article-harbour',
  publication: {_type: 'reference', _ref: 'publication-skerry'},
  embargo: {_type: 'embargo', active: true, until: '2099-11-30T06:00:00Z', timeZone: 'UTC'},
}

const record = {
  _id: 'record.article-harbour',
  _type: 'articleRecord',
  article: {_type: 'reference', _ref: 'article-harbour', _weak: true},
  workflowState: 'ready',
}
