import type {Bytes} from './bytes.ts'

/** A file in an archive. */
export interface ArchiveMember {
  /** As the archive names it: a label and nothing more, never a place to write to */
  readonly name: string
  /** Its bytes, unpacked; they are to be asked for before the next member is, or never */
  readonly open: () => Promise<Bytes>
}
