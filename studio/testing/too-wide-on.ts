import type {Page} from 'playwright-core'

/** What a person would have to push sideways to read: parts of a page whose content is wider than they are. */
export function tooWideOn(page: Page): Promise<readonly string[]> {
  return page.locator('body *').evaluateAll((elements) =>
    elements
      .filter((element) => /auto|scroll/u.test(getComputedStyle(element).overflowX))
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map(
        (element) =>
          `${element.outerHTML.slice(0, 80)} by ${element.scrollWidth - element.clientWidth}`,
      ),
  )
}
