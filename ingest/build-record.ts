import type {DocumentContext} from './document-context.ts'
import type {ParsedCopy} from './parse-copy.ts'
import type {Finding} from './reading.ts'
import type {DocumentReference} from './snapshot.ts'
import type {VersionKind} from './version-kind.ts'

export interface ArticleRecordDocument {
  readonly _id: string
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

/** Makes the desk's record of an article. */
export function buildRecord(
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
