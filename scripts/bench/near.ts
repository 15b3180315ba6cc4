import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {cpus, tmpdir, totalmem} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'

import {likeliest, nearKeys, overlapOf} from '../../ingest/near-text.ts'
import {type Lake, openLake} from '../../lake/lake.ts'
import {serveLake} from '../../lake/serve-lake.ts'
import {findCandidates, readCompared} from '../import/find-near.ts'
import {lakeOptions} from '../lake-options.ts'
import {createLocalClient} from '../target.ts'
import {inventStory, rewriteStory} from './invent-stories.ts'
import {summarise} from './measure.ts'

const {values} = parseArgs({
  options: {
    texts: {type: 'string', default: '5000'},
    asked: {type: 'string', default: '500'},
    write: {type: 'boolean', default: false},
  },
})
const texts = Number(values.texts)
const asked = Number(values.asked)
/** Stored texts that share a record: whose a text is has to be told, and a record each would take as long to store as the texts. */
const STORY = 500
/** Texts that are asked for in one request, as an import does. */
const BATCH = 50

const folder = mkdtempSync(join(tmpdir(), 'wiredesk-near-'))
const lake = openLake({...lakeOptions, dataDirectory: folder})
const server = await serveLake(lake, {port: 0, host: '127.0.0.1'})
try {
  const loaded = await load(lake)
  const client = createLocalClient({url: server.url, token: lake.administratorToken})
  const step = Math.max(1, Math.floor(texts / asked))
  const rewritten = times(asked, (n) => ({
    text: rewriteStory(inventStory(n * step), n).join('\n\n'),
    article: articleId(n * step),
  }))
  const unrelated = times(asked, (n) => ({
    text: inventStory(texts + n).join('\n\n'),
    article: undefined,
  }))
  const counts = {right: 0, wrong: 0, read: 0}
  const taken: number[] = []
  const all = [...rewritten, ...unrelated]
  for (let first = 0; first < all.length; first += BATCH) {
    const batch = all.slice(first, first + BATCH)
    const start = performance.now()
    const keys = batch.map(({text}) => nearKeys(text))
    const candidates = await findCandidates(client, keys)
    for (const [index, {text, article}] of batch.entries()) {
      const few = likeliest(keys[index] ?? [], candidates[index] ?? [])
      const compared = await readCompared(
        client,
        few.map(({id}) => id),
      )
      counts.read += few.length
      const found = compared
        .map((other) => ({
          article: other.articleId,
          share: overlapOf(text, other.body)?.share ?? 0,
        }))
        .filter(({share}) => share > 0)
        .toSorted((a, b) => b.share - a.share)[0]
      if (found === undefined) continue
      counts[found.article === article ? 'right' : 'wrong'] += 1
    }
    taken.push((performance.now() - start) / batch.length)
  }
  const {median, p99} = summarise(taken)
  const report = `# Near duplicates

Written by \`npm run bench:near -- --texts ${texts} --asked ${asked} --write\` on ${new Date().toISOString().slice(0, 10)}; never by hand. Machine: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}.

${texts.toLocaleString('en')} invented stories of one town's affairs, made of the same words and stock phrases, stored in the embedded lake (${Math.round(loaded)} documents a second). Asked for, ${BATCH} in a request as an
import does: ${asked} of them as another paper would print them (one to four of: cut, reordered, another lead, other quotes, words changed), and ${asked} stories that are not stored.

| | |
|---|--:|
| recall: rewritten stories whose original is found | ${percent(counts.right / asked)} |
| precision: proposals that are right | ${percent(counts.right / Math.max(1, counts.right + counts.wrong))} |
| stored texts read for one that is asked for, mean | ${(counts.read / all.length).toFixed(1)} |
| milliseconds for one text, median | ${median.toFixed(1)} |
| milliseconds for one text, 99th percentile of the requests | ${p99.toFixed(1)} |
`
  process.stdout.write(report)
  if (values.write) writeFileSync(new URL('../../docs/near-duplicates.md', import.meta.url), report)
} finally {
  await server.close()
  lake.close()
  rmSync(folder, {recursive: true})
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

/** @returns Documents per second */
async function load(into: Lake): Promise<number> {
  const start = performance.now()
  const dataset = into.store.dataset('production')
  for (let first = 0; first < texts; first += STORY) {
    const indexes = times(Math.min(STORY, texts - first), (n) => first + n)
    const mutations = [...indexes.map(sourceOf), recordOf(first, indexes)]
    await dataset.commit({mutations: mutations.map((create) => ({create})), author: 'bench'})
  }
  return ((texts + texts / STORY) / (performance.now() - start)) * 1000
}

function sourceOf(index: number) {
  const paragraphs = inventStory(index)
  const body = paragraphs.map((text) => ({_type: 'block', children: [{_type: 'span', text}]}))
  return {
    _id: `source.${index}`,
    _type: 'sourceText',
    nearKeys: nearKeys(paragraphs.join('\n\n')),
    parsed: JSON.stringify({headline: `Story ${index}`, body}),
  }
}

function recordOf(first: number, indexes: readonly number[]) {
  const id = articleId(first)
  return {
    _id: `record.${id}`,
    _type: 'articleRecord',
    article: {_type: 'reference', _ref: id, _weak: true},
    origins: indexes.map((index) => ({
      _key: `o${index}`,
      source: {_type: 'reference', _ref: `source.${index}`, _weak: true},
    })),
  }
}

function articleId(index: number): string {
  return `article-${index - (index % STORY)}`
}

function times<Value>(count: number, make: (index: number) => Value): readonly Value[] {
  return Array.from({length: count}, (_, index) => make(index))
}
