import {DatabaseSync} from 'node:sqlite'

import {evaluate, parse} from 'groq-js'

import {measuredQueries} from './measured-queries.ts'

/** Tells its parent how long groq-js takes for each measured query, once, over an array of all documents: `node evaluate-plain.ts FILE ARTICLES`. */
const [file = '', articles = ''] = process.argv.slice(2)
const database = new DatabaseSync(file, {readOnly: true})
const dataset: unknown[] = []
for (const {json} of database.prepare('SELECT json FROM documents ORDER BY id').iterate()) {
  dataset.push(JSON.parse(String(json)))
}
database.close()
for (const {name, groq, params: paramsFor} of measuredQueries) {
  const params = paramsFor(0, Number(articles))
  const asMatch = groq.replaceAll(/text::query\(([^)]*)\)/gu, '$1')
  const start = performance.now()
  const answer = await evaluate(parse(asMatch, {params}), {dataset, params})
  await answer.get()
  process.send?.({name, milliseconds: performance.now() - start})
}
process.disconnect()
