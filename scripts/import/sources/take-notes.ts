import type {CopyNotes} from '../../../ingest/copy-notes.ts'
import type {DecodedCopy} from '../../../ingest/decode-copy.ts'
import {readFrontMatter} from './read-front-matter.ts'

/**
 * Takes the front matter off a text; places of repairs count from behind it.
 *
 * @param beside - Notes from elsewhere, such as the file beside the text: front matter goes before them
 * @throws SyntaxError when the front matter cannot be read
 */
export function takeNotes(
  copy: DecodedCopy,
  beside: CopyNotes = {},
): DecodedCopy & {readonly notes: CopyNotes} {
  const front = readFrontMatter(copy.raw)
  if (front === undefined) return {...copy, notes: beside}
  const {end} = front
  return {
    ...copy,
    raw: copy.raw.slice(end),
    repairs: copy.repairs
      .filter((repair) => repair.start >= end)
      .map((repair) =>
        Object.assign({...repair}, {start: repair.start - end, end: repair.end - end}),
      ),
    notes: {...beside, ...front.notes},
  }
}
