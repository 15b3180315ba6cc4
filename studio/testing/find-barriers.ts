import {readFile} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'

import type {Page} from 'playwright-core'

/** Longest wait for the page to come to rest: what is half faded in has too little contrast. In milliseconds. */
const LONGEST_FADE = 2000

/**
 * What axe-core says against a part of the page, as "rule: element" for each place; `[]` when nothing stands in anybody's way.
 *
 * @param selector - CSS selector of the part
 */
export async function findBarriers(page: Page, selector: string): Promise<readonly string[]> {
  const axe = fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url))
  await page.evaluate(await readFile(axe, 'utf8'))
  await page.evaluate(
    `Promise.race([
      Promise.allSettled(document.getAnimations()
        .filter(({effect}) => effect?.getComputedTiming().iterations !== Infinity)
        .map(({finished}) => finished)),
      new Promise((resolve) => { setTimeout(resolve, ${LONGEST_FADE}) }),
    ]).then(() => undefined)`,
  )
  const found: unknown = await page.evaluate(
    `axe.run(${JSON.stringify(selector)}).then(({violations}) =>
      violations.flatMap(({id, nodes}) => nodes
        .filter(({target}) => !document.querySelector(target[0])?.closest(${JSON.stringify(sanityFaults)}[id] ?? 'nothing'))
        .map(({html}) => id + ': ' + html)))`,
  )
  if (!Array.isArray(found)) throw new TypeError('Cannot read what axe-core found: no list')
  return found.map(String)
}

/** Faults of the Studio itself that no setting mends, by axe's rule: the elements of Sanity's that have them. */
const sanityFaults: Readonly<Record<string, string>> = {
  // Sanity says `aria-selected` and `aria-expanded` of links, buttons and cards that take neither
  'aria-allowed-attr':
    '[data-ui="MenuButton"], [data-ui="Navbar"] *, [aria-activedescendant], [data-ui="Button"][aria-selected], [data-ui="Card"][aria-selected]',
  // The lists of a pane are virtual: items out of order, each an option with a link in it
  'aria-required-children': '[role="listbox"]',
  'listitem': '[data-index]',
  'nested-interactive': '[role="option"]',
  // Buttons with an icon alone, whose tooltip is no name
  'button-name':
    '[data-ui="MenuButton"], [data-ui="DragHandleButton"], [data-testid="pane-header"] button',
  'link-name':
    '[data-ui="Navbar"] a, [data-testid="pane-header"] a, a[data-ui="Button"], a[href="/"]',
  // The tab of a group names a panel with another id
  'aria-valid-attr-value': '[data-ui="Tab"]',
  'scrollable-region-focusable': '[data-testid="pt-editor__scroller"]',
}
