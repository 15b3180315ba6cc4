import type {Page} from 'playwright-core'

import {LONGEST_WAIT} from './longest-wait.ts'
import {type Menu, openMenu} from './open-menu.ts'

/** How long an entry of a menu that is open may take to be clicked, in milliseconds. */
const OPEN_MENU = 5000

/** Chooses an entry; a menu that closed because the form took the focus is opened again. */
export async function chooseFromMenu(
  page: Page,
  menu: Menu,
  entry: string | RegExp,
): Promise<void> {
  const item = page.getByRole('menuitem', {name: entry})
  const end = performance.now() + LONGEST_WAIT
  for (;;) {
    await openMenu(page, menu)
    try {
      await item.click({timeout: OPEN_MENU})
      return
    } catch (error) {
      if (performance.now() > end) throw error
    }
  }
}

/** Chooses what is to be done with the document that was opened last. */
export function chooseAction(page: Page, action: string | RegExp): Promise<void> {
  return chooseFromMenu(page, 'action-menu-button', action)
}
