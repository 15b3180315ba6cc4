import {createReadStream} from 'node:fs'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'

import {extract} from 'tar-stream'

import {oneLine} from '../../one-line.ts'
import type {ArchiveMember} from './archive-member.ts'
import {unpackBytes} from './bytes.ts'

/**
 * The files in a tar archive, packed with gzip or not, in its order; read once from front to back.
 *
 * @throws Error when the archive is damaged, cut off or a bomb
 */
export async function* tarMembers(path: string): AsyncGenerator<ArchiveMember> {
  const members = extract()
  const done = pipeline(Readable.from(unpackBytes(createReadStream(path))), members)
  done.catch(() => {
    // the same error ends the loop below
  })
  for await (const member of members) {
    const {name, type} = member.header
    if (type === 'file' || type === 'contiguous-file') {
      yield {name: oneLine(name), open: async () => piecesOf(member)}
    }
    member.resume()
  }
}

/** Leaves the member as it is when nobody wants the rest of it: to end it would end the archive. */
async function* piecesOf(member: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  const pieces = member[Symbol.asyncIterator]()
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) {
    if (next.value instanceof Uint8Array) yield next.value
  }
}
