import type {BrowserContext, CDPSession, Page} from 'playwright-core'

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

/** Longest wait for anything, in milliseconds. */
const LONGEST = 60_000

/** Where the walk through the desk leads, as a person sees it. */
const PLACES = {
  'the list Incoming': 'a[href$="/structure/incoming"]',
  'the first article of the list': '[data-testid="article-list"] li a',
  'a headline that can be edited': '[data-testid="field-headline"] textarea:not([readonly])',
} as const

/** From the front door: a list is chosen as soon as it is there, an article as soon as the list shows one. */
export function openThroughList(context: BrowserContext, signInLink: string): Promise<Opening> {
  return open(context, signInLink, async (page, elapsed) => {
    await choose(page, 'the list Incoming')
    const desk = elapsed()
    await choose(page, 'the first article of the list')
    return {desk, list: elapsed()}
  })
}

/** By the address of an article, as an editor has it from a colleague or among the bookmarks. */
export function openByAddress(context: BrowserContext, articleLink: string): Promise<Opening> {
  return open(context, articleLink, () => Promise.resolve({}))
}

/** The steps to an article; `elapsed` gives the milliseconds so far. */
type Walk = (
  page: Page,
  elapsed: () => number,
) => Promise<{readonly desk?: number; readonly list?: number}>

async function open(context: BrowserContext, address: string, walk: Walk): Promise<Opening> {
  const page = await context.newPage()
  page.setDefaultTimeout(LONGEST)
  const devTools = await context.newCDPSession(page)
  await devTools.send('Performance.enable', {timeDomain: 'threadTicks'})
  const start = performance.now()
  const elapsed = () => performance.now() - start
  await page.goto(address, {waitUntil: 'commit'})
  const steps = await walk(page, elapsed)
  await typeIntoHeadline(page, elapsed)
  const opening = {...steps, article: elapsed(), work: await workOf(devTools)}
  await page.close()
  return opening
}

/** Clicks without the checks of a test, which wait for the page to come to rest. */
async function choose(page: Page, place: keyof typeof PLACES): Promise<void> {
  const element = await waitFor(page, place)
  await element.evaluate((link) => {
    if (link instanceof HTMLElement) link.click()
  })
}

/** Sanity shows the form a moment before it takes changes: a key that comes too early is not kept. */
async function typeIntoHeadline(page: Page, elapsed: () => number): Promise<void> {
  const headline = await waitFor(page, 'a headline that can be edited')
  const {length} = await headline.inputValue()
  while (elapsed() < LONGEST) {
    await headline.focus()
    await page.keyboard.type('A')
    if ((await headline.inputValue()).length > length) return
  }
  throw new Error(
    `Cannot measure the opening: the headline at "${page.url()}" keeps nothing of what is typed`,
  )
}

async function waitFor(page: Page, place: keyof typeof PLACES) {
  const element = page.locator(PLACES[place]).first()
  await element.waitFor().catch(async (cause: unknown) => {
    const shown = await page
      .locator('body')
      .innerText()
      .catch(() => 'nothing')
    throw new Error(
      `Cannot measure the opening: ${place} did not come within ${LONGEST / 1000} s at "${page.url()}", which shows "${shown.slice(0, 400)}"`,
      {cause},
    )
  })
  return element
}

/** @returns In milliseconds */
async function workOf(devTools: CDPSession): Promise<number> {
  const {metrics} = await devTools.send('Performance.getMetrics')
  return (metrics.find(({name}) => name === 'TaskDuration')?.value ?? 0) * 1000
}
