import type {Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {findChromium} from './testing/chromium.ts'
import {findBarriers} from './testing/find-barriers.ts'
import {harbourArticle} from './testing/harbour-article.ts'
import type {DeskPage} from './testing/open-desk-page.ts'
import {type Newsroom, openNewsroom} from './testing/open-newsroom.ts'

const article = 'article-harbour'
const {headline} = harbourArticle

describe.skipIf(findChromium() === undefined)('Decisions about an article', () => {
  let newsroom: Newsroom
  let desk: DeskPage
  let page: Page

  const anonymous = () => newsroom.anonymous.fetch('*[_type == "article"]')
  const stored = async (id: string) => newsroom.editor.getDocument(id)
  const toast = (text: string) => page.locator('[data-ui="Toast"]').getByText(text).waitFor()

  /** Opens the dialog of an action, with the keyboard alone. */
  async function openDialog(action: string): Promise<Locator> {
    const menu = page.getByTestId('action-menu-button')
    await menu.focus()
    await page.keyboard.press('Enter')
    const item = page.getByRole('menuitem', {name: action, exact: true})
    await item.waitFor()
    await item.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.locator('form').waitFor()
    return dialog
  }

  beforeAll(async () => {
    newsroom = await openNewsroom()
    await newsroom.editor.create({
      ...harbourArticle,
      _id: article,
      publishedAt: '2026-11-20T08:00:00.000Z',
      firstPublishedAt: '2026-11-20T08:00:00.000Z',
      contentUpdatedAt: '2026-11-20T08:00:00.000Z',
    })
    desk = await newsroom.openDesk()
    page = desk.page
    await page.getByRole('link', {name: 'Published', exact: true}).click()
    await page.getByRole('link', {name: headline}).click()
    await page.getByTestId('field-headline').waitFor()
  })

  afterAll(() => newsroom?.close())

  test('a correction starts from the template, and an unfinished one is refused at its field', async () => {
    const dialog = await openDialog('Correct …')
    await dialog.getByRole('button', {name: 'Add the correction'}).focus()
    await page.keyboard.press('Enter')
    await dialog.getByRole('alert').waitFor()
    const field = dialog.getByLabel('What readers are told')
    await desk.screenshot('20-correct')

    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await field.inputValue()).toBe('An earlier version said … It is …')
    expect(await dialog.getByRole('alert').innerText()).toMatch(/^Fill in what was said/u)
    expect(await findBarriers(page, '[data-ui="DialogCard"]')).toEqual([])
  })

  test('a dialog keeps the focus, and gives it back to the menu', async () => {
    const dialog = page.getByRole('dialog')
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('Tab')
      expect(
        await dialog.evaluate(
          (element) =>
            element.contains(document.activeElement) || document.activeElement === document.body,
        ),
      ).toBe(true)
    }
    await page.keyboard.press('Escape')
    await dialog.waitFor({state: 'detached'})

    await page.locator('[data-testid="action-menu-button"]:focus').waitFor()
  })

  test('a correction goes out with the article and moves the time of its content', async () => {
    const dialog = await openDialog('Correct …')
    await dialog
      .getByLabel('What readers are told')
      .fill('An earlier version said the pilots sail on Monday. It is Tuesday.')
    await dialog.getByLabel('Severity').selectOption('Minor')
    await dialog.getByRole('button', {name: 'Add the correction'}).press('Enter')
    await toast('The correction is in the draft: publish it to tell readers')
    await page.getByRole('button', {name: 'Publish', exact: true}).click()
    await toast('Published')
    const [read] = await anonymous()

    expect(read.corrections).toEqual([
      {
        _key: expect.any(String),
        _type: 'correction',
        type: 'correction',
        severity: 'minor',
        at: expect.any(String),
        text: 'An earlier version said the pilots sail on Monday. It is Tuesday.',
      },
    ])
    expect(read.firstPublishedAt).toBe('2026-11-20T08:00:00.000Z')
    expect(read.contentUpdatedAt > read.corrections[0].at).toBe(true)
  })

  test('unpublishing asks for a reason and keeps it on the record', async () => {
    const dialog = await openDialog('Unpublish …')
    await dialog.getByRole('button', {name: 'Unpublish', exact: true}).click()
    await dialog.getByRole('alert').waitFor()
    await desk.screenshot('21-unpublish')
    expect(await findBarriers(page, '[data-ui="DialogCard"]')).toEqual([])
    await dialog.getByLabel('Reason').fill('Sent out an hour early')
    await dialog.getByRole('button', {name: 'Unpublish', exact: true}).click()
    await toast('Unpublished')

    expect(await anonymous()).toEqual([])
    expect(await stored(`record.${article}`)).toMatchObject({
      decisions: [{kind: 'unpublish', reason: 'Sent out an hour early', by: expect.any(String)}],
    })
  })

  test('an embargo is set on the clock of any zone, with the words of its sender in view', async () => {
    await newsroom.editor
      .patch(`drafts.${article}`)
      .set({embargo: {_type: 'embargo', active: true, textAsReceived: 'NOT BEFORE 6 AM'}})
      .commit()
    await page.getByText('Embargoed', {exact: true}).last().waitFor()
    const dialog = await openDialog('Embargo …')
    await dialog.getByText('The sender wrote: “NOT BEFORE 6 AM”.').waitFor()
    await dialog.getByLabel('Until').fill('2030-01-24T06:00')
    await dialog.getByLabel('Time zone').selectOption('Asia/Kolkata')
    await dialog.getByLabel('Reason').fill('The sender means India')
    const outcome = await dialog.getByRole('status').innerText()
    await desk.screenshot('22-embargo')
    expect(await findBarriers(page, '[data-ui="DialogCard"]')).toEqual([])
    await dialog.getByRole('button', {name: 'Set the embargo'}).click()
    await toast('The embargo is set')

    expect(outcome).toBe(
      'Until Thursday, 24 January 2030 at 06:00 GMT+5:30 (Asia/Kolkata); here: Thursday, 24 January 2030 at 00:30 GMT (Europe/London)',
    )
    expect(await stored(`drafts.${article}`)).toMatchObject({
      embargo: {active: true, until: '2030-01-24T00:30:00.000Z', timeZone: 'Asia/Kolkata'},
    })
  })

  test('it is made shorter, or cleared, only with a reason', async () => {
    const dialog = await openDialog('Embargo …')
    await dialog.getByLabel('Until').fill('2029-01-24T06:00')
    await dialog.getByRole('button', {name: 'Set the embargo'}).click()
    const refusal = await dialog.getByRole('alert').innerText()
    await page.keyboard.press('Escape')
    await dialog.waitFor({state: 'detached'})
    const clearing = await openDialog('Clear the embargo …')
    await clearing.getByLabel('Reason').fill('The ministry released it')
    await desk.screenshot('23-clear-embargo')
    expect(await findBarriers(page, '[data-ui="DialogCard"]')).toEqual([])
    await clearing.getByRole('button', {name: 'Clear', exact: true}).click()
    await toast('The embargo is cleared')

    expect(refusal).toBe('Say why it may go out sooner than the sender wanted')
    expect(await stored(`drafts.${article}`)).toMatchObject({embargo: {active: false}})
    expect(await stored(`record.${article}`)).toMatchObject({
      embargoClearance: {reason: 'The ministry released it'},
    })
  })

  test('a kill leaves readers one sentence and no word more', async () => {
    await page.getByRole('button', {name: 'Publish', exact: true}).click()
    await toast('Published')
    const dialog = await openDialog('Kill …')
    await dialog.getByLabel('Reason').fill('The quote was made up')
    await dialog.getByLabel('What readers are told').fill('We withdrew this story: it was wrong.')
    await desk.screenshot('24-kill')
    expect(await findBarriers(page, '[data-ui="DialogCard"]')).toEqual([])
    await dialog.getByRole('button', {name: 'Kill', exact: true}).click()
    await toast('Killed')
    await desk.screenshot('25-killed')
    const [read] = await anonymous()

    expect(
      Object.keys(read)
        .filter((name) => !name.startsWith('_'))
        .toSorted(),
    ).toEqual(['contentUpdatedAt', 'firstPublishedAt', 'kill', 'pubStatus', 'publishedAt', 'slug'])
    expect(read.kill.readerText).toBe('We withdrew this story: it was wrong.')
  })

  test('it comes back only with a reason', async () => {
    const dialog = await openDialog('Bring back …')
    await dialog.getByRole('button', {name: 'Bring back', exact: true}).click()
    await dialog.getByRole('alert').waitFor()
    await dialog.getByLabel('Reason').fill('The speaker confirmed it')
    await dialog.getByRole('button', {name: 'Bring back', exact: true}).click()
    await toast('Its text is back as a draft')
    await page.getByTestId('field-headline').locator('textarea', {hasText: headline}).waitFor()
    await desk.screenshot('26-brought-back')

    expect(await anonymous()).toMatchObject([{pubStatus: 'canceled'}])
  })

  test('the desk stayed on the machine, within what the lake knows, and without errors', () => {
    expect(desk.faults).toEqual([])
  })
})
