import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {findChromium} from './testing/chromium.ts'
import type {DeskPage} from './testing/open-desk-page.ts'
import {type Newsroom, openNewsroom} from './testing/open-newsroom.ts'

const settlement = `{
  "finding": findings[0].state,
  "resolution": resolutions[0]{kind, note, by}
}`
const promo = 'Also read: How the flood of 2018 changed the river'

describe.skipIf(findChromium() === undefined)('The work in the source view', () => {
  let newsroom: Newsroom
  let desk: DeskPage
  let page: Page

  const sourceCopy = () => page.getByRole('list', {name: 'Text as received'})
  const bodyEditor = () => page.getByTestId('field-body').locator('[contenteditable="true"]')

  beforeAll(async () => {
    newsroom = await openNewsroom()
    await newsroom.wiredesk(
      'import',
      'samples/border-town-hospital-pti.txt',
      'samples/health-talks-in-doubt.txt',
      'samples/university-study-embargo.txt',
    )
    desk = await newsroom.openDesk()
    page = desk.page
    await page.getByRole('link', {name: 'Incoming'}).click()
    await page.getByRole('link', {name: /hospital/iu}).click()
    await sourceCopy().waitFor()
  })

  afterAll(() => newsroom?.close())

  test('a removed line is put back with a key, between the paragraphs around it', async () => {
    await sourceCopy().getByRole('button', {name: 'Put it back'}).focus()
    await desk.screenshot('source-1-before-put-back')
    await page.keyboard.press('p')
    await sourceCopy().getByRole('button', {name: 'Take it out again'}).waitFor()
    await sourceCopy()
      .getByRole('link', {name: `Put back: ${promo}`})
      .focus()
    await page.keyboard.press('Enter')
    await bodyEditor().getByText(promo).waitFor()
    await desk.screenshot('source-2-put-back')

    expect(await newsroom.query(putBackQuery)).toEqual({
      body: [
        expect.stringMatching(/^The district hospital/u),
        expect.stringMatching(/^Sixty of its 200 beds/u),
        promo,
        expect.stringMatching(/^"We will begin/u),
        expect.stringMatching(/^The state has set aside/u),
      ],
      resolution: {kind: 'putBack', by: 'Administrator'},
      putBacks: 1,
    })
  })

  test('the editor takes it out again, and nothing of it is left', async () => {
    await sourceCopy().getByRole('button', {name: 'Take it out again'}).click()
    await sourceCopy().getByRole('button', {name: 'Put it back'}).waitFor()
    await bodyEditor().getByText(promo).waitFor({state: 'detached'})

    expect(await newsroom.query(putBackQuery)).toEqual({
      body: [
        expect.stringMatching(/^The district hospital/u),
        expect.stringMatching(/^Sixty of its 200 beds/u),
        expect.stringMatching(/^"We will begin/u),
        expect.stringMatching(/^The state has set aside/u),
      ],
      resolution: null,
      putBacks: 0,
    })
  })

  test('the cursor in a paragraph leads to the word in the source, and back', async () => {
    const second = sourceCopy().getByRole('link', {name: /^Paragraph 2:/u})
    await second.click({position: {x: 120, y: 8}})
    await bodyEditor().and(page.locator(':focus')).waitFor()
    const word = await page.evaluate(() => String(document.getSelection()))
    const highlighted = await page.evaluate(highlightedText)
    await page.keyboard.press('Control+Alt+s')
    await second.and(page.locator(':focus')).waitFor()
    await desk.screenshot('source-3-word')
    await page.keyboard.press('Enter')
    await bodyEditor().and(page.locator(':focus')).waitFor()

    expect(word).toMatch(/^\S+$/u)
    expect(highlighted).toContain(word)
    await page.waitForFunction((same) => String(document.getSelection()) === same, word)
  })

  test('the share of the wire falls as a paragraph is rewritten', async () => {
    const row = sourceCopy().getByRole('listitem').filter({hasText: 'Paragraph 2'})
    await row.getByText('100% wire').waitFor()
    await page.keyboard.type('Nobody')
    await row.getByText('100% wire').waitFor({state: 'detached'})
    await desk.screenshot('source-4-share')

    expect(await row.innerText()).toMatch(/\b9\d%/u)
  })

  test('a doubt is answered with one key, and the answer stands in the text', async () => {
    await page.getByRole('link', {name: /Health officials/u}).click()
    const doubt = page.getByRole('group', {name: /WHO/u})
    await doubt.focus()
    await desk.screenshot('source-5-doubt')
    await page.keyboard.press('3')
    await doubt.waitFor({state: 'detached'})
    await page.getByText('1 doubt settled').click()
    await page.getByRole('button', {name: 'Ask again'}).waitFor()
    await desk.screenshot('source-6-settled')

    expect(await newsroom.query(doubtQuery)).toEqual({
      text: expect.stringMatching(/^who pays for the list/u),
      finding: 'resolved',
      resolution: {kind: 'accepted', note: 'who', by: 'Administrator'},
    })
  })

  test('a doubt that is asked again can be left as it was read', async () => {
    await page.getByRole('button', {name: 'Ask again'}).click()
    await page.getByRole('group', {name: /WHO/u}).focus()
    await page.keyboard.press('Escape')
    await page.getByText('1 doubt settled').waitFor()

    expect(await newsroom.query(doubtQuery)).toMatchObject({
      finding: 'dismissed',
      resolution: {kind: 'dismissed', note: null},
    })
  })

  test('an embargo in doubt opens its end, and is settled only when that is set', async () => {
    await page.getByRole('link', {name: /Night buses/u}).click()
    const doubt = page.getByRole('group', {name: /under embargo/u})
    await doubt.focus()
    await page.keyboard.press('1')
    const end = page.getByTestId('field-embargo.until').getByRole('textbox')
    await end.and(page.locator(':focus')).waitFor()
    await desk.screenshot('source-7-embargo-in-doubt')

    expect(await newsroom.query(embargoQuery)).toEqual({finding: 'open', resolution: null})

    await end.fill('2099-11-27 06:00')
    await page.keyboard.press('Tab')
    await doubt.getByText(/^1.*it lifts on Friday, 27 November 2099 at 06:00/u).waitFor()
    await doubt.focus()
    await page.keyboard.press('1')
    await doubt.waitFor({state: 'detached'})

    expect(await newsroom.query(embargoQuery)).toEqual({
      finding: 'resolved',
      resolution: {kind: 'accepted', note: 'set the end of the embargo', by: 'Administrator'},
    })
  })

  test('the time of receipt has its zone', async () => {
    expect(await page.getByText(/^Received|· Received/u).innerText()).toMatch(
      /\d\d:\d\d (?:GMT|BST)/u,
    )
  })

  test('the desk stayed on the machine, within what the lake knows, and without errors', () => {
    expect(desk.faults).toEqual([])
  })
})

const putBackQuery = `{
  "body": *[_type == "article" && headline match "hospital"][0].body[].children[0].text,
  "resolution": *[_type == "articleRecord" && count(resolutions) > 0][0].resolutions[0]{kind, by},
  "putBacks": *[_id == "rule.read-more"][0].putBacks
}`

const doubtQuery = `{
  "text": *[_type == "article" && headline match "medicines"][0].body[0].children[0].text,
  ...*[_type == "articleRecord" && findings[0].code == "lead-in-case"][0]${settlement}
}`

const embargoQuery = `*[_type == "articleRecord" && findings[0].code == "embargo-not-understood"][0]${settlement}`

function highlightedText(): string {
  const [range] = CSS.highlights.get('source-word') ?? []
  return range instanceof Range ? String(range) : ''
}
