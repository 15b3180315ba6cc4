import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'

import type {SanityClient} from '@sanity/client'

import {type DeskList, deskLists} from '../../studio/desk/desk-lists.ts'
import {fetchArticles, type ListWishes} from '../../studio/desk/fetch-articles.ts'
import {projectFile} from '../project-file.ts'
import {startBenchLake} from './bench-lake.ts'
import {generateDesk} from './generate-desk.ts'
import {commitDocuments} from './load-articles.ts'
import {measure} from './measure.ts'
import {megabytes, milliseconds, writeMachine} from './write-figures.ts'

// Measures how soon the lists of the desk are there, and what is sought in them; --write puts the table into docs/lists.md.
const {values} = parseArgs({
  options: {
    articles: {type: 'string', default: '100000'},
    rounds: {type: 'string', default: '5'},
    write: {type: 'boolean', default: false},
  },
})
const rounds = Number(values.rounds)

/** The clock of the newsroom: its newest articles went out the evening before. It goes on from question to question, or a list of what is published would be answered from memory. */
const NOW = Date.parse('2026-11-01T06:00:00Z')

const page: ListWishes = {words: '', wireSource: '', publication: '', limit: 50, stopped: []}

const asked: Readonly<Record<string, ListWishes>> = {
  'first page': page,
  '500 articles': {...page, limit: 500},
  'a frequent word': {...page, words: 'lo'},
  'two words': {...page, words: 'tin mer'},
  'a word that one has': {...page, words: 'story4321'},
  'a wire source': {...page, wireSource: 'wire-3'},
  'a publication': {...page, publication: 'publication-0'},
}

const folder = mkdtempSync(join(tmpdir(), 'wiredesk-lists-'))
try {
  const report = await measureLists(folder, Number(values.articles))
  process.stdout.write(report)
  if (values.write) writeFileSync(projectFile('docs/lists.md'), report)
} finally {
  rmSync(folder, {recursive: true})
}

async function measureLists(place: string, articles: number): Promise<string> {
  process.stderr.write(`Loading ${articles} articles with their records\n`)
  await commitDocuments(place, generateDesk(articles))
  const lake = await startBenchLake(place)
  try {
    const rows: string[] = []
    for (const list of deskLists) {
      process.stderr.write(`Opening ${list.id}\n`)
      rows.push(await measureList(lake.client, list))
    }
    return writeLists(articles, rows, await lake.resident())
  } finally {
    await lake.close()
  }
}

async function measureList(client: SanityClient, list: DeskList): Promise<string> {
  const cells: string[] = []
  for (const wishes of Object.values(asked)) {
    const {median} = await measure(rounds, (round) =>
      fetchArticles(client, list, wishes, new Date(NOW + round)),
    )
    cells.push(milliseconds(median))
  }
  return `| ${list.id} | ${cells.join(' | ')} |`
}

function writeLists(articles: number, rows: readonly string[], resident: number): string {
  const names = Object.keys(asked)
  return `# The lists of the desk

Written by \`npm run bench:lists -- --articles ${articles} --rounds ${rounds} --write\`; never by hand. ${writeMachine()}

${articles.toLocaleString('en')} short articles with their records, one in five at work and the others out. Milliseconds from asking to an answer that is parsed, over HTTP, median of ${rounds} times after
one that warmed up: all that a list asks for until it can be shown. The aim for a first page is 100. ${megabytes(resident)} MB resident in the lake's processes afterwards.

| list | ${names.join(' | ')} |
|---|${names.map(() => '--:|').join('')}
${rows.join('\n')}
`
}
