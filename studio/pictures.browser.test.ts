import {createImageUrlBuilder} from '@sanity/image-url'
import type {Page} from 'playwright-core'
import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {articleBySlugQuery} from '../queries/article.ts'
import {pictureUrl} from '../queries/print/picture-url.ts'
import {findChromium} from './testing/chromium.ts'
import {harbourArticle} from './testing/harbour-article.ts'
import type {DeskPage} from './testing/open-desk-page.ts'
import {type Newsroom, openNewsroom} from './testing/open-newsroom.ts'

describe.skipIf(findChromium() === undefined)('Pictures', () => {
  let newsroom: Newsroom
  let desk: DeskPage
  let page: Page
  let picture: Buffer

  const errors = () => page.getByRole('region', {name: 'To be fixed before it can go out'})
  const publish = () => page.getByRole('button', {name: 'Publish', exact: true}).click()
  const field = (id: string) => page.locator(`[id="${id}"]`)
  const focused = (id: string) => field(id).and(page.locator(':focus')).waitFor()
  const readers = () =>
    newsroom.anonymous.fetch(articleBySlugQuery, {
      slug: 'harbour-pilots',
      now: new Date().toISOString(),
    })

  beforeAll(async () => {
    picture = await redAndBlue()
    newsroom = await openNewsroom()
    await newsroom.editor.create({...harbourArticle, _id: 'drafts.article-harbour'})
    desk = await newsroom.openDesk()
    page = desk.page
    await page.setViewportSize({width: 1440, height: 900})
    await page.getByRole('link', {name: 'All articles', exact: true}).click()
    await page.getByRole('link', {name: /Harbour pilots/u}).click()
    await page.getByTestId('field-headline').waitFor()
  })

  afterAll(() => newsroom?.close())

  test('a picture without alternative text and credit is refused, and the list leads to both', async () => {
    await page.getByRole('tab', {name: 'Picture'}).click()
    await upload()
    await publish()
    await errors().waitFor()
    await desk.screenshot('40-picture-refused')
    const listed = await errors().getByRole('button').allInnerTexts()
    await errors()
      .getByRole('button', {name: /no alternative text/u})
      .click()
    await focused('leadImage.alt')
    await page.keyboard.type('A pilot boat in red and blue')
    await publish()
    await errors()
      .getByRole('button', {name: /no credit/u})
      .click()
    await focused('leadImage.credit')
    await page.keyboard.type('Ines Corrado/Harbour Herald')

    expect(listed).toEqual([
      'The picture has no credit: name the photographer or the agency\nLead picture, Credit',
      'The picture has no alternative text: say what it shows\nLead picture, Alternative text',
    ])
  })

  test('it is cropped with the mouse', async () => {
    await page.getByTestId('options-menu-edit-details').click()
    const frame = page.getByRole('dialog').locator('svg svg')
    await page.getByText('Adjust the rectangle to crop').waitFor()
    const box = await frame.boundingBox()
    if (!box) throw new Error('Cannot crop: the picture is not shown')
    const middle = box.y + box.height / 2
    await page.mouse.move(box.x + box.width, middle)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2 - 20, middle, {steps: 12})
    await page.mouse.up()
    await desk.screenshot('41-picture-cropped')
    await page.keyboard.press('Escape')
    await page.getByText('Adjust the rectangle to crop').waitFor({state: 'detached'})

    await expect
      .poll(() =>
        newsroom.editor.fetch<unknown>('*[_id == "drafts.article-harbour"][0].leadImage.crop'),
      )
      .toMatchObject({left: 0, top: 0, bottom: 0, right: expect.closeTo(0.53, 1)})
  })

  test('a picture in the body has the same rules, and the list leads into it', async () => {
    await page.getByRole('tab', {name: 'Body'}).click()
    const body = page.getByTestId('field-body')
    await body.locator('[contenteditable]').first().click()
    await body.getByTestId('articleImage-insert-menu-button').first().click()
    await page.getByRole('dialog').waitFor()
    await upload()
    await desk.screenshot('42-picture-in-the-body')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({state: 'detached'})
    await publish()
    await errors()
      .getByRole('button', {name: /no credit/u})
      .click()
    await page.locator('[id^="body"][id$=".credit"]:focus').waitFor()
    await page.keyboard.type('Harbour Herald')
    await page.locator('[id^="body"][id$=".alt"]').fill('The same boat from astern')
    await page.locator('[id^="body"][id$=".caption"]').fill('The boat on Tuesday')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({state: 'detached'})
    await body.getByText('The boat on Tuesday · Harbour Herald', {exact: true}).waitFor()

    await expect
      .poll(() =>
        newsroom.editor.fetch<unknown>(
          '*[_id == "drafts.article-harbour"][0].body[1]{_type, alt, caption, credit}',
        ),
      )
      .toEqual({
        _type: 'articleImage',
        alt: 'The same boat from astern',
        caption: 'The boat on Tuesday',
        credit: 'Harbour Herald',
      })
  })

  test('caption and credit show as they are printed', async () => {
    await page.getByRole('button', {name: 'As readers see it'}).click()
    const figures = page.getByTestId('reader-preview').locator('figure')
    await figures.nth(1).waitFor()
    await desk.screenshot('43-pictures-as-readers-see-them')

    expect(await figures.locator('figcaption').allInnerTexts()).toEqual([
      'Ines Corrado/Harbour Herald',
      'The boat on Tuesday Harbour Herald',
    ])
  })

  test('a frontend reads it cropped, without a token', async () => {
    await publish()
    await page.locator('[data-ui="Toast"]').getByText('Published').waitFor()
    const article = await readers()
    const leadImage = article && 'leadImage' in article ? article.leadImage : undefined
    const {asset, crop, hotspot} = leadImage ?? {}
    if (!leadImage || !asset || !crop || !hotspot)
      throw new Error('Cannot read the picture: it is not published')
    const builder = createImageUrlBuilder({
      projectId: 'wiredesk',
      dataset: 'production',
      baseUrl: newsroom.url,
    })
    const square = builder.image({asset, crop, hotspot}).width(120).height(120).url()

    expect(leadImage).toMatchObject({
      alt: 'A pilot boat in red and blue',
      credit: 'Ines Corrado/Harbour Herald',
    })
    expect(await read(square)).toEqual({width: 120, height: 120, isPlain: true, red: 190})
    expect(await read(pictureUrl(leadImage, 1024))).toMatchObject({
      height: 600,
      isPlain: true,
      red: 190,
    })
  })

  test('the desk stayed on the machine, within what the lake knows, and without errors', () => {
    expect(desk.faults).toEqual([])
  })

  async function upload(): Promise<void> {
    await page
      .locator('input[type="file"]')
      .last()
      .setInputFiles({name: 'quay.png', mimeType: 'image/png', buffer: picture})
    await page.getByTestId('options-menu-edit-details').last().waitFor()
  }
})

/** The left half red, the right half blue. */
function redAndBlue(): Promise<Buffer> {
  return sharp({create: {width: 400, height: 600, channels: 3, background: '#c0392b'}})
    .extend({right: 400, background: '#2e86c1'})
    .png()
    .toBuffer()
}

/** What comes from an address of a picture: its size, and its colour where it has but one. */
async function read(url: string) {
  const answer = await fetch(url)
  const image = sharp(Buffer.from(await answer.arrayBuffer()))
  const [{width, height}, {channels}] = await Promise.all([image.metadata(), image.stats()])
  const isPlain = channels.every(({min, max}) => max - min < 12)
  return {width, height, isPlain, red: Math.round((channels[0]?.mean ?? 0) / 10) * 10}
}
