import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {findChromium} from './testing/chromium.ts'
import {findBarriers} from './testing/find-barriers.ts'
import type {DeskPage} from './testing/open-desk-page.ts'
import {type Newsroom, openNewsroom} from './testing/open-newsroom.ts'

describe.skipIf(findChromium() === undefined)('Headline and key points', () => {
  let newsroom: Newsroom
  let desk: DeskPage
  let page: Page

  const points = () => page.getByRole('list', {name: 'Key points'})
  const keyPoint = (number: number) => points().getByLabel(`Key point ${number} of 2`)
  const focused = (number: number) => keyPoint(number).and(page.locator(':focus'))

  beforeAll(async () => {
    newsroom = await openNewsroom()
    await newsroom.wiredesk('import', 'samples/harbour-ferry-talks.txt')
    desk = await newsroom.openDesk()
    page = desk.page
    await page.getByRole('link', {name: 'Incoming'}).click()
    await page.getByRole('link', {name: /Northern Isles ferry crews/u}).click()
    await keyPoint(1).waitFor()
  })

  afterAll(() => newsroom?.close())

  test('a headline is counted, and one that is too long says so in words', async () => {
    const headline = page.getByTestId('field-headline')
    await headline.locator('textarea').fill('Ferry talks resume')
    await headline.getByText('18 of 110 characters', {exact: true}).waitFor()
    await headline.locator('textarea').fill('Ferry talks resume '.repeat(6).trim())
    await headline.getByText('113 of 110 characters, 3 too many').first().waitFor()
    await desk.screenshot('heads-1-counter')

    expect(await headline.locator('[aria-live="polite"]').allInnerTexts()).toEqual([
      'Too long: 113 of 110 characters, 3 too many',
    ])
  })

  test('a headline is shown whole, and takes no line ends from what is pasted', async () => {
    const headline = page.getByTestId('field-headline').locator('textarea')
    await headline.fill('')
    await page.keyboard.insertText('Ferry talks resume\nas islands wait for\n')
    await page.keyboard.press('Enter')
    await page.keyboard.type(' winter sailings and for flour from the mainland')

    expect(await headline.inputValue()).toBe(
      'Ferry talks resume as islands wait for winter sailings and for flour from the mainland',
    )
    expect(
      await headline.evaluate(({clientHeight, scrollHeight}) => scrollHeight - clientHeight),
    ).toBe(0)
  })

  test('a key point is moved with Alt and an arrow, and keeps the cursor', async () => {
    const first = await keyPoint(1).inputValue()
    await keyPoint(1).focus()
    await page.keyboard.press('Alt+ArrowDown')
    await focused(2).waitFor()
    const moved = await focused(2).inputValue()
    await page.keyboard.press('Alt+ArrowUp')
    await focused(1).waitFor()

    expect([moved, await focused(1).inputValue()]).toEqual([first, first])
    expect(await page.getByText('Key point 2 is now 1 of 2').count()).toBe(1)
  })

  test('what is typed right before a move goes along', async () => {
    const first = await keyPoint(1).inputValue()
    await keyPoint(1).focus()
    await keyPoint(1).press('Control+End')
    // One after the other in the same moment, quicker than the form is drawn
    await keyPoint(1).evaluate((input) => {
      document.execCommand('insertText', false, '!')
      input.dispatchEvent(
        new KeyboardEvent('keydown', {key: 'ArrowDown', altKey: true, bubbles: true}),
      )
    })
    await focused(2).waitFor()
    const moved = await keyPoint(2).inputValue()
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Alt+ArrowUp')
    await focused(1).waitFor()

    expect([moved, await focused(1).inputValue()]).toEqual([`${first}!`, first])
  })

  test('a key point is flagged when the paragraph that bears it out changes', async () => {
    await points().getByText('Not linked to a paragraph').first().click()
    await points().getByRole('checkbox', {name: /^2\./u}).first().check()
    await points().getByText('Borne out by paragraph 2').waitFor()
    await page.getByRole('tab', {name: 'All fields'}).click()
    await page
      .getByRole('list', {name: 'Text as received'})
      .getByRole('link', {name: /^Paragraph 2:/u})
      .focus()
    await page.keyboard.press('Enter')
    await page.getByTestId('field-body').locator('[contenteditable="true"]:focus').waitFor()
    await page.keyboard.type('Nobody said: ')
    await page.getByRole('tab', {name: 'Heads'}).click()
    await points().getByText('The paragraph that bears this key point out has changed').waitFor()
    await points().scrollIntoViewIfNeeded()
    await desk.screenshot('heads-2-key-points')

    await expect
      .poll(() => newsroom.query('{"supports": *[_type == "article"][0].keyPoints[0].supports}'))
      .toEqual({supports: [expect.stringMatching(/-b2$/u)]})
  })

  test('Enter begins the next key point, Backspace takes the empty one away', async () => {
    await keyPoint(2).focus()
    await page.keyboard.press('Enter')
    await points().locator('textarea[aria-label="Key point 3 of 3"]:focus').waitFor()
    await page.keyboard.press('Backspace')
    await points().locator('textarea[aria-label="Key point 2 of 2"]:focus').waitFor()

    expect(await points().getByRole('listitem').count()).toBe(2)
  })

  test('axe finds nothing wrong with the key points and the counters', async () => {
    expect(await findBarriers(page, '[data-desk-input], [data-length-counter]')).toEqual([])
  })

  test('the desk stayed on the machine, within what the lake knows, and without errors', () => {
    expect(desk.faults).toEqual([])
  })
})
