import type {CopyNotes} from '../../../ingest/copy-notes.ts'
import {acceptCopy, mostBytes, tooLarge} from './accept-copy.ts'
import type {ArchiveMember} from './archive-member.ts'
import {collectBytes} from './bytes.ts'
import {fileFault} from './file-fault.ts'
import {type CopyBytes, foundCopy, type FoundCopy, type SourceOptions} from './found-copy.ts'
import {openRows} from './open-rows.ts'
import {LARGEST_NOTES, notesFault, readNotes, tooLargeNotes} from './read-notes.ts'
import {formatByName} from './source-format.ts'

/**
 * The texts in an archive: its members that are texts, and the rows of those that are files of rows; the JSON beside a text is its notes.
 * A damaged member fails alone; of a damaged archive, what could be read comes first.
 *
 * @param path - Names the archive
 * @param members - Goes through the archive; called twice, for notes may stand behind their text
 */
export async function* openArchive(
  path: string,
  members: () => AsyncIterable<ArchiveMember>,
  options: SourceOptions,
): AsyncGenerator<FoundCopy> {
  let last: string | undefined
  let isEmpty = true
  try {
    const notes = await collectNotes(members())
    for await (const member of members()) {
      const format = formatByName(member.name)
      last = member.name
      if (format === undefined) continue
      isEmpty = false
      yield* copiesOf(`${path}/${member.name}`, member, {format, notes, options})
    }
    if (isEmpty) yield failed(path, 'the archive holds no .txt file and no file of rows')
  } catch (error) {
    const place = last === undefined ? '' : ` behind "${last}"`
    yield failed(path, `the archive is damaged${place}: ${fileFault(error)}`)
  }
}

interface MemberContext {
  readonly format: NonNullable<ReturnType<typeof formatByName>>
  readonly notes: ReadonlyMap<string, CopyNotes | SyntaxError>
  readonly options: SourceOptions
}

async function* copiesOf(
  path: string,
  member: ArchiveMember,
  {format, notes, options}: MemberContext,
): AsyncGenerator<FoundCopy> {
  try {
    switch (format) {
      case 'text': {
        const known = notes.get(member.name)
        if (known instanceof SyntaxError) yield failed(path, known.message)
        else yield foundCopy(path, await readMember(path, member, {notes: known, ...options}))
        break
      }
      case 'csv':
      case 'ndjson': {
        yield* openRows({path, format, bytes: await member.open()}, options)
        break
      }
      case 'zip':
      case 'tar': {
        yield failed(path, 'it is an archive inside an archive; unpack that first')
        break
      }
    }
  } catch (error) {
    yield failed(path, fileFault(error))
  }
}

async function readMember(
  path: string,
  member: ArchiveMember,
  {large, notes}: {readonly large: boolean; readonly notes: CopyNotes | undefined},
): Promise<CopyBytes> {
  const bytes = await collectBytes(await member.open(), mostBytes(large))
  if (bytes === undefined) return tooLarge(path, large)
  const copy = await acceptCopy(path, bytes, large)
  return notes === undefined || copy.type !== 'copy' ? copy : {...copy, notes}
}

/** Notes by the name of their text; a fault in place of those that cannot be read. */
async function collectNotes(
  members: AsyncIterable<ArchiveMember>,
): Promise<ReadonlyMap<string, CopyNotes | SyntaxError>> {
  const notes = new Map<string, CopyNotes | SyntaxError>()
  try {
    for await (const {name, open} of members) {
      const text = name.replace(/\.json$/u, '')
      if (text === name || formatByName(text) !== 'text') continue
      notes.set(text, await readMemberNotes(name, open))
    }
  } catch {
    // a damaged archive says so where its texts are read
  }
  return notes
}

async function readMemberNotes(
  name: string,
  open: ArchiveMember['open'],
): Promise<CopyNotes | SyntaxError> {
  try {
    const bytes = await collectBytes(await open(), LARGEST_NOTES)
    if (bytes === undefined) throw tooLargeNotes()
    return readNotes(bytes)
  } catch (error) {
    return notesFault(name, error)
  }
}

function failed(path: string, why: string): FoundCopy {
  return foundCopy(path, {type: 'failed', reason: `Cannot read "${path}": ${why}`})
}
