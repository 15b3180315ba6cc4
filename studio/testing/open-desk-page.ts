import {mkdir} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'

import type {Browser, Page} from 'playwright-core'

import {LONGEST_WAIT} from './longest-wait.ts'
import {rememberLayoutShifts} from './remember-layout-shifts.ts'

/** The desk in a browser tab, and all that a desk must not do. */
export interface DeskPage {
  readonly page: Page
  /** Requests to another host, calls the lake does not know, console errors, exceptions: a test asserts that it is `[]` */
  readonly faults: readonly string[]
  /** What moved on the page by itself since it was opened, as "share of the view: element"; what a key or a click moved is left out */
  readonly layoutShifts: () => Promise<readonly string[]>
  /** Writes `screenshots/<name>.png` */
  readonly screenshot: (name: string) => Promise<void>
}

// A page that is left closes its sockets while Sanity's presence still says goodbye over one of them
const GOODBYE = /^WebSocket is already in CLOSING or CLOSED state/u

/**
 * Opens the desk in a tab with a storage of its own.
 *
 * @param options.url - Of the lake
 * @param options.token - Of who opens it, by the link that `npm start` prints; `''` is a bare visit
 */
export async function openDeskPage(
  browser: Browser,
  {url: desk, token}: {readonly url: string; readonly token: string},
): Promise<DeskPage> {
  const context = await browser.newContext({
    viewport: {width: 1600, height: 1000},
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  })
  await context.addInitScript(rememberLayoutShifts)
  context.setDefaultTimeout(LONGEST_WAIT)
  const page = await context.newPage()
  const faults: string[] = []
  const {host} = new URL(desk)
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.host !== host && url.protocol !== 'data:' && url.protocol !== 'blob:') {
      faults.push(`Request to another host: ${url.href}`)
    }
  })
  context.on('response', (response) => {
    if (response.headers()['x-wiredesk-unknown-endpoint'] === undefined) return
    faults.push(`Unknown endpoint: ${response.request().method()} ${response.url()}`)
  })
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host !== host) faults.push(`Socket to another host: ${socket.url()}`)
  })
  page.on('console', (message) => {
    if (message.type() === 'error' && !GOODBYE.test(message.text()))
      faults.push(`Console: ${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', (error) => faults.push(`Exception: ${error.message}`))

  await page.goto(token === '' ? desk : `${desk}/#token=${token}`)
  return {
    page,
    faults,
    layoutShifts: () => page.evaluate(() => window.layoutShifts),
    screenshot: async (name) => {
      const folder = fileURLToPath(new URL('../../screenshots', import.meta.url))
      await mkdir(folder, {recursive: true})
      await page.screenshot({path: `${folder}/${name}.png`})
    },
  }
}
