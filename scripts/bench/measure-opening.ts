import {setTimeout} from 'node:timers/promises'

import type {DrivenBrowser} from './drive-browser.ts'

/** One opening of the desk, in milliseconds from the moment the address is entered. */
export interface Opening {
  /** The lists of the desk can be chosen from */
  readonly desk?: number
  /** The list Incoming shows its first article */
  readonly list?: number
  /** The headline of that article takes what is typed */
  readonly article: number
  /** Processor time of the page's main thread until then: what does not change with the neighbours on the machine */
  readonly work: number
}

/** Longest wait for anything, and the time between two looks, in milliseconds. */
const LONGEST = 60_000
const LOOK_EVERY = 15

/** Where the walk through the desk leads, as a person sees it. */
const PLACES = {
  'the list Incoming': 'a[href$="/structure/incoming"]',
  'the first article of the list': '[data-testid="article-list"] li a',
  'a headline that can be edited': '[data-testid="field-headline"] textarea:not([readonly])',
} as const

/** From the front door: a list is chosen as soon as it is there, an article as soon as the list shows one. */
export function openThroughList(browser: DrivenBrowser, signInLink: string): Promise<Opening> {
  return open(browser, signInLink, async (elapsed) => {
    await choose(browser, 'the list Incoming')
    const desk = elapsed()
    await choose(browser, 'the first article of the list')
    return {desk, list: elapsed()}
  })
}

/** By the address of an article, as an editor has it from a colleague or among the bookmarks. */
export function openByAddress(browser: DrivenBrowser, articleLink: string): Promise<Opening> {
  return open(browser, articleLink, () => Promise.resolve({}))
}

/** The steps to an article; `elapsed` gives the milliseconds so far. */
type Walk = (elapsed: () => number) => Promise<{readonly desk?: number; readonly list?: number}>

async function open(browser: DrivenBrowser, address: string, walk: Walk): Promise<Opening> {
  const start = performance.now()
  const elapsed = () => performance.now() - start
  await browser.open(address)
  const steps = await walk(elapsed)
  await typeIntoHeadline(browser, elapsed)
  return {...steps, article: elapsed(), work: await browser.work()}
}

async function choose(browser: DrivenBrowser, place: keyof typeof PLACES): Promise<void> {
  await waitFor(browser, place)
  await browser.evaluate(`${elementAt(place)}.click()`)
}

/** Sanity shows the form a moment before it takes changes: a key that comes too early is not kept. */
async function typeIntoHeadline(browser: DrivenBrowser, elapsed: () => number): Promise<void> {
  const headline = elementAt('a headline that can be edited')
  await waitFor(browser, 'a headline that can be edited')
  const printed = await browser.evaluate(`${headline}.value`)
  while (elapsed() < LONGEST) {
    await browser.evaluate(`${headline}?.focus()`)
    await browser.press('A')
    const kept = Number(await browser.evaluate(`${headline}?.value.length`))
    if (kept > String(printed).length) return
  }
  throw new Error(
    'Cannot measure the opening: the headline of the article keeps nothing of what is typed',
  )
}

async function waitFor(browser: DrivenBrowser, place: keyof typeof PLACES): Promise<void> {
  const late = AbortSignal.timeout(LONGEST)
  while ((await browser.evaluate(`${elementAt(place)} !== null`)) !== true) {
    if (late.aborted) {
      const shown = await browser.evaluate('document.body.innerText')
      throw new Error(
        `Cannot measure the opening: ${place} did not come within ${LONGEST / 1000} s; the page shows "${String(shown).slice(0, 400)}"`,
      )
    }
    await setTimeout(LOOK_EVERY)
  }
}

function elementAt(place: keyof typeof PLACES): string {
  return `document.querySelector(${JSON.stringify(PLACES[place])})`
}
