import {cp, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'

import {findChromium} from './testing/chromium.ts'
import type {DeskPage} from './testing/open-desk-page.ts'
import {type Newsroom, openNewsroom} from './testing/open-newsroom.ts'
import {SENTENCES} from './texts/desk-text-bundles.ts'
import {deskTextsEn} from './texts/desk-texts.en.ts'

describe.skipIf(findChromium() === undefined)('The desk in another language', () => {
  let studio: string
  let newsroom: Newsroom
  let desk: DeskPage
  let page: Page

  beforeAll(async () => {
    studio = await mkdtemp(join(tmpdir(), 'wiredesk-language-'))
    await cp(inject('studioDirectory'), studio, {recursive: true})
    await translate(join(studio, 'assets'))
    newsroom = await openNewsroom(studio)
    await newsroom.wiredesk('import', 'samples/port-strike-staff-and-agency.txt')
    await newsroom.wiredesk('import', 'samples/health-talks-in-doubt.txt')
    desk = await newsroom.openDesk()
    page = desk.page
  })

  afterAll(async () => {
    await newsroom?.close()
    await rm(studio, {recursive: true})
  })

  /** What stands in a part of the page and is neither translated nor from a document. */
  async function untranslated(selector: string): Promise<readonly string[]> {
    const documents = JSON.stringify(await newsroom.editor.fetch('*'))
    const words = await page.locator(selector).evaluateAll(wordsIn)
    return words.filter(
      (word) => /\p{L}{2}/u.test(word) && !word.includes('⟦') && !documents.includes(word),
    )
  }

  test('the lists speak it', async () => {
    await page.getByRole('link', {name: '⟦Incoming⟧'}).click()
    await page
      .getByTestId('article-list')
      .getByRole('link', {name: /port of Callow/iu})
      .waitFor()
    await desk.screenshot('language-1-list')

    expect(
      await untranslated('[data-testid="article-list"] :is(button, input, output, [data-copy])'),
    ).toEqual([])
  })

  test('so do the fields with an input of their own, and the source view', async () => {
    await page
      .getByTestId('article-list')
      .getByRole('link', {name: /port of Callow/iu})
      .click()
    await page.getByRole('list', {name: '⟦Text as received⟧'}).waitFor()
    const heads = await untranslated(
      '[data-desk-input] :is(button, input, summary, legend), [data-length-counter]',
    )
    await page.getByRole('tab', {name: 'Credits'}).click()
    await page.getByLabel('⟦As printed⟧').waitFor()
    await desk.screenshot('language-2-credits')

    expect(heads).toEqual([])
    expect(await untranslated('[data-desk-input], [data-provenance] [data-ui="Badge"]')).toEqual([])
    expect(await untranslated('[data-row-label]')).toEqual([])
  })

  test('so do the doubts of the reader of copy, and the readings it offers', async () => {
    await page
      .getByTestId('article-list')
      .getByRole('link', {name: /Health officials/u})
      .click()
    const card = page.getByRole('group', {name: /opens the paragraph in capitals/u})
    await card.waitFor()
    await desk.screenshot('language-3-doubt')

    expect(await card.innerText()).toContain(
      '⟦“WHO” opens the paragraph in capitals: a name in capitals, or a word? It was read as “WHO”⟧',
    )
  })

  test('so do the rules, where they refuse to publish and at the fields', async () => {
    const rule = '⟦The story has no slug: generate one from the headline⟧'
    await page.getByRole('button', {name: '⟦Publish⟧', exact: true}).click()
    await page.getByRole('dialog').getByText(rule).waitFor()
    await desk.screenshot('language-4-refused')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({state: 'detached'})
    await page.getByRole('button', {name: 'Validation', exact: true}).click()
    await page.getByText(rule).waitFor()

    expect(await page.getByText(rule).count()).toBe(1)
  })

  test('the desk stayed on the machine, within what the lake knows, and without errors', () => {
    expect(desk.faults).toEqual([])
  })
})

/** A language file as somebody might write one: every text of the built Studio between brackets. */
async function translate(assets: string): Promise<void> {
  const keys: ReadonlySet<string> = new Set(Object.keys(deskTextsEn))
  for (const name of await readdir(assets)) {
    if (name.endsWith('.gz')) await rm(join(assets, name))
    if (!name.endsWith('.js')) continue
    const script = await readFile(join(assets, name), 'utf8')
    const translated = translateSentences(
      script.replaceAll(
        /"([\w-]+\.[\w-]+)":`((?:[^`\\]|\\.)*)`/gu,
        (entry, key: string, text: string) => (keys.has(key) ? `"${key}":\`⟦${text}⟧\`` : entry),
      ),
    )
    if (translated !== script) await writeFile(join(assets, name), translated)
  }
}

/** The sentences' English file is what the rules themselves speak: only where it is taken for a language is it another. */
function translateSentences(script: string): string {
  const name = new RegExp(`(?<name>[\\w$]+)=\`${SENTENCES}\``, 'u').exec(script)?.groups?.['name']
  if (name === undefined) return script
  const [before = '', after] = script.split(`namespace:${name},resources:`)
  if (after === undefined)
    throw new Error('Cannot translate the sentences: the bundle is not there')
  return `${before}namespace:${name},resources:${after.replace(
    /^[\w$]+/u,
    (file) => `Object.fromEntries(Object.entries(${file}).map(([key,text])=>[key,"⟦"+text+"⟧"]))`,
  )}`
}

/** The words in elements, seen or said. */
function wordsIn(elements: readonly Element[]): string[] {
  const words: string[] = []
  for (const part of elements.flatMap((element) => [element, ...element.querySelectorAll('*')])) {
    for (const name of ['aria-label', 'placeholder', 'title']) {
      words.push(part.getAttribute(name) ?? '')
    }
    for (const node of part.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) words.push(node.textContent?.trim() ?? '')
    }
  }
  return words
}
