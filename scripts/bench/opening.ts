import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'

import {chromiumMissing, findChromium} from '../../studio/testing/chromium.ts'
import {projectFile} from '../project-file.ts'
import {buildStudioWhenStale} from '../studio-build.ts'
import {createLocalClient} from '../target.ts'
import {type DrivenBrowser, driveBrowser} from './drive-browser.ts'
import {type Opening, openByAddress, openThroughList} from './measure-opening.ts'
import {summarise} from './measure.ts'
import {startDesk} from './start-desk.ts'
import {writeMachine} from './write-figures.ts'

/** How often a browser opens the desk: Chromium keeps what it made of the scripts from the second time on. */
const VISITS = 3

const {values} = parseArgs({
  options: {rounds: {type: 'string', default: '5'}, write: {type: 'boolean', default: false}},
})
const rounds = Number(values.rounds)
if (findChromium() === undefined) {
  process.stderr.write(`Opening the desk: ${chromiumMissing}\n`)
} else {
  const report = await measureDesk()
  process.stdout.write(report)
  if (values.write) writeFileSync(projectFile('docs/opening.md'), report)
}

async function measureDesk(): Promise<string> {
  await buildStudioWhenStale(() => process.stderr.write('Building the Studio …\n'))
  const folder = mkdtempSync(join(tmpdir(), 'wiredesk-opening-'))
  const desk = await startDesk(join(folder, 'lake'))
  try {
    const {origin, hash} = desk.signInLink
    const client = createLocalClient({url: origin, token: hash.replace('#token=', '')})
    const id: unknown = await client
      .withConfig({perspective: 'drafts'})
      .fetch('*[_type == "article"] | order(_createdAt desc)[0]._id')
    const articleLink = `${origin}/intent/edit/id=${String(id)};type=article/${hash}`
    const throughList: Opening[][] = []
    const byAddress: Opening[][] = []
    for (let round = 0; round < rounds; round++) {
      throughList.push(
        await visit(join(folder, `list-${round}`), (browser) =>
          openThroughList(browser, `${origin}/${hash}`),
        ),
      )
      byAddress.push(
        await visit(join(folder, `address-${round}`), (browser) =>
          openByAddress(browser, articleLink),
        ),
      )
      process.stderr.write(`Opened the desk in ${round + 1} of ${rounds} browsers\n`)
    }
    return writeReport(throughList, byAddress)
  } finally {
    await desk.stop()
    rmSync(folder, {recursive: true})
  }
}

/** Opens the desk in a new browser, closes the browser and so on; the openings in their order. */
async function visit(
  profile: string,
  open: (browser: DrivenBrowser) => Promise<Opening>,
): Promise<Opening[]> {
  const openings: Opening[] = []
  for (let time = 0; time < VISITS; time++) {
    const browser = await driveBrowser(profile)
    try {
      openings.push(await open(browser))
    } finally {
      await browser.close()
    }
  }
  return openings
}

function writeReport(
  throughList: readonly (readonly Opening[])[],
  byAddress: readonly (readonly Opening[])[],
): string {
  return `# Opening the desk

Written by \`npm run bench:opening -- --rounds ${rounds} --write\`; never by hand. ${writeMachine()}

A built Studio with the samples, in Chromium without a graphics card, browser and lake on this one machine. Milliseconds from entering the address until the first article's
headline takes what is typed; median of ${rounds} browsers. Through the list: a program chooses Incoming and its first article as soon as they are there. The aim is 3,000.
The browser stands open and has come to rest before, and no developer tools listen to what it loads. One that was never here has nothing cached and nothing compiled; the one that was here is started
again for its third visit. _Work_ is processor time of the page's main thread until then.

| | desk | list | **article** | work |
|---|--:|--:|--:|--:|
${row('through the list, a browser that was never here', throughList, 0)}
${row('through the list, one that was here twice', throughList, VISITS - 1)}
${row('by the address of the article, a browser that was never here', byAddress, 0)}
${row('by the address of the article, one that was here twice', byAddress, VISITS - 1)}
`
}

/** @param time - Which visit of each browser, from 0 */
function row(name: string, browsers: readonly (readonly Opening[])[], time: number): string {
  const openings = browsers.flatMap((visits) => visits.at(time) ?? [])
  const cell = (measured: (opening: Opening) => number | undefined) => {
    const taken = openings.map(measured).filter((value) => value !== undefined)
    return taken.length === 0 ? '–' : Math.round(summarise(taken).median).toLocaleString('en')
  }
  const cells = [
    cell(({desk}) => desk),
    cell(({list}) => list),
    `**${cell(({article}) => article)}**`,
    cell(({work}) => work),
  ]
  return `| ${name} | ${cells.join(' | ')} |`
}
