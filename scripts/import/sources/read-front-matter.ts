import type {CopyNotes} from '../../../ingest/copy-notes.ts'
import {NOTE_NAMES, readFields} from './read-notes.ts'

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
 * Reads `name: value` lines between two lines `---` at the very start of a text. Between such lines it is copy where no line is a note; where one is, all
 * have to be: notes that are misspelt would else be printed, and the text would be a story of its own.
 *
 * @throws SyntaxError when some of the lines are notes and not all, a name stands there twice or the second line `---` is missing
 */
export function readFrontMatter(raw: string): FrontMatter | undefined {
  if (!/^---[ \t]{0,40}\r?\n/u.test(raw)) return undefined
  const fields = new Map<string, string>()
  let fault: string | undefined
  let isBegun = false
  let offset = raw.indexOf('\n') + 1
  for (let number = 2; number < MOST_LINES + 2 && offset < raw.length; number += 1) {
    const lineEnd = raw.indexOf('\n', offset)
    const line = raw.slice(offset, lineEnd === -1 ? raw.length : lineEnd).trimEnd()
    offset = lineEnd === -1 ? raw.length : lineEnd + 1
    if (line === '---') {
      if (fault === undefined) return {notes: readFields(Object.fromEntries(fields)), end: offset}
      if (fields.size === 0) return undefined
      throw new SyntaxError(`its notes cannot be read: ${fault}`)
    }
    const {name = '', value = ''} = LINE.exec(line)?.groups ?? {}
    if (!NOTE_NAMES.includes(name))
      fault ??= `line ${number}, "${line.slice(0, 60)}", is none; they are ${NOTE_NAMES.join(', ')}`
    else if (fields.has(name)) fault ??= `"${name}" stands there twice (line ${number})`
    else fields.set(name, value.trim())
    isBegun ||= number === 2 && fault === undefined
  }
  if (!isBegun) return undefined
  throw new SyntaxError('its notes cannot be read: the line "---" behind them is missing')
}
