import type {DatabaseSync} from 'node:sqlite'

import type {LakeDocument} from './lake-document.ts'
import type {IndexChange} from './path-index.ts'
import {textsOf, tokensOf} from './text-tokens.ts'

/** Keeps `text_index` in step with the documents: the words of each, as `match` cuts them. */
export function createTextIndex(database: DatabaseSync, dataset: string): IndexChange {
  const find = database.prepare('SELECT number FROM text_documents WHERE dataset = ? AND id = ?')
  const name = database.prepare('INSERT INTO text_documents (dataset, id) VALUES (?, ?)')
  const forget = database.prepare('DELETE FROM text_documents WHERE number = ?')
  const put = database.prepare('INSERT INTO text_index (rowid, words) VALUES (?, ?)')
  const remove = database.prepare('DELETE FROM text_index WHERE rowid = ?')

  return function change(id, before, after) {
    if (before && after && saysTheSame(before, after)) return
    const words = after && wordsOf(tokensOf(after))
    const known = before && find.get(dataset, id)?.['number']
    if (known !== undefined) remove.run(known)
    if (words !== undefined) put.run(known ?? name.run(dataset, id).lastInsertRowid, words)
    else if (known !== undefined) forget.run(known)
  }
}

function saysTheSame(before: LakeDocument, after: LakeDocument): boolean {
  if (before._type !== after._type) return false
  const texts = textsOf(after)
  const old = textsOf(before)
  return texts.length === old.length && texts.every((text, index) => text === old[index])
}

function wordsOf(tokens: ReadonlySet<string>): string {
  return [...tokens].join(' ')
}
