import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {articlePreviewQuery} from '../queries/article-preview.ts'
import {newsArticleData} from '../queries/print/search-data.ts'
import type {ArticlePreviewQueryResult} from '../queries/query-types.generated.ts'
import {findChromium} from './testing/chromium.ts'
import {findBarriers} from './testing/find-barriers.ts'
import type {DeskPage} from './testing/open-desk-page.ts'
import {type Newsroom, openNewsroom} from './testing/open-newsroom.ts'

const article = 'article-lighthouse'

describe.skipIf(findChromium() === undefined)('The preview', () => {
  let newsroom: Newsroom
  let desk: DeskPage
  let page: Page

  const paper = () => page.getByTestId('reader-preview').locator('article')

  beforeAll(async () => {
    newsroom = await openNewsroom()
    await newsroom.editor.create({
      _id: 'publication-herald',
      _type: 'publication',
      name: 'Harbour Herald',
      code: 'herald',
      timeZone: 'Europe/London',
      leadInPolicy: 'capitals',
      endCreditPolicy: 'parentheses',
    })
    await newsroom.editor.create({
      _id: article,
      _type: 'article',
      headline: 'Lighthouse lamp burns again',
      standfirst: 'Keepers say the new lens will outlive them.',
      slug: {_type: 'slug', current: 'lighthouse-lamp'},
      pubStatus: 'usable',
      publication: {_type: 'reference', _ref: 'publication-herald'},
      publishedAt: '2026-11-20T08:00:00.000Z',
      keyPoints: [
        {_key: 'k1', _type: 'keyPoint', text: 'The lamp was out for nine nights'},
        {_key: 'k2', _type: 'keyPoint', text: 'Fishermen had steered by phone'},
      ],
      bylines: [
        {
          _key: 'y1',
          _type: 'byline',
          role: 'by',
          nameAsWritten: 'Ann Lee',
          locationText: 'Stennet',
        },
      ],
      wireCredits: [{_key: 'c1', _type: 'wireCredit', relation: 'sole', nameAsWritten: 'Reuters'}],
      body: [
        {
          _key: 'b1',
          _type: 'block',
          style: 'normal',
          markDefs: [],
          children: [
            {_key: 's1', _type: 'span', marks: ['leadIn'], text: 'The lamp'},
            {_key: 's2', _type: 'span', marks: [], text: ' was lit at dusk.'},
          ],
        },
      ],
      corrections: [
        {
          _key: 'r1',
          _type: 'correction',
          type: 'correction',
          severity: 'minor',
          at: '2026-11-21T08:00:00.000Z',
          text: 'An earlier version said ten nights. It is nine.',
        },
      ],
    })
    desk = await newsroom.openDesk()
    page = desk.page
    await page.getByRole('link', {name: 'Published', exact: true}).click()
    await page.getByRole('link', {name: /Lighthouse lamp/u}).click()
    await page.getByTestId('field-headline').waitFor()
  })

  afterAll(() => newsroom?.close())

  test('an article stands beside its form as it will be printed', async () => {
    await page.getByRole('button', {name: 'As readers see it'}).click()
    await paper().waitFor()
    await desk.screenshot('30-preview-phone')

    expect((await paper().innerText()).split('\n').filter((line) => line !== '')).toEqual([
      'Lighthouse lamp burns again',
      'Keepers say the new lens will outlive them.',
      'The lamp was out for nine nights',
      'Fishermen had steered by phone',
      'By Ann Lee in Stennet',
      'THE LAMP was lit at dusk.',
      '(Reuters)',
      'Correction, 21 November 2026: An earlier version said ten nights. It is nine.',
    ])
    expect(await findBarriers(page, '[data-testid="reader-preview"]')).toEqual([])
  })

  test('it follows what is typed, at the width of a phone or of a desktop', async () => {
    await page.getByTestId('field-headline').locator('textarea').fill('Lamp of the lighthouse lit')
    await paper().getByRole('heading', {name: 'Lamp of the lighthouse lit'}).waitFor()
    await page.getByRole('button', {name: 'Desktop'}).click()
    await desk.screenshot('31-preview-desktop')
    const screen = page.getByTestId('reader-preview')

    expect(await paper().getAttribute('data-width')).toBe('1024')
    expect(await screen.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(
      true,
    )
  })

  test('what search engines and shared links show is what the frontend makes of it', async () => {
    const shown = page.getByRole('region', {name: 'Search and shared links'})
    await shown.getByText('Structured data (JSON-LD)').click()
    const data: unknown = JSON.parse(await shown.locator('pre').innerText())
    const printed = await newsroom.editor
      .withConfig({perspective: 'drafts'})
      .fetch<ArticlePreviewQueryResult>(articlePreviewQuery, {
        id: article,
        now: new Date().toISOString(),
      })
    if (printed?.pubStatus !== 'usable') throw new Error('The story is not there')

    expect(data).toEqual(JSON.parse(JSON.stringify(newsArticleData(printed, '/lighthouse-lamp'))))
    expect(await shown.innerText()).toContain('Keepers say the new lens will outlive them.')
  })

  test('an embargo is said above the page, on the clock of the sender', async () => {
    await newsroom.editor
      .patch(`drafts.${article}`)
      .set({
        embargo: {
          _type: 'embargo',
          active: true,
          until: '2099-11-30T06:00:00Z',
          timeZone: 'Europe/Oslo',
        },
      })
      .commit()
    const note = page.getByTestId('reader-preview').getByRole('note')
    await note.waitFor()
    await desk.screenshot('32-preview-under-embargo')

    expect(await note.innerText()).toBe(
      'Under embargo: readers get it after Monday, 30 November 2099 at 07:00 CET (Europe/Oslo).',
    )
  })

  test('the desk stayed on the machine, within what the lake knows, and without errors', () => {
    expect(desk.faults).toEqual([])
  })
})
