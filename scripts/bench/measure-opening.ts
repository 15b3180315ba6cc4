import type {Browser, BrowserContext, Page} from 'playwright-core'

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

export interface Openings {
  /** A browser that has never been here: nothing cached, nothing compiled */
  readonly first: Opening
  /** The same browser in a new tab */
  readonly again: Opening
}

/** From the front door: a list is chosen as soon as it is there, an article as soon as the list shows one. */
export function openThroughList(browser: Browser, signInLink: string): Promise<Openings> {
  return openTwice(browser, signInLink, async (page, elapsed) => {
    const incoming = page.getByRole('link', {name: 'Incoming'})
    await incoming.waitFor()
    const desk = elapsed()
    await incoming.click()
    const first = page.getByTestId('article-list').getByRole('link').first()
    await first.waitFor()
    const list = elapsed()
    await first.click()
    return {desk, list}
  })
}

/** By the address of an article, as an editor has it from a colleague or among the bookmarks. */
export function openByAddress(browser: Browser, articleLink: string): Promise<Openings> {
  return openTwice(browser, articleLink, () => Promise.resolve({}))
}

async function openTwice(browser: Browser, address: string, walk: Walk): Promise<Openings> {
  const context = await browser.newContext({viewport: {width: 1440, height: 900}})
  try {
    const first = await open(context, address, walk)
    return {first, again: await open(context, address, walk)}
  } finally {
    await context.close()
  }
}

/** The steps to an article; `elapsed` gives the milliseconds so far. */
type Walk = (
  page: Page,
  elapsed: () => number,
) => Promise<{readonly desk?: number; readonly list?: number}>

async function open(context: BrowserContext, address: string, walk: Walk): Promise<Opening> {
  const page = await context.newPage()
  const devTools = await context.newCDPSession(page)
  await devTools.send('Performance.enable', {timeDomain: 'threadTicks'})
  const start = performance.now()
  const elapsed = () => performance.now() - start
  await page.goto(address, {waitUntil: 'commit'})
  const steps = await walk(page, elapsed)
  const headline = page.locator('[data-testid="field-headline"] input:not([readonly])')
  // Sanity shows the form a moment before it takes changes: a key that comes too early is not kept
  await headline.focus()
  const {length} = await headline.inputValue()
  do await page.keyboard.type('A')
  while ((await headline.inputValue()).length <= length)
  const article = elapsed()
  const {metrics} = await devTools.send('Performance.getMetrics')
  const work = (metrics.find(({name}) => name === 'TaskDuration')?.value ?? 0) * 1000
  await page.close()
  return {...steps, article, work}
}
