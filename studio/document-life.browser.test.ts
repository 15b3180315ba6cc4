import type {SanityClient} from '@sanity/client'
import type {Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {chooseAction, chooseFromMenu} from './testing/choose-from-menu.ts'
import {findChromium} from './testing/chromium.ts'
import type {DeskPage} from './testing/open-desk-page.ts'
import {type Newsroom, openNewsroom} from './testing/open-newsroom.ts'

const draft = 'drafts.topic-winds'
describe.skipIf(findChromium() === undefined)('The life of a document in the Studio', () => {
  let newsroom: Newsroom
  let ines: SanityClient
  let desk: DeskPage
  let page: Page

  const stored = (id: string) => newsroom.editor.getDocument(id)
  const label = () => page.getByTestId('field-label').locator('input')

  async function open(): Promise<void> {
    await page.goto(`${newsroom.url}/intent/edit/id=topic-winds;type=topic`)
    await label().and(page.locator(':not([readonly])')).waitFor()
  }

  /** Adds words to the label; `whole` is what it then is. */
  async function typeOn(words: string, whole: string): Promise<void> {
    await label().click()
    await page.keyboard.press('End')
    await page.keyboard.type(words)
    await expect.poll(() => stored(draft)).toMatchObject({label: whole})
  }

  async function publish(): Promise<void> {
    await page.getByTestId('action-publish').click()
    await expect.poll(() => stored(draft)).toBeUndefined()
  }

  /** Chooses an action of the open document from its menu. */
  async function choose(action: string): Promise<void> {
    await chooseAction(page, new RegExp(`^${action}`, 'u'))
  }

  /** What "Review changes" shows as added, a stretch for each transaction */
  const added = () => page.getByTestId('review-changes-pane').last().locator('ins')

  /** Who made a change, as the Studio says when the mouse is over it */
  async function authorOf(change: Locator): Promise<string | undefined> {
    await change.hover()
    const tip = page.locator('[data-ui="Tooltip"]:visible', {hasText: 'Added'})
    return (await tip.first().innerText({timeout: 2000})).split('\n')[2]
  }

  beforeAll(async () => {
    newsroom = await openNewsroom()
    ines = newsroom.editor.withConfig({token: await newsroom.addEditor('Ines Corrado')})
    await newsroom.editor.create({
      _id: draft,
      _type: 'topic',
      label: 'Winds',
      slug: {_type: 'slug', current: 'winds'},
    })
    desk = await newsroom.openDesk()
    page = desk.page
    await page.getByRole('link', {name: 'Incoming'}).waitFor()
    await open()
  })

  afterAll(() => newsroom?.close())

  test('a draft is published, and everybody may read it', async () => {
    await publish()

    expect(await newsroom.anonymous.getDocument('topic-winds')).toMatchObject({label: 'Winds'})
  })

  test('what is changed after that is thrown away again', async () => {
    await typeOn(' of March', 'Winds of March')
    await choose('Discard changes')
    await page.getByTestId('confirm-button').click()
    await expect.poll(() => stored(draft)).toBeUndefined()
    await expect.poll(() => label().inputValue()).toBe('Winds')

    expect(await stored('topic-winds')).toMatchObject({label: 'Winds'})
  })

  test('changes of two editors stand side by side, each under its author’s name', async () => {
    await typeOn(' of May', 'Winds of May')
    await ines.action({
      actionType: 'sanity.action.document.edit',
      draftId: draft,
      publishedId: 'topic-winds',
      patch: {set: {label: 'Winds of May, and June'}},
    })
    await expect.poll(() => label().inputValue()).toBe('Winds of May, and June')
    await chooseFromMenu(page, 'pane-context-menu-button', 'History')
    await page.getByRole('tab', {name: 'Review changes'}).click()
    await expect.poll(() => authorOf(added().last())).toBe('Ines Corrado')
    await desk.screenshot('60-changes-of-two')
    await expect.poll(() => authorOf(added().first())).toBe('Administrator')

    expect((await added().allInnerTexts()).join('').trim()).toBe('of May, and June')
  })

  test('the history tells what happened; an old revision is looked at and brought back', async () => {
    await page.getByRole('tab', {name: 'History'}).click()
    const events = page.getByTestId('timeline-item-button')
    const published = events.filter({hasText: 'Published'})
    await published.waitFor()
    const told = (await events.allInnerTexts()).map(
      (text) => /Draft created|Discarded draft|Published/u.exec(text)?.[0] ?? 'Edited',
    )
    await published.click()
    await expect.poll(() => label().inputValue()).toBe('Winds')
    await desk.screenshot('61-old-revision')
    await page.getByRole('button', {name: 'Revert to revision'}).click()
    await page.getByRole('button', {name: 'Confirm'}).click()
    await expect.poll(() => stored(draft)).toMatchObject({label: 'Winds'})

    expect(told.filter((event) => event !== 'Edited')).toEqual([
      'Draft created',
      'Discarded draft',
      'Published',
      'Draft created',
    ])
  })

  test('what is published is taken back into a draft', async () => {
    await publish()
    await page.getByTestId('document-header-Published-chip').click()
    await page.getByRole('button', {name: 'Unpublish', exact: true}).click()
    await page.getByRole('button', {name: 'Unpublish now'}).click()
    await expect.poll(() => stored('topic-winds')).toBeUndefined()
    await page.getByTestId('document-header-Draft-chip').click()
    await label().and(page.locator(':not([readonly])')).waitFor()

    expect(await stored(draft)).toMatchObject({label: 'Winds'})
    expect(await newsroom.anonymous.getDocument('topic-winds')).toBeUndefined()
  })

  test('it is duplicated, and the copy deleted', async () => {
    await choose('Duplicate')
    const topics = '*[_type == "topic"]{_id, label} | order(_id == $draft)'
    await expect
      .poll(() => newsroom.editor.fetch<unknown>(topics, {draft}))
      .toEqual([
        {_id: expect.stringMatching(/^drafts\.[-\da-f]{36}$/u), label: 'Winds'},
        {_id: draft, label: 'Winds'},
      ])
    await page.waitForURL(/;[-\da-f]{36}/u)
    await label().and(page.locator(':not([readonly])')).waitFor()
    await choose('Delete')
    await page.getByRole('button', {name: 'Delete document'}).click()

    await expect
      .poll(() => newsroom.editor.fetch<unknown>(topics, {draft}))
      .toEqual([{_id: draft, label: 'Winds'}])
  })

  test('the desk stayed on the machine, within what the lake knows, and without errors', () => {
    expect(desk.faults).toEqual([])
  })
})
