import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {articleBySlugQuery} from '../queries/article.ts'
import {findChromium} from './testing/chromium.ts'
import type {DeskPage} from './testing/open-desk-page.ts'
import {type Newsroom, openNewsroom} from './testing/open-newsroom.ts'

const headline = 'Ferry talks resume as islands wait for winter sailings'
const slug = 'ferry-talks-resume-as-islands-wait-for-winter-sailings'

describe.skipIf(findChromium() === undefined)('The main job', () => {
  let newsroom: Newsroom
  let desk: DeskPage
  let page: Page

  const sourceCopy = () => page.getByRole('list', {name: 'Text as received'})
  const publishButton = () => page.getByRole('button', {name: 'Publish', exact: true})

  beforeAll(async () => {
    newsroom = await openNewsroom()
    await newsroom.wiredesk('import', 'samples/harbour-ferry-talks.txt')
    desk = await newsroom.openDesk()
    page = desk.page
  })

  afterAll(() => newsroom?.close())

  test('an imported text stands in Incoming, with no headline made up', async () => {
    await page.getByRole('link', {name: 'Incoming'}).click()
    const item = page.getByRole('link', {name: /No headline: Northern Isles ferry crews/u})
    await item.waitFor()
    await desk.screenshot('1-incoming')
    await item.click()
    await sourceCopy().waitFor()
    const mark = page.locator('[data-provenance="headline"] [data-ui="Badge"]')
    await mark.waitFor()
    await desk.screenshot('2-article-and-source')

    expect(await mark.innerText()).toBe('Not in source')
  })

  test('the source view accounts for the whole text', async () => {
    const links = await sourceCopy().getByRole('link').allTextContents()

    expect(links.map((text) => text.slice(0, text.indexOf(':')))).toEqual([
      'Key point 1',
      'Key point 2',
      'Paragraph 1',
      'Paragraph 2',
      'Paragraph 3',
      'Paragraph 4',
      'Paragraph 5',
      'Paragraph 6',
      'Paragraph 7',
      'Wire credit',
    ])
    expect(await sourceCopy().locator('del').allTextContents()).toEqual([
      'The Harbour Herald is now on Signal!',
      'For a briefing on working days and long reads on Sundays. Join',
    ])
  })

  test('a stretch of the source leads to its field', async () => {
    await sourceCopy()
      .getByRole('link', {name: /^Paragraph 3:/u})
      .focus()
    await page.keyboard.press('Enter')
    await page.getByTestId('field-body').locator('[contenteditable]:focus').waitFor()
    await desk.screenshot('3-from-the-source-to-its-paragraph')

    expect(await sourceCopy().locator('a[aria-current]').allTextContents()).toEqual([
      expect.stringMatching(/^Paragraph 3: Ms Corrado told reporters/u),
    ])
  })

  test('publishing is refused with a list that leads to the fields', async () => {
    await publishButton().click()
    const errors = page.getByRole('region', {name: 'To be fixed before it can go out'})
    await errors.waitFor()
    await desk.screenshot('4-publishing-refused')
    const listed = await errors.getByRole('button').allInnerTexts()
    await errors.getByRole('button', {name: /no headline/u}).click()
    await page.getByTestId('field-headline').locator('textarea:focus').waitFor()

    expect(listed).toEqual([
      'The story has no headline: the source gave none, write one\nHeadline',
      'The story has no slug: generate one from the headline\nSlug',
    ])
  })

  test('the headline is typed and the slug generated', async () => {
    await page.keyboard.type(headline)
    const mark = page.locator('[data-provenance="headline"] [data-ui="Badge"]')
    await mark.getByText('Typed').waitFor()
    await publishButton().click()
    await page
      .getByRole('dialog')
      .getByRole('button', {name: /no slug/u})
      .click()
    const slugField = page.getByTestId('field-slug')
    await slugField.getByRole('button', {name: 'Generate'}).click()
    await slugField.locator(`input[value="${slug}"]`).waitFor()
    await desk.screenshot('5-slug')

    expect(await slugField.locator('input').inputValue()).toBe(slug)
  })

  test('it goes out after a look at the warnings, and leaves the lists of work', async () => {
    await publishButton().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Publish with these warnings?').waitFor()
    await desk.screenshot('6-warnings')
    await dialog.getByRole('button', {name: 'Publish', exact: true}).click()
    await page.locator('[data-ui="Toast"]').getByText('Published').waitFor()
    await page.getByRole('link', {name: 'Published', exact: true}).click()
    await page.getByRole('link', {name: headline}).waitFor()
    await desk.screenshot('7-published')
    await page.getByRole('link', {name: 'Incoming'}).click()
    await page.getByText('Nothing is waiting').waitFor()

    expect(await page.getByRole('link', {name: headline}).count()).toBe(0)
  })

  test('a frontend reads it without a token', async () => {
    const now = new Date().toISOString()
    const article = await newsroom.anonymous.fetch(articleBySlugQuery, {slug, now})

    expect(article).toEqual(publishedArticle)
  })

  test('the desk stayed on the machine, within what the lake knows, and without errors', () => {
    expect(desk.faults).toEqual([])
  })
})

const instant = expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/u)

/** What `articleBySlugQuery` answers once the sample is out. */
const publishedArticle = {
  _id: 'article-2618de00f166dfef39ce',
  slug,
  pubStatus: 'usable',
  headline,
  headlineShort: null,
  headlineSeo: null,
  kicker: null,
  standfirst: null,
  keyPoints: [
    {
      _key: '2618de-k1',
      text: 'Island councils say they expect a new ferry contract before winter',
    },
    {
      _key: '2618de-k2',
      text: 'Unions will meet the operator again on Friday at a place still to be named',
    },
  ],
  bylines: null,
  bylineOverride: null,
  wireCredits: [
    {
      _key: '2618de-c1',
      relation: 'sole',
      position: 'end',
      name: 'REUTERS',
      sourceCode: 'reuters',
    },
  ],
  dateline: null,
  usageTerms: null,
  copyrightNotice: null,
  copyrightHolder: null,
  syndication: null,
  leadImage: null,
  body: [
    block(1, [
      ['Northern', ['leadIn']],
      [
        ' Isles ferry crews and their operator met on Wednesday for a second round of talks that islanders hope will end six weeks of cancelled sailings in exchange for longer rest between shifts.',
        [],
      ],
    ]),
    paragraph(
      2,
      "Ms Ines Corrado, who speaks for the crews, and the operator's managing director, Mr Dougal Pryce, shook hands on the quay at Stennet before going in together.",
    ),
    paragraph(
      3,
      'Ms Corrado told reporters that she thought the day would go well; asked whether the crews were giving up their demand for a tenth rest day, she said "no".',
    ),
    paragraph(
      4,
      'At their first meeting in August, both sides promised to keep the morning sailing to the hospital on the main island, but little else was agreed.',
    ),
    paragraph(
      5,
      '"We are closer than we were," Mr Pryce said. "I would not have put on a tie otherwise."',
    ),
    paragraph(
      6,
      'On Friday, the two sides will go through the winter timetable line by line, the operator said.',
    ),
    paragraph(
      7,
      'About 4,100 people live on the four islands, and the ferry carries nine-tenths of what they eat. The last strike, 11 years ago, ended after the army brought in flour.',
    ),
  ],
  authorNote: null,
  readerNote: null,
  publication: null,
  section: null,
  topics: null,
  genre: null,
  language: null,
  urgency: null,
  firstPublishedAt: instant,
  publishedAt: instant,
  contentUpdatedAt: instant,
  corrections: null,
  updateOf: null,
}

function paragraph(place: number, text: string) {
  return block(place, [[text, []]])
}

function block(place: number, spans: readonly (readonly [text: string, marks: string[]])[]) {
  const key = `2618de-b${place}`
  return {
    _key: key,
    _type: 'block',
    style: 'normal',
    markDefs: [],
    children: spans.map(([text, marks], index) => ({
      _key: `${key}s${index}`,
      _type: 'span',
      text,
      marks,
    })),
  }
}
