import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {findChromium} from './testing/chromium.ts'
import {findBarriers} from './testing/find-barriers.ts'
import type {DeskPage} from './testing/open-desk-page.ts'
import {type Newsroom, openNewsroom} from './testing/open-newsroom.ts'

describe.skipIf(findChromium() === undefined)('Byline and wire credit', () => {
  let newsroom: Newsroom
  let desk: DeskPage
  let page: Page

  const bylines = () => page.getByTestId('field-bylines')
  const credits = () => page.getByTestId('field-wireCredits')

  beforeAll(async () => {
    newsroom = await openNewsroom()
    await newsroom.wiredesk('import', 'samples/port-strike-staff-and-agency.txt')
    desk = await newsroom.openDesk()
    page = desk.page
    await page.getByRole('link', {name: 'Incoming'}).click()
    await page.getByRole('link', {name: /port of Callow/iu}).click()
    await page.getByRole('tab', {name: 'Credits'}).click()
  })

  afterAll(() => newsroom?.close())

  test('a typed byline shows how it is understood', async () => {
    const line = bylines().getByLabel('As printed')
    await line.fill(
      'By Ada Moss and Bo Ek in Callow; additional reporting by Jonas Weil in Rotterdam',
    )
    const understood = bylines().getByRole('list', {name: 'Understood as'})
    await understood.getByText('Ada Moss').waitFor()
    await desk.screenshot('credits-1-understood')

    expect(await understood.getByRole('listitem').allInnerTexts()).toEqual([
      'By: Ada Moss, in Callow – printed as written',
      'By: Bo Ek, in Callow – printed as written',
      'Additional reporting: Jonas Weil, in Rotterdam – printed as written',
    ])
  })

  test('Enter takes it, and a contributor is created published and linked', async () => {
    await page.keyboard.press('Enter')
    await bylines().getByRole('button', {name: 'Create the contributor Ada Moss'}).focus()
    await page.keyboard.press('Enter')
    await page.locator('[data-ui="Toast"]').getByText('Ada Moss is linked').waitFor()
    await bylines()
      .getByRole('button', {name: 'Create the contributor Ada Moss'})
      .waitFor({state: 'detached'})
    await desk.screenshot('credits-2-linked')

    await expect
      .poll(() => newsroom.query(bylineQuery))
      .toEqual({
        bylines: [
          {role: 'by', locationText: 'Callow', id: 'contributor-ada-moss', nameAsWritten: null},
          {role: 'by', locationText: 'Callow', id: null, nameAsWritten: 'Bo Ek'},
          {
            role: 'additionalReporting',
            locationText: 'Rotterdam',
            id: null,
            nameAsWritten: 'Jonas Weil',
          },
        ],
        contributors: ['Ada Moss'],
      })
  })

  test('the wire credit knows the registry and shows the printed line', async () => {
    await credits().getByLabel('Agencies').fill('Agence France-Presse via PTI')
    await credits().getByText('Via: PTI – the wire source PTI').waitFor()
    await page.keyboard.press('Enter')
    await credits().getByText('Printed: AFP via PTI').waitFor()
    await desk.screenshot('credits-3-wire-credit')

    await expect
      .poll(() =>
        newsroom.query(
          '{"credits": *[_type == "article"][0].wireCredits[]{relation, "id": source._ref}}',
        ),
      )
      .toEqual({
        credits: [
          {relation: 'sole', id: 'wireSource-afp'},
          {relation: 'via', id: 'wireSource-pti'},
        ],
      })
  })

  test('axe finds nothing wrong with the two inputs', async () => {
    expect(await findBarriers(page, '[data-desk-input]')).toEqual([])
  })

  test('no contributor is proposed for the correspondents of an agency', async () => {
    await newsroom.wiredesk('import', 'samples/museum-thief-dpa.txt')
    await page.getByRole('link', {name: /Thief returns/u}).click()
    await page.getByRole('tab', {name: 'Credits'}).click()
    await bylines().getByText('dpa correspondents', {exact: true}).waitFor()
    await desk.screenshot('credits-4-a-team')

    expect(await bylines().getByLabel('As printed').inputValue()).toBe('By dpa correspondents')
    expect(
      await bylines()
        .getByRole('button', {name: /Create the contributor/u})
        .count(),
    ).toBe(0)
  })

  test('the desk stayed on the machine, within what the lake knows, and without errors', () => {
    expect(desk.faults).toEqual([])
  })
})

const bylineQuery = `{
  "bylines": *[_type == "article"][0].bylines[]{role, locationText, "id": contributor._ref, nameAsWritten},
  "contributors": *[_type == "contributor" && !(_id in path("drafts.**"))].name
}`
