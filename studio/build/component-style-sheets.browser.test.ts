import {readFile} from 'node:fs/promises'
import {stripTypeScriptTypes} from 'node:module'

import fc from 'fast-check'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {findChromium, launchChromium} from '../testing/chromium.ts'

interface Insertion {
  readonly component: number
  readonly rules: readonly string[]
}

/** Of no browser, and left out */
const unknown = '.look::-unknown { color: red; }'

/** In the page: the rules of each sheet after some insertions, and after some components are forgotten. */
const read = `
  function read(insertions, forgotten) {
    document.head.replaceChildren()
    const sheets = new ComponentStyleSheets()
    for (const {component, rules} of insertions) sheets.insertRules(component, rules)
    for (const component of forgotten) sheets.clearGroup(component)
    return [...document.styleSheets].map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText))
  }`

describe.skipIf(findChromium() === undefined)('The style sheets of components', () => {
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    browser = await launchChromium()
    page = await browser.newPage()
    const source = await readFile(new URL('component-style-sheets.ts', import.meta.url), 'utf8')
    await page.addScriptTag({
      content: stripTypeScriptTypes(source).replace('export class', 'class') + read,
    })
  })

  afterAll(() => browser?.close())

  function sheetsAfter(insertions: readonly Insertion[], forgotten: readonly number[] = []) {
    const given = [insertions, forgotten].map((list) => JSON.stringify(list)).join(', ')
    return page.evaluate<string[][]>(`read(${given})`)
  }

  test('hold a component each, and what comes later with a condition by itself', async () => {
    const [plain = '', later = ''] = ['one', 'two'].map((name) => `.${name} { color: red; }`)
    const onPaper = '@media print {\n  .three { color: red; }\n}'

    expect(
      await sheetsAfter([
        {component: 7, rules: [plain, onPaper]},
        {component: 2, rules: [plain]},
        {component: 7, rules: [later]},
        {component: 2, rules: [later, unknown]},
        {component: 2, rules: [later, onPaper]},
        {component: 2, rules: [later]},
      ]),
    ).toEqual([
      [plain, later],
      [later, onPaper, later],
      [plain, onPaper, later],
    ])
  })

  test('have their rules in the order of one sheet, whatever comes when', async () => {
    const name = fc.integer({min: 0, max: 99}).map((number) => `.look-${number} { color: red; }`)
    const rule = fc.oneof(
      name,
      name.map((inner) => `@media print {\n  ${inner}\n}`),
      fc.constant(unknown),
    )
    const insertion = fc.record({
      component: fc.integer({min: 1, max: 6}),
      rules: fc.array(rule, {minLength: 1, maxLength: 4}),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(insertion),
        fc.subarray([1, 2, 3, 4, 5, 6]),
        async (insertions, forgotten) => {
          const kept = insertions.filter(({component}) => !forgotten.includes(component))
          const inOneSheet = kept
            .toSorted((left, right) => left.component - right.component)
            .flatMap(({rules}) => rules)
            .filter((text) => text !== unknown)
          expect((await sheetsAfter(insertions, forgotten)).flat()).toEqual(inOneSheet)
        },
      ),
    )
  })
})
