import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {createClient, type SanityClient} from '@sanity/client'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'

import {type SpawnedLake, spawnLake} from '../lake/crash/spawn-lake.ts'
import {findChromium, launchChromium} from './testing/chromium.ts'
import {type DeskPage, openDeskPage} from './testing/open-desk-page.ts'

describe.skipIf(findChromium() === undefined)('A lake that is killed under the Studio', () => {
  let dataDirectory: string
  let lake: SpawnedLake
  let editor: SanityClient
  let browser: Browser
  let desk: DeskPage
  let page: Page

  const storedLabel = async (): Promise<unknown> =>
    (await editor.getDocument('drafts.topic-tides'))?.['label']
  const label = () => page.getByTestId('field-label').locator('input')
  const reconnecting = () => page.getByText('Trying to connect…')

  async function start(port?: number): Promise<SpawnedLake> {
    const studioDirectory = inject('studioDirectory')
    const spawned = await spawnLake(dataDirectory, {studioDirectory, ...(port && {port})})
    if (!spawned) throw new Error('Cannot test: the lake did not start')
    return spawned
  }

  beforeAll(async () => {
    dataDirectory = await mkdtemp(join(tmpdir(), 'wiredesk-restart-'))
    lake = await start()
    editor = createClient({
      projectId: 'wiredesk',
      dataset: 'production',
      apiHost: lake.url,
      useProjectHostname: false,
      useCdn: false,
      apiVersion: '2025-02-19',
      token: lake.token,
      perspective: 'raw',
    })
    const slug = {_type: 'slug', current: 'tides'}
    await editor.create({_id: 'topic-tides', _type: 'topic', label: 'Tides', slug})
    browser = await launchChromium()
    desk = await openDeskPage(browser, {url: lake.url, token: lake.token})
    page = desk.page
    await page.getByRole('link', {name: 'Incoming'}).waitFor()
    await page.goto(`${lake.url}/intent/edit/id=topic-tides;type=topic`)
    await label().and(page.locator(':not([readonly])')).waitFor()
  })

  afterAll(async () => {
    await browser?.close()
    await lake?.kill()
    await rm(dataDirectory, {recursive: true})
  })

  test('the Studio says that it is cut off, and takes no word that it could not keep', async () => {
    await label().click()
    await page.keyboard.press('End')
    const typing = page.keyboard.type(' at the old harbour wall before dawn had come', {delay: 40})
    await expect.poll(storedLabel).toMatch(/ at/u)
    await lake.kill()
    await typing
    await reconnecting().first().waitFor()
    await label().and(page.locator('[readonly]')).waitFor()
    await desk.screenshot('70-lake-killed')

    expect(await label().inputValue()).toMatch(/^Tides at/u)
  })

  test('when the lake is back the Studio connects by itself, and what stood in the field is stored', async () => {
    const seen = await label().inputValue()
    lake = await start(Number(new URL(lake.url).port))
    await expect.poll(storedLabel).toBe(seen)
    await label().and(page.locator(':not([readonly])')).waitFor()
    await reconnecting().first().waitFor({state: 'hidden'})
    await desk.screenshot('71-lake-back')

    expect(await label().inputValue()).toBe(seen)
  })

  test('it is typed on where it was', async () => {
    const seen = await label().inputValue()
    await label().click()
    await page.keyboard.press('End')
    await page.keyboard.type('!')

    await expect.poll(storedLabel).toBe(`${seen}!`)
  })
})
