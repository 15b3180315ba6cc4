import type {LedgerOp, LedgerSpan} from '../../ingest/ledger.ts'
import {fieldsOfStoredNotes} from '../../ingest/merge-fields.ts'
import {
  type Fields,
  fieldOf,
  isFields,
  numberOf,
  referenceOf,
  stringsOf,
  textOf,
} from '../../schemas/rules/narrow.ts'

/** A received text as its document holds it, with the two JSON strings read. */
export interface ReceivedText {
  readonly id: string
  readonly raw: string
  /** Tile `raw` */
  readonly spans: readonly LedgerSpan[]
  /** The fields as parsed, in the shapes of an article */
  readonly snapshot: Fields
  /** Fields of an article that came with the text and not in it: where the text says nothing they count */
  readonly noted: Fields
  readonly fileName: string
  readonly provider: string
  readonly versionKind: string
  readonly versionNote: string
  /** ISO 8601, or `''` */
  readonly receivedAt: string
  /** Id of the publication that it came in for, or `''` */
  readonly publication: string
  /** It differs from the text before in what came with it: a headline, a byline, a date */
  readonly isSameText: boolean
}

/**
 * Reads a `sourceText` document.
 *
 * @returns `undefined` where there is no such document
 * @throws SyntaxError when its ledger or its snapshot cannot be read
 */
export function readReceivedText(document: unknown): ReceivedText | undefined {
  const raw = fieldOf(document, 'raw')
  if (typeof raw !== 'string') return undefined
  const id = textOf(document, '_id')
  const spans = parseJson(id, 'ledger', fieldOf(document, 'ledger'))
  const snapshot = parseJson(id, 'parsed', fieldOf(document, 'parsed'))
  if (!Array.isArray(spans) || !isFields(snapshot)) {
    throw new SyntaxError(
      `Cannot read the ledger of "${id}": it has another form; import the text again`,
    )
  }
  return {
    id,
    raw,
    spans: spans.map((span) => readSpan(id, span)),
    snapshot,
    noted: fieldsOfStoredNotes(parseJson(id, 'notes', fieldOf(document, 'notes') ?? '{}'), id),
    fileName: textOf(document, 'fileName'),
    provider: textOf(document, 'provider'),
    versionKind: textOf(document, 'versionKind'),
    versionNote: textOf(document, 'versionNote'),
    receivedAt: textOf(document, 'receivedAt'),
    publication: referenceOf(document, 'publication'),
    isSameText: referenceOf(document, 'sameTextAs') !== '',
  }
}

function parseJson(id: string, name: string, json: unknown): unknown {
  try {
    return JSON.parse(typeof json === 'string' ? json : '')
  } catch (error) {
    throw new SyntaxError(`Cannot read "${name}" of "${id}": import the text again`, {cause: error})
  }
}

function readSpan(id: string, span: unknown): LedgerSpan {
  const start = numberOf(span, 'start')
  const end = numberOf(span, 'end')
  const kind = fieldOf(span, 'kind')
  const op = fieldOf(span, 'op')
  if (start === undefined || end === undefined || !isKind(kind) || !isOp(op)) {
    throw new SyntaxError(`Cannot read a span of the ledger of "${id}": ${JSON.stringify(span)}`)
  }
  const value = fieldOf(span, 'value')
  return {
    start,
    end,
    kind,
    op,
    targets: stringsOf(span, 'targets'),
    ...(typeof value === 'string' && {value}),
    rule: textOf(span, 'rule'),
    reason: textOf(span, 'reason'),
    confidence: numberOf(span, 'confidence') ?? 0,
  }
}

function isKind(value: unknown): value is LedgerSpan['kind'] {
  return value === 'field' || value === 'removed' || value === 'separator' || value === 'unresolved'
}

const ops: ReadonlySet<unknown> = new Set<LedgerOp>([
  'copy',
  'recase',
  'join',
  'unescape',
  'repair',
  'collapseSpace',
])

function isOp(value: unknown): value is LedgerOp {
  return ops.has(value)
}
