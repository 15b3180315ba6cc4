import {bodyText} from '../schemas/portable-text.ts'
import {type CopyNotes, fieldsOfNotes} from './copy-notes.ts'
import type {DecodedCopy} from './decode-copy.ts'
import type {LedgerSpan} from './ledger.ts'
import {nearKeys} from './near-text.ts'
import type {ParsedCopy} from './parse-copy.ts'
import type {Publication} from './publications/publication.ts'
import type {Finding} from './reading.ts'
import type {DocumentReference, Snapshot, SnapshotByline} from './snapshot.ts'
import {type VersionKind, versionKind} from './version-kind.ts'

/** What the copy cannot know: identities, hashes, the clock. Passed in, so that the same copy gives the same documents. */
export interface DocumentContext {
  /** `source.<hash>` */
  readonly sourceId: string
  /** `article-<hash>`, without `drafts.` */
  readonly articleId: string
  /** ISO 8601 instant */
  readonly receivedAt: string
  /** Of the bytes, in hex */
  readonly sha256: string
  /** Of the normalised text, in hex */
  readonly textSha256: string
  readonly encoding: DecodedCopy['encoding']
  readonly repairs: DecodedCopy['repairs']
  readonly fileName?: string
  readonly publication?: Publication
  readonly parserVersion: string
  /** What came with the text; it fills what the text does not say */
  readonly notes?: CopyNotes
  /** `source.<hash>` of the version before this one */
  readonly previousSourceId?: string
  /** Ids of contributors by the exact form in which copy names them */
  readonly contributorsByAlias?: ReadonlyMap<string, string>
}

interface StoredDocument {
  readonly _id: string
  readonly _type: string
}

export interface SourceTextDocument extends StoredDocument {
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

export interface ArticleDocument
  extends
    StoredDocument,
    Pick<
      Snapshot,
      | 'headline'
      | 'standfirst'
      | 'keyPoints'
      | 'wireCredits'
      | 'dateline'
      | 'body'
      | 'slugline'
      | 'authorNote'
      | 'copyrightNotice'
    > {
  readonly _type: 'article'
  readonly bylines?: readonly ArticleByline[]
  readonly embargo?: {
    readonly _type: 'embargo'
    readonly active: true
    readonly textAsReceived: string
  }
  readonly corrections?: readonly ArticleCorrection[]
  readonly publication?: DocumentReference
  readonly language?: string
  readonly pubStatus: 'usable'
}

/** A known author is a reference, an unknown one the name as written; never both. */
type ArticleByline = SnapshotByline & {readonly contributor?: DocumentReference}

/** Without `at`: the copy does not say when; an editor must, before it is published. */
interface ArticleCorrection {
  readonly _key: string
  readonly _type: 'correction'
  readonly type: 'correction'
  readonly text: string
}

export interface ArticleRecordDocument extends StoredDocument {
  readonly _type: 'articleRecord'
  readonly article: DocumentReference & {readonly _weak: true}
  readonly workflowState: 'incoming'
  readonly signOff?: string
  readonly legalHold: false
  readonly killFlag: boolean
  readonly origins: readonly {
    readonly _key: string
    readonly _type: 'origin'
    readonly source: DocumentReference & {readonly _weak: true}
    readonly version?: string
    readonly importedAt: string
    readonly parserVersion: string
  }[]
  readonly findings?: readonly RecordFinding[]
}

interface RecordFinding extends Pick<Finding, 'message' | 'alternatives'> {
  readonly code: Finding['code'] | 'near-duplicate'
  readonly _key: string
  readonly _type: 'finding'
  readonly where: {readonly start: number; readonly end: number}
  readonly state: 'open'
  /** The other story that this text seems to be a version of */
  readonly article?: DocumentReference & {readonly _weak: true}
  /** How much of the shorter text stands in both, in per cent */
  readonly overlap?: number
}

export interface BuiltDocuments {
  readonly kind: VersionKind
  readonly source: SourceTextDocument
  readonly article: ArticleDocument
  readonly record: ArticleRecordDocument
}

/**
 * Makes the three documents of a received text: the text itself, the draft of its article, the desk's record of it.
 *
 * @param keyPrefix - The one the copy was parsed with
 */
export function buildDocuments(
  parsed: ParsedCopy,
  keyPrefix: string,
  context: DocumentContext,
): BuiltDocuments {
  const kind =
    context.notes?.kind ?? versionKind(parsed.snapshot.versionMark, parsed.snapshot.correctionText)
  return {
    kind,
    source: buildSource(parsed, kind, keyPrefix, context),
    article: buildArticle(parsed.snapshot, keyPrefix, context),
    record: buildRecord(parsed, kind, keyPrefix, context),
  }
}

function buildSource(
  {raw, snapshot, spans, findings}: ParsedCopy,
  kind: VersionKind,
  keyPrefix: string,
  context: DocumentContext,
): SourceTextDocument {
  const {fileName, publication, repairs, notes, previousSourceId} = context
  const sourceDate = snapshot.sourceDate ?? notes?.date
  const keys = nearKeys(bodyText(snapshot.body))
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
      words: countWords(snapshot),
      spans: spans.length,
      removed: spans.filter(isRemoved).length,
      findings: findings.length,
    },
  }
}

function buildArticle(
  snapshot: Snapshot,
  keyPrefix: string,
  {articleId, publication, contributorsByAlias, notes}: DocumentContext,
): ArticleDocument {
  // what lives elsewhere is taken out; the rest has the names and shapes of the article
  const {
    bylines,
    versionMark: _mark,
    signOff: _signOff,
    sourceDate: _date,
    captions: _captions,
    correctionText,
    embargoText,
    ...fields
  } = {...fieldsOfNotes(notes, keyPrefix), ...snapshot}
  return {
    _id: `drafts.${articleId}`,
    _type: 'article',
    ...fields,
    ...(bylines && {
      bylines: bylines.map((byline) => linkContributor(byline, contributorsByAlias)),
    }),
    ...(embargoText !== undefined && {
      embargo: {_type: 'embargo', active: true, textAsReceived: embargoText},
    }),
    ...(correctionText !== undefined && {
      corrections: [
        {_key: `${keyPrefix}-n1`, _type: 'correction', type: 'correction', text: correctionText},
      ],
    }),
    ...(publication && {
      publication: publicationReference(publication),
      language: publication.language,
    }),
    pubStatus: 'usable',
  }
}

function buildRecord(
  {snapshot, findings}: ParsedCopy,
  kind: VersionKind,
  keyPrefix: string,
  {articleId, sourceId, receivedAt, parserVersion, notes}: DocumentContext,
): ArticleRecordDocument {
  return {
    _id: `record.${articleId}`,
    _type: 'articleRecord',
    article: {_type: 'reference', _ref: articleId, _weak: true},
    workflowState: 'incoming',
    ...(snapshot.signOff !== undefined && {signOff: snapshot.signOff}),
    legalHold: false,
    killFlag: kind === 'kill',
    origins: [
      {
        _key: `${keyPrefix}-o1`,
        _type: 'origin',
        source: {_type: 'reference', _ref: sourceId, _weak: true},
        ...(notes?.itemVersion !== undefined && {version: notes.itemVersion}),
        importedAt: receivedAt,
        parserVersion,
      },
    ],
    ...(findings.length > 0 && {
      findings: findings.map(({code, message, alternatives, start, end}, index) => ({
        _key: `${keyPrefix}-f${index + 1}`,
        _type: 'finding' as const,
        code,
        message,
        alternatives,
        where: {start, end},
        state: 'open' as const,
      })),
    }),
  }
}

function linkContributor(
  byline: SnapshotByline,
  contributorsByAlias: ReadonlyMap<string, string> | undefined,
): ArticleByline {
  const {nameAsWritten, ...rest} = byline
  const id = nameAsWritten === undefined ? undefined : contributorsByAlias?.get(nameAsWritten)
  return id === undefined ? byline : {...rest, contributor: {_type: 'reference', _ref: id}}
}

function publicationReference({code}: Publication): DocumentReference {
  return {_type: 'reference', _ref: `publication-${code.toLowerCase()}`}
}

function isRemoved(span: LedgerSpan): boolean {
  return span.kind === 'removed'
}

function countWords({body}: Snapshot): number {
  const texts = body.map(({children}) => children.map((child) => child.text).join(''))
  return texts.join(' ').match(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu)?.length ?? 0
}
