import {stat} from 'node:fs/promises'
import {crc32} from 'node:zlib'

import {type Entry, getFileNameLowLevel, openPromise, type ZipFile} from 'yauzl'

import {oneLine} from '../../one-line.ts'
import type {ArchiveMember} from './archive-member.ts'
import {isBomb} from './bytes.ts'

/**
 * The files in a zip archive, in its order, each unpacked only when it is opened.
 *
 * @throws Error when the archive is damaged or a bomb
 */
export async function* zipMembers(path: string): AsyncGenerator<ArchiveMember> {
  const {size} = await stat(path)
  // names are read below, without the check that throws on `../ferry.txt`: nothing is written anywhere
  const zip = await openPromise(path, {lazyEntries: true, autoClose: false, decodeStrings: false})
  let unpacked = 0
  try {
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry)
      if (name.endsWith('/')) continue
      yield {
        name,
        open: async () => {
          unpacked += entry.uncompressedSize
          if (isBomb(size, unpacked)) {
            throw new RangeError('it unpacks to far more than any texts would: that is an attack')
          }
          return openEntry(zip, entry)
        },
      }
    }
  } finally {
    zip.close()
  }
}

function nameOf({generalPurposeBitFlag, fileNameRaw, extraFields}: Entry): string {
  return oneLine(getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false))
}

async function openEntry(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Uint8Array>> {
  if (entry.isEncrypted()) throw new Error('it is encrypted')
  const stream: AsyncIterable<Uint8Array> = await zip.openReadStreamPromise(entry)
  return checked(stream, entry.crc32)
}

async function* checked(
  bytes: AsyncIterable<Uint8Array>,
  expected: number,
): AsyncGenerator<Uint8Array> {
  let sum = 0
  for await (const piece of bytes) {
    sum = crc32(piece, sum)
    yield piece
  }
  if (sum !== expected) throw new Error('it is damaged: its checksum does not fit')
}
