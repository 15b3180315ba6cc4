import {createHash} from 'node:crypto'

/** Who a received text is, for the ledger's keys and the documents' ids. All from its content: no clock, no chance. */
export interface CopyIdentity {
  /** SHA-256 of the bytes as they came, hexadecimal */
  readonly sha256: string
  /** SHA-256 of the text in its normal form: the same text in another encoding has the same one */
  readonly textSha256: string
  /** `source.<hash>` */
  readonly sourceId: string
  /** `article-<hash>`, without `drafts.` */
  readonly articleId: string
  /** Begins every `_key` made from this text */
  readonly keyPrefix: string
}

/** Length of the hash in ids: 80 bits, so that a billion texts share none by chance. */
const ID_LENGTH = 20

/** @param normalised - The text in its normal form (`normaliseCopy`) */
export function identifyCopy(bytes: Uint8Array, normalised: string): CopyIdentity {
  const textSha256 = sha256(normalised)
  const hash = textSha256.slice(0, ID_LENGTH)
  return {
    sha256: sha256(bytes),
    textSha256,
    sourceId: `source.${hash}`,
    articleId: `article-${hash}`,
    keyPrefix: textSha256.slice(0, 6),
  }
}

function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex')
}
