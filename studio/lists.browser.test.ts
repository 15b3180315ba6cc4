import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {findChromium} from './testing/chromium.ts'
import {findBarriers} from './testing/find-barriers.ts'
import {harbourArticle} from './testing/harbour-article.ts'
import type {DeskPage} from './testing/open-desk-page.ts'
import {type Newsroom, openNewsroom} from './testing/open-newsroom.ts'

describe.skipIf(findChromium() === undefined)('The lists of articles', () => {
  let newsroom: Newsroom
  let desk: DeskPage
  let page: Page

  const openList = (name: string) => page.getByRole('link', {name, exact: true}).click()
  const list = () => page.getByTestId('article-list')
  const items = () => list().getByRole('listitem')
  const status = () => list().getByRole('status')

  beforeAll(async () => {
    newsroom = await openNewsroom()
    desk = await newsroom.openDesk()
    page = desk.page
  })

  afterAll(() => newsroom?.close())

  test('an empty list says what to do next', async () => {
    await openList('Needs a person')
    await list().getByText('Nothing needs a decision').waitFor()
    await openList('Incoming')
    const hint = list().getByText(/npx wiredesk import/u)
    await hint.waitFor()
    await desk.screenshot('20-empty-list')

    expect(await items().count()).toBe(0)
  })

  test('an import shows up in the open list, without a reload', async () => {
    await newsroom.wiredesk('import', 'samples')
    await status().getByText('13 articles').waitFor()
    await desk.screenshot('21-incoming')

    expect(await items().count()).toBe(13)
  })

  test('a word of a headline finds its article in Incoming', async () => {
    await page.getByLabel('Search in Incoming').fill('night bus')
    await status().getByText('1 article').waitFor()

    expect(await items().allInnerTexts()).toEqual([
      expect.stringContaining('Night buses cut accidents'),
    ])
  })

  test('words that nothing here has say so', async () => {
    await page.getByLabel('Search in Incoming').fill('zeppelin')
    await list().getByText('No article here has these words').waitFor()
    await page.getByLabel('Search in Incoming').fill('')
    await status().getByText('13 articles').waitFor()

    expect(await items().count()).toBe(13)
  })

  test('a wire source narrows the list', async () => {
    await page.getByLabel('Wire source').selectOption({label: 'Reuters'})
    await status()
      .getByText(/^[1-9] articles?$/u)
      .waitFor()
    const texts = await items().allInnerTexts()
    await desk.screenshot('22-by-wire-source')
    await page.getByLabel('Wire source').selectOption('')
    await status().getByText('13 articles').waitFor()

    expect(texts.filter((text) => !text.toUpperCase().includes('REUTERS'))).toEqual([])
  })

  test('keys alone lead from the search to an article and open it', async () => {
    await page.getByLabel('Search in Incoming').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    const first = await items().first().getByRole('link').innerText()
    const focused = await page.evaluate(() =>
      document.activeElement instanceof HTMLElement ? document.activeElement.innerText : '',
    )
    await page.keyboard.press('Enter')
    await list().locator('a[aria-current="page"]').waitFor()
    await page.getByTestId('field-headline').waitFor()
    await desk.screenshot('23-opened-by-keys')

    expect(focused).toBe(first)
  })

  test('another list shows nothing of the one before', async () => {
    await page.getByLabel('Search in Incoming').fill('night bus')
    await status().getByText('1 article').waitFor()
    await openList('Ready')
    await list().getByText('Nothing is ready').waitFor()

    expect(await items().count()).toBe(0)
    expect(await page.getByLabel('Search in Ready').inputValue()).toBe('')
  })

  test('a ready article that breaks a rule needs a person until it is mended', async () => {
    await newsroom.editor.create({...harbourArticle, _id: 'drafts.article-pilots'})
    await newsroom.editor.create({
      _id: 'record.article-pilots',
      _type: 'articleRecord',
      article: {_type: 'reference', _ref: 'article-pilots', _weak: true},
      workflowState: 'ready',
    })
    await openList('Ready')
    const pilots = items().filter({hasText: 'Harbour pilots'})
    await pilots.waitFor()
    await openList('Needs a person')
    await items().filter({hasText: 'doubt'}).first().waitFor()
    const whole = await pilots.count()

    await newsroom.editor
      .patch('drafts.article-pilots')
      .set({headline: 'Harbour pilots return to work.'})
      .commit()
    await pilots.waitFor()
    const said = await pilots.innerText()
    await desk.screenshot('26-breaks-a-rule')
    const barriers = await findBarriers(page, '[data-testid="article-list"]')
    await openList('Ready')
    await pilots.getByText('Breaks a rule').waitFor()
    await openList('Needs a person')
    await pilots.waitFor()

    await newsroom.editor
      .patch('drafts.article-pilots')
      .set({headline: 'Harbour pilots return to work'})
      .commit()
    await pilots.waitFor({state: 'detached'})

    expect(whole).toBe(0)
    expect(said).toContain('Breaks a rule')
    expect(said).toContain('full stop')
    expect(barriers).toEqual([])
  })

  test.for([
    ['Needs a person', /doubt/u],
    ['Embargoed', /Embargo/u],
    ['Killed', /Kill/u],
    ['All articles', /Small harbours are worth their dredging[^]*Incoming/u],
  ] as const)('the list "%s" has what belongs there', async ([name, words]) => {
    await openList(name)
    await items().filter({hasText: words}).first().waitFor()
    await desk.screenshot(`24-${name.toLowerCase().replaceAll(' ', '-')}`)

    expect(await items().filter({hasText: words}).count()).toBeGreaterThan(0)
  })

  test.for(['Incoming', 'Needs a person', 'Ready', 'All articles'] as const)(
    'axe finds no barrier in the list "%s"',
    async (name) => {
      await openList(name)
      await list().getByLabel(`Search in ${name}`).waitFor()

      expect(await findBarriers(page, '[data-testid="article-list"]')).toEqual([])
    },
  )

  test('nothing in the lists moves for one who wants no motion', async () => {
    const moving = await list().evaluate(
      (element) =>
        element.getAnimations({subtree: true}).filter(({playState}) => playState === 'running')
          .length,
    )

    expect(moving).toBe(0)
  })

  test('a publication opens with the house rules that hold for it', async () => {
    await openList('Publications')
    await page.getByRole('link', {name: /The Harbour Herald/u}).click()
    await page.getByRole('link', {name: 'House rules'}).last().click()
    await page.getByRole('link', {name: /Add as an interest/u}).waitFor()
    await desk.screenshot('25-house-rules-of-a-publication')

    expect(await page.getByRole('link', {name: /Add as an interest/u}).count()).toBe(1)
  })

  test('an import run says what became of its texts, and leads to their articles', async () => {
    await openList('Import runs')
    await page
      .getByRole('link', {name: /created/u})
      .first()
      .click()
    const receipt = page.getByRole('region', {name: 'What became of each text'})
    await receipt.getByRole('listitem').first().waitFor()
    await desk.screenshot('27-receipt-of-an-import-run')
    const first = receipt.getByRole('link').first()
    const headline = await first.innerText()
    await first.click()
    await page.getByTestId('field-headline').locator('textarea', {hasText: headline}).waitFor()

    expect(headline).not.toBe('')
  })

  test('the desk stayed on the machine, within what the lake knows, and without errors', () => {
    expect(desk.faults).toEqual([])
  })
})
