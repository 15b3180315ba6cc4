import {readFile} from 'node:fs/promises'

import type {CopyNotes} from '../../../ingest/copy-notes.ts'
import {isRecord, readOneOf} from '../../narrow.ts'

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

/** Lines that front matter may have. */
const MOST_LINES = 40
/** `storyId: 20261119-0441` */
const LINE = /^(?<name>[A-Za-z]{1,40}):[ \t]{0,40}(?<value>.{0,1000})$/u

/** The notes at the start of a text and where the text itself begins. */
interface FrontMatter {
  readonly notes: CopyNotes
  /** Offset of the first character behind the notes */
  readonly end: number
}

/**
 * Reads `name: value` lines between two lines `---` at the very start of a text. Lines of any other kind or an unknown name make it
 * no front matter but copy.
 */
export function readFrontMatter(raw: string): FrontMatter | undefined {
  if (!/^---\r?\n/u.test(raw)) return undefined
  const fields: Record<string, string> = {}
  let offset = raw.indexOf('\n') + 1
  for (let count = 0; count < MOST_LINES; count += 1) {
    const lineEnd = raw.indexOf('\n', offset)
    const line = raw.slice(offset, lineEnd === -1 ? raw.length : lineEnd).trimEnd()
    offset = lineEnd === -1 ? raw.length : lineEnd + 1
    if (line === '---') return {notes: readFields(fields), end: offset}
    const groups = LINE.exec(line)?.groups
    const [name, value] = [groups?.['name'] ?? '', groups?.['value'] ?? '']
    if (!NOTE_NAMES.includes(name)) return undefined
    fields[name] = value.trim()
  }
  return undefined
}

/**
 * Reads the JSON file beside a text, `story.txt.json` for `story.txt`.
 *
 * @returns `undefined` when there is none
 * @throws SyntaxError when the file holds no JSON object, or a kind of version that nobody knows
 */
export async function readSidecar(path: string): Promise<CopyNotes | undefined> {
  const text = await readFile(`${path}.json`, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : readNotes(`${path}.json`, text)
}

/**
 * Reads notes in JSON.
 *
 * @param path - Where they stand, for the error
 * @throws SyntaxError when the text is no JSON object, or names a kind of version that nobody knows
 */
export function readNotes(path: string, text: string): CopyNotes {
  try {
    const value: unknown = JSON.parse(text)
    if (isRecord(value)) return readFields(value)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new SyntaxError(`the notes in "${path}" cannot be read: ${error.message}`, {
      cause: error,
    })
  }
  throw new SyntaxError(`the notes in "${path}" are no JSON object`)
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
    : (readPlain(value)?.split(/ and |[,;&]/u) ?? [])
  return names.flatMap((name) => readPlain(name) ?? [])
}

/** Versions and ids come as numbers too. */
function readPlain(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const text = String(value).trim()
  return text === '' ? undefined : text
}
