import {readFile, stat} from 'node:fs/promises'

import type {CopyNotes} from '../../../ingest/copy-notes.ts'
import {decodeCopy} from '../../../ingest/decode-copy.ts'
import {copyFault} from '../../error-sentence.ts'
import {isRecord, readOneOf} from '../../narrow.ts'
import {fileFault} from './file-fault.ts'
import {parseJson} from './parse-json.ts'

/** Names that notes may use; each is one line of front matter or one property of a JSON file. */
const TEXTS = [
  'headline',
  'date',
  'url',
  'provider',
  'itemId',
  'itemVersion',
  'storyId',
  'previousVersion',
  'publication',
] as const

const KINDS = [
  'first',
  'update',
  'writeThrough',
  'lead',
  'refile',
  'correction',
  'kill',
  'advisory',
] as const

/** All names that notes may use. */
export const NOTE_NAMES: readonly string[] = [...TEXTS, 'byline', 'kind']

/** Most bytes of notes beside a text. */
export const LARGEST_NOTES = 100_000

/** There is none: its name would be too long for one, too. */
const NONE: ReadonlySet<unknown> = new Set(['ENOENT', 'ENAMETOOLONG'])

/**
 * Reads the JSON file beside a text, `story.txt.json` for `story.txt`.
 *
 * @returns `undefined` when there is none
 * @throws SyntaxError when the file cannot be read: without its notes the text would be another story
 */
export async function readSidecar(path: string): Promise<CopyNotes | undefined> {
  const file = `${path}.json`
  try {
    const entry = await stat(file)
    if (!entry.isFile()) throw new TypeError('it is no file')
    if (entry.size > LARGEST_NOTES) throw tooLargeNotes()
    return readNotes(await readFile(file))
  } catch (error) {
    if (error instanceof Error && 'code' in error && NONE.has(error.code)) return undefined
    throw notesFault(file, error)
  }
}

export function tooLargeNotes(): RangeError {
  return new RangeError(`they are over ${LARGEST_NOTES / 1000} KB`)
}

/** @param name - Of the file that holds the notes */
export function notesFault(name: string, error: unknown): SyntaxError {
  const why = copyFault(fileFault(error))
  return new SyntaxError(`the notes in "${name}" cannot be read: ${why}`, {cause: error})
}

/**
 * Reads notes in JSON.
 *
 * @throws SyntaxError when the bytes are no JSON object, or name a kind of version that nobody knows
 * @throws UnreadableCopyError when they are no text
 */
export function readNotes(bytes: Uint8Array): CopyNotes {
  const value = parseJson(decodeCopy(bytes).raw)
  if (isRecord(value)) return readFields(value)
  throw new SyntaxError('they are no JSON object')
}

/**
 * The notes that named values make; other names and empty values are left out.
 *
 * @throws SyntaxError when it names a kind of version that nobody knows
 */
export function readFields(fields: Readonly<Record<string, unknown>>): CopyNotes {
  const kind = fields['kind']
  const known = readOneOf(kind, KINDS)
  if (kind !== undefined && known === undefined) {
    throw new SyntaxError(`${JSON.stringify(kind)} is no kind of version (${KINDS.join(', ')})`)
  }
  const byline = readNames(fields['byline'])
  return {
    ...Object.fromEntries(
      TEXTS.flatMap((name) => {
        const value = readPlain(fields[name])
        return value === undefined ? [] : [[name, value]]
      }),
    ),
    ...(byline.length > 0 && {byline}),
    ...(known !== undefined && {kind: known}),
  }
}

function readNames(value: unknown): readonly string[] {
  const names: readonly unknown[] = Array.isArray(value)
    ? value
    : (readPlain(value)
        ?.replace(/^by /iu, '')
        .split(/ and |[,;&]/u) ?? [])
  return names.flatMap((name) => readPlain(name) ?? [])
}

/** Versions and ids come as numbers too. */
function readPlain(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const text = String(value).trim().toWellFormed()
  return text === '' ? undefined : text
}
