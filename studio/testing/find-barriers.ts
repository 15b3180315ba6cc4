import {readFile} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'

import type {Page} from 'playwright-core'

/**
 * What axe-core says against a part of the page, as "rule: element" for each place; `[]` when nothing stands in anybody's way.
 *
 * @param selector - CSS selector of the part
 */
export async function findBarriers(page: Page, selector: string): Promise<readonly string[]> {
  const axe = fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url))
  await page.evaluate(await readFile(axe, 'utf8'))
  const found: unknown = await page.evaluate(
    `axe.run(${JSON.stringify(selector)}).then(({violations}) =>
      violations.flatMap(({id, nodes}) => nodes.map(({html}) => id + ': ' + html)))`,
  )
  if (!Array.isArray(found)) throw new TypeError('Cannot read what axe-core found: no list')
  return found.map(String)
}
