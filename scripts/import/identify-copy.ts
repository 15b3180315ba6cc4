import {createHash} from 'node:crypto'

import type {CopyNotes} from '../../ingest/copy-notes.ts'

/** Who a received text is, for the ledger's keys and the documents' ids. All from its content and its notes: no clock, no chance. */
export interface CopyIdentity {
  /** SHA-256 of the bytes as they came, hexadecimal */
  readonly sha256: string
  /** SHA-256 of the text in its normal form: the same text in another encoding has the same one */
  readonly textSha256: string
  /** `source.<hash>`: of the provider's id and version where it gives both, else of the text */
  readonly sourceId: string
  /** `article-<hash>`, without `drafts.`: of the provider's story, without version, else of the text */
  readonly articleId: string
  /** Begins every `_key` made from this text */
  readonly keyPrefix: string
  /** The source that the notes name as the one before, if they do */
  readonly previousSourceId?: string
  /** Set when the text is stored already and has come again with other notes */
  readonly again?: {
    /** The source as which the text came first */
    readonly sameTextAs: string
    /** 2 for the first time that it came again */
    readonly reception: number
  }
}

/** Length of the hash in ids: 80 bits, so that a billion texts share none by chance. */
const ID_LENGTH = 20

/** What a text is stored as that brings no id of its own. */
export function sourceIdOfText(textSha256: string): string {
  return `source.${textSha256.slice(0, ID_LENGTH)}`
}

/** @param normalised - The text in its normal form (`normaliseCopy`) */
export function identifyCopy(
  bytes: Uint8Array,
  normalised: string,
  notes: CopyNotes = {},
): CopyIdentity {
  const textSha256 = sha256(normalised)
  const {itemId, itemVersion, previousVersion} = notes
  const provider = notes.provider?.toLowerCase()
  const story = notes.storyId ?? itemId
  const itemHash = (version: string | undefined) =>
    provider === undefined || itemId === undefined || version === undefined
      ? undefined
      : sha256(JSON.stringify(['item', provider, itemId, version]))
  const source = itemHash(itemVersion) ?? textSha256
  const previous = itemHash(previousVersion)
  const article =
    provider === undefined || story === undefined
      ? textSha256
      : sha256(JSON.stringify(['story', provider, story]))
  return {
    sha256: sha256(bytes),
    textSha256,
    sourceId: `source.${source.slice(0, ID_LENGTH)}`,
    articleId: `article-${article.slice(0, ID_LENGTH)}`,
    keyPrefix: source.slice(0, 6),
    ...(previous !== undefined && {previousSourceId: `source.${previous.slice(0, ID_LENGTH)}`}),
  }
}

/** The identity of a stored text that has come again with other notes. */
export function identifyAgain(identity: CopyIdentity, reception: number): CopyIdentity {
  const source = sha256(JSON.stringify(['notes', identity.sourceId, reception]))
  return {
    ...identity,
    sourceId: `source.${source.slice(0, ID_LENGTH)}`,
    keyPrefix: source.slice(0, 6),
    again: {sameTextAs: identity.sourceId, reception},
  }
}

function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex')
}
