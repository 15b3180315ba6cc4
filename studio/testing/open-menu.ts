import type {Page} from 'playwright-core'
import {expect} from 'vitest'

/** The menus of a document: what can be done with it, and what can be seen beside it. */
export type Menu = 'action-menu-button' | 'pane-context-menu-button'

/**
 * Opens a menu of the document that was opened last. While a pane is being laid out the button may move away between the two halves of
 * a click, and that is no click: it is made again, as a person would.
 */
export async function openMenu(page: Page, menu: Menu): Promise<void> {
  const button = page.getByTestId(menu).last()
  const isOpen = () => button.getAttribute('aria-expanded')
  await expect
    .poll(async () => {
      if ((await isOpen()) !== 'true') await button.click()
      return isOpen()
    })
    .toBe('true')
}
