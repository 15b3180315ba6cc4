import {basename} from 'node:path'

import type {CopyNotes} from '../../ingest/copy-notes.ts'
import {type Fields, isFields, isSame} from '../../ingest/merge-content.ts'
import type {Reception} from './find-stored.ts'

/** Notes that say something of a text; the others say which text and story it is. */
const SAYING = ['headline', 'byline', 'date', 'url', 'publication', 'kind'] as const

/** Names of the notes that say something else than when the text came in last. What is not noted any more says nothing: it stays. */
export function changedNotes(notes: CopyNotes, before: Reception): readonly string[] {
  const stored = storedNotes(before)
  return SAYING.filter((name) => {
    const said = notes[name]
    if (said === undefined || isSame(said, stored[name])) return false
    return name !== 'publication' || notes.publication?.toLowerCase() !== before.publication
  })
}

/** @throws SyntaxError when they are no JSON */
export function storedNotes({notes}: Reception): Fields {
  const value: unknown = notes === undefined ? {} : JSON.parse(notes)
  return isFields(value) ? value : {}
}

/** Whether a text comes from where it came from before: the same item of a provider, or a file of the same name. Two papers may print one text under two headlines. */
export function isSameReception(path: string, notes: CopyNotes, {fileName}: Reception): boolean {
  const {provider, itemId, itemVersion} = notes
  const isItem = provider !== undefined && itemId !== undefined && itemVersion !== undefined
  return isItem || fileName === undefined || withoutRow(basename(path)) === withoutRow(fileName)
}

/** `rows.csv:17` is `rows.csv`: with a new row above it is the eighteenth. */
function withoutRow(name: string): string {
  return name.replace(/:\d{1,10}$/u, '')
}
