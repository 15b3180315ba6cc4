import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import type {Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {findChromium} from './testing/chromium.ts'
import type {DeskPage} from './testing/open-desk-page.ts'
import {type Newsroom, openNewsroom} from './testing/open-newsroom.ts'

const unbroken = 'Donaudampfschifffahrt'.repeat(6)
const arabic = 'ميناء كالو يعيد فتح أبوابه بعد إضراب دام أسبوعا'
const sentence = 'وأضاف المجلس أن السفن الأولى ستبحر صباح الثلاثاء.'

describe.skipIf(findChromium() === undefined)(
  'Copy in another script, and words without end',
  () => {
    let newsroom: Newsroom
    let desk: DeskPage
    let page: Page

    beforeAll(async () => {
      const copy = await mkdtemp(join(tmpdir(), 'wiredesk-copy-'))
      await writeFile(join(copy, 'port.txt'), `${arabic}\n\nقال مجلس الميناء.\n\n${sentence}\n`)
      await writeFile(join(copy, 'word.txt'), `${unbroken}\n\nThe board met.\n\nIt meets again.\n`)
      newsroom = await openNewsroom()
      await newsroom.wiredesk('import', copy)
      await rm(copy, {recursive: true})
      desk = await newsroom.openDesk()
      page = desk.page
      await page.getByRole('link', {name: 'Incoming'}).click()
      await page.getByTestId('article-list').getByRole('link', {name: arabic}).waitFor()
    })

    afterAll(() => newsroom?.close())

    test('a word that is longer than the list does not push the list aside', async () => {
      const list = page.getByTestId('article-list')
      await page.setViewportSize({width: 390, height: 844})
      const beyond = await list.evaluate((element) => element.scrollWidth - element.clientWidth)
      await page.setViewportSize({width: 1600, height: 1000})

      expect(beyond).toBe(0)
    })

    test('a headline that runs from the right stands at the right, and its neighbour at the left', async () => {
      const list = page.getByTestId('article-list')

      expect(await sideOf(list.getByText(arabic))).toBe('right')
      expect(await sideOf(list.getByText(unbroken))).toBe('left')
    })

    test('so do its fields, its received text and its page: the full stop ends the line at the left', async () => {
      await page.getByTestId('article-list').getByRole('link', {name: arabic}).click()
      const received = page.getByRole('list', {name: 'Text as received'}).getByText(sentence)
      await received.waitFor()
      await desk.screenshot('90-right-to-left')

      expect(await fullStopIsLeft(received)).toBe(true)
      expect(await runsByItsLetters(page.getByTestId('field-headline').locator('textarea'))).toBe(
        true,
      )

      await page.getByRole('button', {name: 'As readers see it'}).click()
      const printed = page.getByRole('article').getByText(sentence)
      await printed.waitFor()
      expect(await fullStopIsLeft(printed)).toBe(true)
      await page.getByRole('tab', {name: 'Body'}).click()
      const written = page.getByTestId('pt-editor').getByText(sentence)
      await written.waitFor()
      expect(await fullStopIsLeft(written)).toBe(true)
    })

    test('the body shows more than two paragraphs of a story', async () => {
      const editor = await page.getByTestId('pt-editor').boundingBox()

      expect(editor?.height).toBeCloseTo(550, 0)
    })

    test('the desk stayed on the machine, within what the lake knows, and without errors', () => {
      expect(desk.faults).toEqual([])
    })
  },
)

/** At which edge of its element a short text stands. */
function sideOf(element: Locator): Promise<'left' | 'right'> {
  return element.evaluate((node) => {
    const words = document.createRange()
    words.selectNodeContents(node)
    const [line] = words.getClientRects()
    const {left, right} = node.getBoundingClientRect()
    return (line?.left ?? 0) - left < right - (line?.right ?? 0) ? 'left' : 'right'
  })
}

/** Whether the last letter of a text stands at the left of the one before. */
function fullStopIsLeft(element: Locator): Promise<boolean> {
  return element.evaluate((node) => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
    let last: Node | undefined
    while (walker.nextNode()) last = walker.currentNode
    if (!last?.textContent) throw new Error('Cannot look at the last letters: there is no text')
    const end = last.textContent.length
    const at = (from: number) => {
      const letter = document.createRange()
      letter.setStart(last, from)
      letter.setEnd(last, from + 1)
      return letter.getBoundingClientRect().left
    }
    return at(end - 1) < at(end - 2)
  })
}

/** The text in a field has no boxes to look at. */
function runsByItsLetters(field: Locator): Promise<boolean> {
  return field.evaluate((element) => getComputedStyle(element).unicodeBidi === 'plaintext')
}
