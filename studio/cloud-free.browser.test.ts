import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {findChromium} from './testing/chromium.ts'
import type {DeskPage} from './testing/open-desk-page.ts'
import {openMenu} from './testing/open-menu.ts'
import {type Newsroom, openNewsroom} from './testing/open-newsroom.ts'

describe.skipIf(findChromium() === undefined)('A desk without the cloud', () => {
  let newsroom: Newsroom
  let desk: DeskPage
  let page: Page

  /** What is to be seen now and leads off this machine. */
  const leadsAway = () =>
    page.locator('a[href]').evaluateAll((links) =>
      links
        .filter((link) => link.checkVisibility({visibilityProperty: true, opacityProperty: true}))
        .map((link) => link.getAttribute('href') ?? '')
        .filter((address) => new URL(address, location.href).host !== location.host),
    )

  beforeAll(async () => {
    newsroom = await openNewsroom()
    await newsroom.wiredesk('import', 'samples/harbour-ferry-talks.txt')
    desk = await newsroom.openDesk()
    page = desk.page
    await page.setViewportSize({width: 1440, height: 900})
    await page.getByRole('link', {name: 'Incoming', exact: true}).waitFor()
  })

  afterAll(() => newsroom?.close())

  test.for([
    ['the workspace', 'button:has-text("wiredesk")'],
    ['who is here', '#global-presence-menu'],
    ['help', '#menu-button-resources'],
    ['a new document', '[data-testid="new-document-button"]'],
    ['the perspectives', '#releases-menu'],
    ['the user', '#user-menu'],
  ] as const)('nothing leads to a cloud page: %s', async ([part, button]) => {
    await page.locator(button).first().click()
    await page
      .locator('[data-ui="MenuButton__popover"], [data-ui="Popover"]')
      .filter({visible: true})
      .first()
      .waitFor()
    await desk.screenshot(`60-${part.replaceAll(' ', '-')}`)
    const away = await leadsAway()
    await page.keyboard.press('Escape')

    expect(away).toEqual([])
  })

  test.for([
    ['the lists', '/structure'],
    ['Vision', '/vision'],
    ['scheduled drafts', '/releases'],
    ['an address that there is not', '/nowhere'],
  ] as const)('nothing leads to a cloud page: %s', async ([part, address]) => {
    await page.goto(`${newsroom.url}${address}`)
    await page.locator('#user-menu').waitFor()
    await desk.screenshot(`61-${part.replaceAll(' ', '-')}`)

    expect(await leadsAway()).toEqual([])
  })

  test('nothing leads to a cloud page: an article with each of its panels and menus', async () => {
    await page.goto(`${newsroom.url}/structure/incoming`)
    await page.getByRole('link', {name: /Northern Isles/u}).click()
    await page.getByRole('list', {name: 'Text as received'}).waitFor()
    const away = [...(await leadsAway())]
    for (const panel of ['As readers see it', 'Source text']) {
      await page.getByRole('button', {name: panel}).click()
      away.push(...(await leadsAway()))
    }
    for (const menu of ['pane-context-menu-button', 'action-menu-button'] as const) {
      await openMenu(page, menu)
      await page.getByRole('menu').waitFor()
      await desk.screenshot(`62-${menu}`)
      away.push(...(await leadsAway()))
      await page.keyboard.press('Escape')
    }

    expect(away).toEqual([])
  })

  test('the sign-in page neither', async () => {
    const visitor = await newsroom.openDesk('')
    await visitor.page.getByRole('link').or(visitor.page.getByRole('button')).first().waitFor()
    await visitor.screenshot('63-sign-in')
    const hosts = await visitor.page
      .locator('a[href]')
      .evaluateAll((links) =>
        links
          .filter((link) => link.checkVisibility())
          .map((link) => new URL(link.getAttribute('href') ?? '', location.href).host),
      )

    expect(hosts.filter((host) => host !== new URL(newsroom.url).host)).toEqual([])
    expect(visitor.faults).toEqual([])
  })

  test('the desk stayed on the machine, within what the lake knows, and without errors', () => {
    expect(desk.faults).toEqual([])
  })
})
