import {bodyText} from '../schemas/portable-text.ts'
import {countWords} from './count-words.ts'
import type {DecodedCopy} from './decode-copy.ts'
import type {DocumentContext} from './document-context.ts'
import type {LedgerSpan} from './ledger.ts'
import {nearKeys} from './near-text.ts'
import type {ParsedCopy} from './parse-copy.ts'
import {publicationReference} from './publications/publication-reference.ts'
import type {DocumentReference} from './snapshot.ts'
import type {VersionKind} from './version-kind.ts'

export interface SourceTextDocument {
  readonly _id: string
  readonly _type: 'sourceText'
  readonly raw: string
  readonly sha256: string
  readonly textSha256: string
  /** What texts like this one have too; absent when it is too short to be told from others */
  readonly nearKeys?: readonly string[]
  readonly encoding: string
  readonly repairs?: readonly (DecodedCopy['repairs'][number] & {
    readonly _key: string
    readonly _type: 'textRepair'
  })[]
  readonly format: 'plainText'
  readonly fileName?: string
  readonly publication?: DocumentReference
  readonly provider?: string
  readonly itemId?: string
  readonly itemVersion?: string
  readonly storyId?: string
  readonly previousVersion?: DocumentReference & {readonly _weak: true}
  /** The source as which the text came first; this one has other notes */
  readonly sameTextAs?: DocumentReference & {readonly _weak: true}
  /** 2 for the first time that the text came again */
  readonly reception?: number
  readonly sourceUrl?: string
  readonly versionKind: VersionKind
  readonly versionNote?: string
  readonly sourceDate?: string
  readonly receivedAt: string
  readonly parserVersion: string
  /** `CopyNotes` as JSON */
  readonly notes?: string
  /** The snapshot, as JSON */
  readonly parsed: string
  /** The spans, as JSON */
  readonly ledger: string
  readonly counts: {
    readonly paragraphs: number
    readonly words: number
    readonly spans: number
    readonly removed: number
    readonly findings: number
  }
}

/** Makes the document of the received text itself. */
export function buildSource(
  {raw, snapshot, spans, findings}: ParsedCopy,
  kind: VersionKind,
  keyPrefix: string,
  context: DocumentContext,
): SourceTextDocument {
  const {fileName, publication, repairs, notes, previousSourceId, again} = context
  const sourceDate = snapshot.sourceDate ?? notes?.date
  const body = bodyText(snapshot.body)
  // other stories find the text as it came first
  const keys = again === undefined ? nearKeys(body) : []
  const versionNote = snapshot.versionMark ?? snapshot.correctionText
  return {
    _id: context.sourceId,
    _type: 'sourceText',
    raw,
    sha256: context.sha256,
    textSha256: context.textSha256,
    ...(keys.length > 0 && {nearKeys: keys}),
    encoding: context.encoding,
    ...(repairs.length > 0 && {
      repairs: repairs.map(({start, end, from, to}, index) => ({
        _key: `${keyPrefix}-r${index + 1}`,
        _type: 'textRepair' as const,
        start,
        end,
        from,
        to,
      })),
    }),
    format: 'plainText',
    ...(fileName !== undefined && {fileName}),
    ...(publication && {publication: publicationReference(publication)}),
    ...(notes?.provider !== undefined && {provider: notes.provider}),
    ...(notes?.itemId !== undefined && {itemId: notes.itemId}),
    ...(notes?.itemVersion !== undefined && {itemVersion: notes.itemVersion}),
    ...(notes?.storyId !== undefined && {storyId: notes.storyId}),
    ...(previousSourceId !== undefined && {
      previousVersion: {_type: 'reference', _ref: previousSourceId, _weak: true},
    }),
    ...(again && {
      sameTextAs: {_type: 'reference', _ref: again.sameTextAs, _weak: true},
      reception: again.reception,
    }),
    ...(notes?.url !== undefined && {sourceUrl: notes.url}),
    versionKind: kind,
    ...(versionNote !== undefined && {versionNote}),
    ...(sourceDate !== undefined && {sourceDate}),
    receivedAt: context.receivedAt,
    parserVersion: context.parserVersion,
    ...(notes !== undefined && {notes: JSON.stringify(notes)}),
    parsed: JSON.stringify(snapshot),
    ledger: JSON.stringify(spans),
    counts: {
      paragraphs: snapshot.body.length,
      words: countWords(body),
      spans: spans.length,
      removed: spans.filter(isRemoved).length,
      findings: findings.length,
    },
  }
}

function isRemoved(span: LedgerSpan): boolean {
  return span.kind === 'removed'
}
