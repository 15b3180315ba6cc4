import type {Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {findChromium} from './testing/chromium.ts'
import type {DeskPage} from './testing/open-desk-page.ts'
import {type Newsroom, openNewsroom} from './testing/open-newsroom.ts'

const headline = 'Ferry crews and islands wait for Friday'

describe.skipIf(findChromium() === undefined)('The desk without a mouse', () => {
  let newsroom: Newsroom
  let desk: DeskPage
  let page: Page
  const unseen: string[] = []

  beforeAll(async () => {
    newsroom = await openNewsroom()
    await newsroom.wiredesk('import', 'samples/harbour-ferry-talks.txt')
    desk = await newsroom.openDesk()
    page = desk.page
  })

  afterAll(() => newsroom?.close())

  /** Goes on with Tab until the element has the focus; one that nobody would see there is noted. */
  async function tabTo(wanted: Locator): Promise<void> {
    await wanted.first().waitFor()
    for (let presses = 0; presses < 120; presses++) {
      if (await wanted.first().evaluate((element) => element === document.activeElement)) {
        if (!(await wanted.first().evaluate(showsFocus))) unseen.push(String(wanted))
        return
      }
      await page.keyboard.press('Tab')
    }
    throw new Error(`Cannot reach ${String(wanted)} with Tab`)
  }

  test('a list and its first article are opened', async () => {
    await page.getByRole('link', {name: 'Incoming'}).waitFor()
    await tabTo(page.locator('[aria-activedescendant]'))
    await page.keyboard.press('Enter')
    await tabTo(page.getByTestId('article-list').getByRole('link', {name: /Northern Isles/u}))
    await page.keyboard.press('Enter')
    await page.getByTestId('field-headline').waitFor()
    await page.getByRole('list', {name: 'Text as received'}).waitFor()

    expect(await page.getByRole('link', {name: /^Paragraph 1:/u}).count()).toBe(1)
  })

  test('the headline is written and the slug made from it', async () => {
    await tabTo(page.getByTestId('field-headline').locator('textarea'))
    await page.keyboard.type(headline)
    await tabTo(page.getByRole('button', {name: 'Publish', exact: true}))
    await page.keyboard.press('Enter')
    await tabTo(page.getByRole('dialog').getByRole('button', {name: /no slug/u}))
    await page.keyboard.press('Enter')
    await tabTo(page.getByTestId('field-slug').getByRole('button', {name: 'Generate'}))
    await page.keyboard.press('Enter')
    const mark = page.locator('[data-provenance="slug"]').getByText('Derived')
    await mark.waitFor()
    await desk.screenshot('keyboard-1-slug')

    expect(await mark.count()).toBe(1)
  })

  test('it is published', async () => {
    await tabTo(page.getByRole('button', {name: 'Publish', exact: true}))
    await page.keyboard.press('Enter')
    await tabTo(page.getByRole('dialog').getByRole('button', {name: 'Publish', exact: true}))
    await desk.screenshot('keyboard-2-publish')
    await page.keyboard.press('Enter')
    await page.locator('[data-ui="Toast"]').getByText('Published').waitFor()

    expect(await newsroom.anonymous.fetch('*[_type == "article"].headline')).toEqual([headline])
  })

  test('the focus was seen at every stop', () => {
    expect(unseen).toEqual([])
  })

  test('little jumped on the way: what web vitals call good', async () => {
    const shifts = (await desk.layoutShifts()).map((shift) => Number.parseFloat(shift))

    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.1)
  })

  test('the desk stayed on the machine, within what the lake knows, and without errors', () => {
    expect(desk.faults).toEqual([])
  })
})

/** Whether an outline or a ring is drawn at the element that has the focus, or beside it: Sanity draws it on the frame of an input. */
function showsFocus(element: Element): boolean {
  const around = [element, ...(element.parentElement?.querySelectorAll('*') ?? [])]
  return around
    .flatMap((part) =>
      [undefined, '::before', '::after'].map((pseudo) => getComputedStyle(part, pseudo)),
    )
    .some(
      ({outlineStyle, outlineWidth, boxShadow}) =>
        (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
    )
}
