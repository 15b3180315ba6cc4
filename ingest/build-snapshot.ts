import type {Item} from './collect-items.ts'
import type {BodyDraft, Claim, ItemDraft, TextField} from './reading.ts'
import type {
  DocumentReference,
  Snapshot,
  SnapshotBlock,
  SnapshotByline,
  SnapshotCaption,
  SnapshotDateline,
  SnapshotKeyPoint,
  SnapshotWireCredit,
} from './snapshot.ts'

/** Puts the claimed texts where they belong: the fields as parsed. */
export function buildSnapshot(
  claims: readonly Claim[],
  items: ReadonlyMap<ItemDraft, Item>,
): Snapshot {
  const keyPoints: SnapshotKeyPoint[] = []
  const bylines: SnapshotByline[] = []
  const wireCredits: SnapshotWireCredit[] = []
  const captions: SnapshotCaption[] = []
  const body: SnapshotBlock[] = []
  let dateline: SnapshotDateline | undefined
  for (const {key, draft, texts} of items.values()) {
    const text = texts['text'] ?? ''
    switch (draft.list) {
      case 'keyPoints':
        keyPoints.push({_key: key, _type: 'keyPoint', text})
        break
      case 'captions':
        captions.push({_key: key, text})
        break
      case 'bylines':
        bylines.push({_key: key, _type: 'byline', role: draft.role, ...texts})
        break
      case 'wireCredits': {
        const verbatim = texts['verbatim'] ?? ''
        wireCredits.push({
          _key: key,
          _type: 'wireCredit',
          ...(draft.agency
            ? {source: wireSourceReference(draft.agency.code)}
            : {nameAsWritten: verbatim}),
          relation: draft.relation,
          verbatim,
          position: draft.position,
        })
        break
      }
      case 'dateline':
        dateline = {
          _type: 'dateline',
          text,
          ...(draft.place !== null && {place: draft.place}),
          ...(draft.date !== undefined && {date: draft.date}),
          ...(draft.agency && {wireSource: wireSourceReference(draft.agency.code)}),
        }
        break
      case 'body':
        body.push(buildBlock(key, draft, text))
        break
    }
  }
  return {
    ...collectTexts(claims),
    ...(keyPoints.length > 0 && {keyPoints}),
    ...(bylines.length > 0 && {bylines}),
    ...(wireCredits.length > 0 && {wireCredits}),
    ...(dateline && {dateline}),
    ...(captions.length > 0 && {captions}),
    body,
  }
}

/** The fields that hold one text. */
function collectTexts(claims: readonly Claim[]): Partial<Record<TextField, string>> {
  const texts: Partial<Record<TextField, string>> = {}
  for (const claim of claims) {
    if (claim.kind !== 'field' || typeof claim.target !== 'string') continue
    texts[claim.target] = (texts[claim.target] ?? '') + claim.passage.text
  }
  return texts
}

function wireSourceReference(code: string): DocumentReference {
  return {_type: 'reference', _ref: `wireSource-${code}`}
}

/** In the editor's own normal form: no empty span, and the lead-in a mark on a span of its own. */
function buildBlock(key: string, {style, leadIn}: BodyDraft, text: string): SnapshotBlock {
  const span = (index: number, part: string, marks: readonly string[]) =>
    ({_key: `${key}s${index}`, _type: 'span', text: part, marks}) as const
  const capitals = leadIn === 0 ? [] : [span(0, text.slice(0, leadIn), ['leadIn'])]
  const rest = text.slice(leadIn)
  return {
    _key: key,
    _type: 'block',
    style,
    markDefs: [],
    children: rest === '' && leadIn > 0 ? capitals : [...capitals, span(capitals.length, rest, [])],
  }
}
