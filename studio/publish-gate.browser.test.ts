import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {findChromium} from './testing/chromium.ts'
import type {DeskPage} from './testing/open-desk-page.ts'
import {type Newsroom, openNewsroom} from './testing/open-newsroom.ts'

describe.skipIf(findChromium() === undefined)('What stops an article, and is of no field', () => {
  let newsroom: Newsroom
  let desk: DeskPage
  let page: Page

  const problem = (rule: string) => page.getByRole('dialog').locator(`[data-problem="${rule}"]`)
  const publish = async () => {
    await page.getByRole('button', {name: 'Publish', exact: true}).click()
    await page.getByRole('dialog').waitFor()
  }

  beforeAll(async () => {
    newsroom = await openNewsroom()
    await newsroom.wiredesk('import', 'samples')
    const [id] = await newsroom.editor.fetch<string[]>(
      '*[_type == "articleRecord" && count(conflicts) > 0]._id',
    )
    await newsroom.editor
      .patch(id ?? '')
      .set({legalHold: true})
      .commit()
    desk = await newsroom.openDesk()
    page = desk.page
    await page.getByRole('link', {name: 'Incoming'}).click()
    await page.getByRole('link', {name: /Night buses/u}).click()
    await page.getByRole('button', {name: 'Close the wire update'}).click()
  })

  afterAll(() => newsroom?.close())

  test('says where it is put right', async () => {
    await publish()
    await desk.screenshot('91-places-of-problems')

    expect(await problem('conflictsDecided').innerText()).toMatch(
      /not decided: "embargo"\s+Wire update$/u,
    )
    expect(await problem('noLegalHold').innerText()).toMatch(
      /^The story is on legal hold\s+Desk record$/u,
    )
  })

  test('leads there: beside the form, where the keys go on', async () => {
    await problem('conflictsDecided').press('Enter')
    await page.locator('[data-beside="updates"] :focus').waitFor()

    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  test('or to its field on the record', async () => {
    await publish()
    await problem('noLegalHold').press('Enter')
    await page.getByRole('checkbox', {name: 'Legal hold'}).waitFor()

    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  test('the desk stayed on the machine, within what the lake knows, and without errors', () => {
    expect(desk.faults).toEqual([])
  })
})
