import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {cpus, loadavg, tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'

import {chromiumMissing, findChromium, launchChromium} from '../../studio/testing/chromium.ts'
import {projectFile} from '../project-file.ts'
import {buildStudioWhenStale} from '../studio-build.ts'
import {createLocalClient} from '../target.ts'
import {type Opening, type Openings, openByAddress, openThroughList} from './measure-opening.ts'
import {summarise} from './measure.ts'

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
  const load = loadavg()[0] ?? 0
  const desk = spawn(
    process.execPath,
    [projectFile('scripts/wiredesk.ts'), 'start', '--data', folder, '--port', '0'],
    {stdio: ['ignore', 'ignore', 'pipe']},
  )
  const ended = once(desk, 'exit')
  try {
    const {origin, hash} = await signInLink(desk)
    const client = createLocalClient({url: origin, token: hash.replace('#token=', '')})
    const id: unknown = await client
      .withConfig({perspective: 'drafts'})
      .fetch('*[_type == "article"] | order(_createdAt desc)[0]._id')
    const throughList: Openings[] = []
    const byAddress: Openings[] = []
    for (let round = 0; round < rounds; round++) {
      const browser = await launchChromium()
      try {
        throughList.push(await openThroughList(browser, `${origin}/${hash}`))
        byAddress.push(
          await openByAddress(
            browser,
            `${origin}/intent/edit/id=${String(id)};type=article/${hash}`,
          ),
        )
      } finally {
        await browser.close()
      }
    }
    return writeReport({throughList, byAddress, load})
  } finally {
    desk.kill()
    await ended
    rmSync(folder, {recursive: true})
  }
}

/** The link that the started desk prints. */
async function signInLink({stderr}: ChildProcess): Promise<URL> {
  let printed = ''
  for await (const chunk of stderr ?? []) {
    printed += String(chunk)
    const link = /http:\/\/\S{1,60}\/#token=\S{32,200}/u.exec(printed)?.[0]
    if (link !== undefined) return new URL(link)
  }
  throw new Error(`Cannot open the desk: it printed no link but "${printed}"`)
}

function writeReport({
  throughList,
  byAddress,
  load,
}: {
  readonly throughList: readonly Openings[]
  readonly byAddress: readonly Openings[]
  readonly load: number
}): string {
  const processors = cpus()
  return `# Opening the desk

Written by \`npm run bench:opening -- --rounds ${rounds} --write\` on ${new Date().toISOString().slice(0, 10)}; never by hand.
Machine: ${processors.length} × ${processors[0]?.model ?? 'unknown'}, load average ${load.toFixed(1)} before it began (what else ran on it).

A built Studio with the samples, in Chromium without a graphics card, browser and lake on this one machine. Milliseconds from entering the address until the first article's
headline takes what is typed; median of ${rounds} times. Through the list: a program chooses Incoming and its first article as soon as they can be chosen.
_Work_ is processor time of the page's main thread until then.

| | desk | list | **article** | work |
|---|--:|--:|--:|--:|
${row(
  'through the list, a browser that was never here',
  throughList.map(({first}) => first),
)}
${row(
  'through the list, the same browser again',
  throughList.map(({again}) => again),
)}
${row(
  'by the address of the article, a browser that was never here',
  byAddress.map(({first}) => first),
)}
${row(
  'by the address of the article, the same browser again',
  byAddress.map(({again}) => again),
)}
`
}

function row(name: string, openings: readonly Opening[]): string {
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
