import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {inventStory} from '../scripts/bench/invent-stories.ts'
import {findChromium} from './testing/chromium.ts'
import type {DeskPage} from './testing/open-desk-page.ts'
import {type Newsroom, openNewsroom} from './testing/open-newsroom.ts'

describe.skipIf(findChromium() === undefined)('Two articles that may be one story', () => {
  let newsroom: Newsroom
  let desk: DeskPage
  let page: Page
  let folder: string

  beforeAll(async () => {
    newsroom = await openNewsroom()
    folder = await mkdtemp(join(tmpdir(), 'wiredesk-two-'))
    const [pier, tram] = [inventStory(5).slice(0, 6), inventStory(6).slice(0, 6)]
    await importStory('pier.txt', 'Pier opens again', pier)
    await importStory('tram.txt', 'Trams stand still', tram)
    await importStory('pier-elsewhere.txt', 'Crowds wait for the pier', pier.slice(1))
    await importStory('tram-elsewhere.txt', 'Nobody drives the trams', tram.slice(1))
    desk = await newsroom.openDesk()
    page = desk.page
  })

  afterAll(async () => {
    await newsroom?.close()
    await rm(folder, {recursive: true})
  })

  async function importStory(name: string, headline: string, story: readonly string[]) {
    const path = join(folder, name)
    await writeFile(path, [headline, ...story].join('\n\n'))
    await newsroom.wiredesk('import', path)
  }

  function proposal(headline: string) {
    return page.getByRole('group', {
      name: new RegExp(`Is this a version of “${headline}”\\? \\d+ %`, 'u'),
    })
  }

  function inLake(): Promise<unknown> {
    return newsroom.editor.fetch(`{
      "articles": *[_type == "article"] | order(headline).headline,
      "stories": *[_type == "articleRecord"] | order(count(origins) desc, origins[0].source->fileName){
        "texts": origins[].source->fileName,
        "finding": findings[0]{state, overlap}
      }
    }`)
  }

  test('the proposal names the other story and shows what stands in both', async () => {
    await page.getByRole('link', {name: 'Needs a person'}).click()
    await page.getByRole('link', {name: /Crowds wait/u}).click()
    const card = proposal('Pier opens again')
    await card.waitFor()
    expect(await card.innerText()).toMatch(/“The decision follows 222 .{20,}”/u)
    await card.getByRole('link', {name: 'Open the other article'}).waitFor()
    await desk.screenshot('near-duplicate-1-proposal')
  })

  test('one key makes the text a version of the other story, and its own article goes', async () => {
    const [ownArticle = ''] = /article-\w+/u.exec(page.url()) ?? []
    await proposal('Pier opens again').focus()
    await page.keyboard.press('1')
    await expect.poll(inLake).toEqual({
      articles: ['Crowds wait for the pier', 'Nobody drives the trams', 'Trams stand still'],
      stories: [
        {texts: ['pier.txt', 'pier-elsewhere.txt'], finding: null},
        {texts: ['tram-elsewhere.txt'], finding: {state: 'open', overlap: expect.any(Number)}},
        {texts: ['tram.txt'], finding: null},
      ],
    })
    // the desk goes to the other article by itself: a click before that would be undone
    await expect.poll(() => page.url()).not.toContain(ownArticle)
    await desk.screenshot('near-duplicate-2-joined')
  })

  test('Escape keeps two stories apart, and nobody is asked again', async () => {
    await page.getByRole('link', {name: 'Needs a person'}).click()
    await page.getByRole('link', {name: /Nobody drives/u}).click()
    const card = proposal('Trams stand still')
    await card.focus()
    await page.keyboard.press('Escape')
    await card.waitFor({state: 'detached'})
    await page.getByText('Kept as two stories').waitFor()
    await page.getByText('1 doubt settled').waitFor()
    await desk.screenshot('near-duplicate-3-apart')
    expect(await inLake()).toMatchObject({
      articles: ['Crowds wait for the pier', 'Nobody drives the trams', 'Trams stand still'],
      stories: [{}, {texts: ['tram-elsewhere.txt'], finding: {state: 'dismissed'}}, {}],
    })
    await newsroom.wiredesk('import', folder)
    expect(await inLake()).toMatchObject({stories: [{}, {finding: {state: 'dismissed'}}, {}]})
  })

  test('the desk stayed on the machine, within what the lake knows, and without errors', () => {
    expect(desk.faults).toEqual([])
  })
})
