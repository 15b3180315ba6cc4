import {once} from 'node:events'
import {createServer} from 'node:http'

import type {Page} from 'playwright-core'
import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {chooseAction} from './testing/choose-from-menu.ts'
import {findChromium} from './testing/chromium.ts'
import type {DeskPage} from './testing/open-desk-page.ts'
import {type Newsroom, openNewsroom} from './testing/open-newsroom.ts'
import {paragraph} from './testing/paragraph.ts'

const draft = 'drafts.article-tide'
describe.skipIf(findChromium() === undefined)('Editing in the Studio', () => {
  let newsroom: Newsroom
  let desk: DeskPage
  let page: Page

  const stored = (id: string) => newsroom.editor.getDocument(id)

  const panes = () => page.getByTestId('document-pane')

  async function open(id: string, type: string): Promise<void> {
    await page.goto(`${newsroom.url}/intent/edit/id=${id};type=${type}`)
    await panes().getByTestId('action-menu-button').waitFor()
  }

  beforeAll(async () => {
    newsroom = await openNewsroom()
    await newsroom.editor
      .transaction()
      .create({_id: 'section-sea', _type: 'section', name: 'Sea', slug: slug('sea')})
      .create({_id: 'topic-tides', _type: 'topic', label: 'Tides', slug: slug('tides')})
      .create({
        _id: draft,
        _type: 'article',
        headline: 'Tide turns',
        topics: [{_key: 't1', _type: 'reference', _ref: 'topic-tides'}],
        body: [paragraph('b1', 'The tide came in at six.'), paragraph('b2', 'It left at noon.')],
      })
      .commit()
    desk = await newsroom.openDesk()
    page = desk.page
    await page.getByRole('link', {name: 'Incoming'}).waitFor()
    await open('article-tide', 'article')
  })

  afterAll(() => newsroom?.close())

  test('a section is found by its name and referenced', async () => {
    await page.getByRole('tab', {name: /^Place in the paper/u}).click()
    await page.getByTestId('autocomplete').nth(1).click()
    await page.keyboard.type('Sea', {delay: 20})
    await page.getByTestId('autocomplete-popover').getByText('Sea').first().click()

    await expect
      .poll(() => stored(draft))
      .toMatchObject({
        section: {_type: 'reference', _ref: 'section-sea'},
      })
  })

  test('a topic that was missing is made beside the article and referenced', async () => {
    const beside = panes().last()
    await page.getByRole('button', {name: 'Add item'}).click()
    await page.getByRole('button', {name: 'Create', exact: true}).last().click()
    await beside.getByTestId('field-label').locator('input').fill('Moons')
    await beside.getByTestId('field-slug').getByRole('button', {name: 'Generate'}).click()
    const slugs = '*[_type == "topic" && label == "Moons"]{_id, "slug": slug.current}'
    await expect
      .poll(() => newsroom.editor.fetch<unknown>(slugs))
      .toEqual([{_id: expect.stringMatching(/^drafts\./u), slug: 'moons'}])
    await desk.screenshot('40-created-in-place')

    const [moons] = await newsroom.editor.fetch<{_id: string}[]>(slugs)
    await expect
      .poll(() => stored(draft))
      .toMatchObject({
        topics: [
          {_ref: 'topic-tides'},
          {
            _ref: moons?._id.replace('drafts.', ''),
            _weak: true,
            _strengthenOnPublish: {type: 'topic'},
          },
        ],
      })
  })

  test('marks, a link and a list are typed into the body', async () => {
    await open('article-tide', 'article')
    await page.getByRole('tab', {name: 'Body', exact: true}).click()
    const body = page.getByTestId('field-body')
    await body.getByTestId('text-block__text').last().click()
    await body.locator('[contenteditable]:focus').waitFor()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Boats waited ')
    await page.keyboard.press('Control+b')
    await page.keyboard.type('all night')
    await page.keyboard.press('Control+b')
    await page.keyboard.type(' outside.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('- ropes')
    await page.keyboard.press('Enter')
    await page.keyboard.type('buoys')
    await page.keyboard.press('Shift+Home')
    await body.getByRole('button', {name: 'Link', exact: true}).click()
    const link = page.getByTestId('popover-edit-dialog')
    await link.locator('input').fill('https://example.org/buoys')
    await desk.screenshot('40-link')
    await link.getByTestId('close-popover-edit-dialog-button').click()

    const key: unknown = expect.any(String)
    const span = (text: string, ...marks: unknown[]) => ({_key: key, _type: 'span', text, marks})
    const item = {_key: key, _type: 'block', style: 'normal', listItem: 'bullet', level: 1}
    await expect
      .poll(async () => (await stored(draft))?.['body'])
      .toEqual([
        paragraph('b1', 'The tide came in at six.'),
        paragraph('b2', 'It left at noon.'),
        {
          ...paragraph('', ''),
          _key: key,
          children: [span('Boats waited '), span('all night', 'strong'), span(' outside.')],
        },
        {...item, markDefs: [], children: [span('ropes')]},
        {
          ...item,
          markDefs: [{_key: key, _type: 'link', href: 'https://example.org/buoys'}],
          children: [span('buoys', key)],
        },
      ])
  })

  test('a search over everything finds the article by a word of its body', async () => {
    await page.getByTestId('studio-search').click()
    await page.keyboard.type('buoys')
    const hits = page.getByTestId('search-results')
    await hits.getByText('Tide turns').waitFor()
    await desk.screenshot('40-search')

    expect(await hits.getByRole('link').count()).toBe(1)
    await page.keyboard.press('Escape')
  })

  test('a picture is uploaded and shown', async () => {
    const quay = await sharp({create: {width: 64, height: 32, channels: 3, background: '#06c'}})
      .png()
      .toBuffer()
    await page.getByRole('tab', {name: 'Picture', exact: true}).click()
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.locator('[data-testid^="file-input-upload-button"]').first().click(),
    ])
    await chooser.setFiles({name: 'quay.png', mimeType: 'image/png', buffer: quay})

    await expect
      .poll(() => stored(draft))
      .toMatchObject({
        leadImage: {asset: {_ref: expect.stringMatching(/^image-[0-9a-f]{40}-64x32-png$/u)}},
      })
    const picture = panes().locator('img[src*="-64x32.png"]').first()
    await picture.waitFor()
    await desk.screenshot('40-picture')
    expect(await picture.getAttribute('src')).toContain(newsroom.url)
  })

  test('what an article refers to is not deleted: the dialog names the article', async () => {
    await open('topic-tides', 'topic')
    await chooseAction(page, /^Delete/u)
    await page.getByRole('dialog').getByText('Tide turns').waitFor()
    await desk.screenshot('41-delete-with-referrers')
    await page.keyboard.press('Escape')

    expect(await stored('topic-tides')).toMatchObject({label: 'Tides'})
  })

  test('Vision listens', async () => {
    await page.goto(`${newsroom.url}/vision`)
    await page.locator('.cm-content').first().click()
    await page.keyboard.type('*[_type == "topic"]')
    await page.getByRole('button', {name: 'Listen'}).click()
    await page
      .getByText('Listening')
      .or(page.getByRole('button', {name: 'Stop'}))
      .first()
      .waitFor()
    await newsroom.editor.patch('topic-tides').set({label: 'Heard'}).commit()
    await page.getByTestId('vision-result').getByText('topic-tides').first().waitFor()

    expect(await page.getByTestId('vision-result').innerText()).toContain('topic-tides')
  })

  test('another website in the same browser neither reads nor writes', async () => {
    const site = createServer((_, answer) => answer.end('<h1>Somewhere else</h1>'))
    site.listen(0, '127.0.0.1')
    await once(site, 'listening')
    const visit = await newsroom.openPage()
    await visit.goto(`http://127.0.0.1:${readPort(site.address())}`)
    const lake = {url: newsroom.url, token: newsroom.administratorToken}
    const outcomes = await visit.evaluate(async ({url, token}) => {
      const body = JSON.stringify({mutations: [{create: {_id: 'planted', _type: 'topic'}}]})
      const authorization = `Bearer ${token}`
      const attempts = [
        fetch(`${url}/v1/data/query/production?query=*`),
        fetch(`${url}/v1/data/query/production?query=*`, {headers: {authorization}}),
        fetch(`${url}/v1/data/mutate/production`, {method: 'POST', body, headers: {authorization}}),
        fetch(`${url}/v1/data/export/production`, {credentials: 'include'}),
      ]
      const streams = [
        new EventSource(`${url}/v1/data/listen/production?query=*`),
        new WebSocket(`${url.replace('http', 'ws')}/__mux`),
      ]
      // Without reading the answer a page may send this much to any address.
      await fetch(`${url}/v1/data/mutate/production`, {method: 'POST', body, mode: 'no-cors'})
      return Promise.all([
        ...attempts.map((attempt) => attempt.then(String, () => 'refused')),
        ...streams.map(
          (stream) =>
            new Promise((resolve) => {
              stream.addEventListener('open', () => resolve('open'))
              stream.addEventListener('error', () => resolve('refused'))
            }),
        ),
      ])
    }, lake)
    await visit.close()
    site.close()

    expect(outcomes).toEqual(Array.from({length: 6}, () => 'refused'))
    expect(await stored('planted')).toBeUndefined()
  })
})

function slug(current: string) {
  return {_type: 'slug', current}
}

function readPort(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  return typeof address === 'object' && address ? address.port : 0
}
