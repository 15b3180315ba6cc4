import {windows1252Character} from './windows-1252.ts'

/** A byte or a code unit that was no valid text, and what stands for it. Offsets are in `raw`. */
export interface TextRepair {
  readonly start: number
  readonly end: number
  /** What was received: `byte 0x92`, `lone surrogate D83D` */
  readonly from: string
  readonly to: string
}

export interface DecodedCopy {
  /** Well-formed text; a byte order mark is not part of it */
  readonly raw: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  readonly repairs: readonly TextRepair[]
}

/** The bytes are no text; `offset` is where that shows, in bytes. */
export class UnreadableCopyError extends TypeError {
  override readonly name = 'UnreadableCopyError'
  readonly offset: number
  constructor(message: string, offset: number) {
    super(`${message} (byte ${offset})`)
    this.offset = offset
  }
}

/**
 * Reads bytes as text: by their byte order mark, else as UTF-8, else as Windows-1252. In UTF-8 with single stray
 * bytes those are read as Windows-1252, each a recorded repair.
 *
 * @throws UnreadableCopyError when the bytes are binary, or no encoding we read makes text of them
 */
export function decodeCopy(bytes: Uint8Array): DecodedCopy {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be')
  refuseBinary(bytes)
  try {
    return {
      raw: new TextDecoder('utf-8', {fatal: true}).decode(bytes),
      encoding: 'utf-8',
      repairs: [],
    }
  } catch {
    return decodeDamaged(bytes)
  }
}

/** First bytes of what people drop by mistake: PDF, ZIP and the Word files in it, old Word, RTF, pictures. */
const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['a PDF', [0x25, 0x50, 0x44, 0x46]],
  ['a ZIP or Office file', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Office file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['an RTF file', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['a GZIP file', [0x1f, 0x8b]],
]

function refuseBinary(bytes: Uint8Array): void {
  for (const [what, signature] of SIGNATURES) {
    if (signature.every((byte, index) => bytes[index] === byte)) {
      throw new UnreadableCopyError(
        `Cannot read the copy: it is ${what}, not text; save it as plain text`,
        0,
      )
    }
  }
  const nul = bytes.indexOf(0)
  if (nul !== -1) {
    throw new UnreadableCopyError(
      'Cannot read the copy: it holds a zero byte, so it is no text',
      nul,
    )
  }
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedCopy {
  if (bytes.length % 2 === 1) {
    throw new UnreadableCopyError(
      'Cannot read the copy: its UTF-16 ends in half a character',
      bytes.length - 1,
    )
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const units: string[] = []
  for (let offset = 2; offset < bytes.length; offset += 2) {
    units.push(String.fromCharCode(view.getUint16(offset, encoding === 'utf-16le')))
  }
  const received = units.join('')
  const nul = received.indexOf('\0')
  if (nul !== -1) {
    throw new UnreadableCopyError(
      'Cannot read the copy: it holds a zero character, so it is no text',
      2 + nul * 2,
    )
  }
  const repairs = [...received.matchAll(/\p{Cs}/gu)].map((match) => ({
    start: match.index,
    end: match.index + 1,
    from: `lone surrogate ${match[0].charCodeAt(0).toString(16).toUpperCase()}`,
    to: '\uFFFD',
  }))
  return {raw: received.toWellFormed(), encoding, repairs}
}

/** Not all UTF-8: wholly Windows-1252 when it holds no sound multi-byte character, else mended byte by byte. */
function decodeDamaged(bytes: Uint8Array): DecodedCopy {
  const parts: string[] = []
  const repairs: TextRepair[] = []
  let length = 0
  let soundCharacters = 0
  let offset = 0
  const strict = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})
  while (offset < bytes.length) {
    const ascii = asciiLength(bytes, offset)
    if (ascii > 0) {
      const text = strict.decode(bytes.subarray(offset, offset + ascii))
      parts.push(text)
      length += text.length
      offset += ascii
      continue
    }
    const sound = soundSequence(bytes, offset, strict)
    if (sound !== undefined) {
      soundCharacters += 1
      parts.push(sound.text)
      length += sound.text.length
      offset += sound.bytes
      continue
    }
    const byte = bytes[offset] ?? 0
    const character = windows1252Character(byte)
    if (character === undefined) {
      throw new UnreadableCopyError(
        `Cannot read the copy: byte 0x${byte.toString(16)} is neither UTF-8 nor Windows-1252; save it as UTF-8`,
        offset,
      )
    }
    repairs.push({
      start: length,
      end: length + 1,
      from: `byte 0x${byte.toString(16)}`,
      to: character,
    })
    parts.push(character)
    length += 1
    offset += 1
  }
  return soundCharacters === 0
    ? {raw: parts.join(''), encoding: 'windows-1252', repairs: []}
    : {raw: parts.join(''), encoding: 'utf-8', repairs}
}

function asciiLength(bytes: Uint8Array, offset: number): number {
  let end = offset
  while (end < bytes.length && (bytes[end] ?? 0x80) < 0x80) end += 1
  return end - offset
}

function soundSequence(
  bytes: Uint8Array,
  offset: number,
  strict: TextDecoder,
): {readonly text: string; readonly bytes: number} | undefined {
  const lead = bytes[offset] ?? 0
  const count = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
  if (lead < 0xc2 || lead > 0xf4 || offset + count > bytes.length) return undefined
  try {
    return {text: strict.decode(bytes.subarray(offset, offset + count)), bytes: count}
  } catch {
    return undefined
  }
}
