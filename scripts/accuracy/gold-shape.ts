import type {ParsedCopy} from '../../ingest/parse-copy.ts'
import type {Story} from '../../ingest/story.ts'

/** A prediction as `score.mjs` of the corpus reads it. */
export interface GoldShape {
  readonly id: string
  readonly headline: string | null
  readonly standfirst: string | null
  readonly keyPoints: readonly string[]
  readonly bylines: Story['bylines']
  readonly dateline: {
    readonly place: string | null
    readonly date?: string
    readonly agency?: string
  } | null
  readonly credits: readonly string[]
  readonly contributors: readonly {readonly name: string; readonly role: string}[]
  readonly removed: readonly {readonly text: string; readonly reason: string}[]
  readonly subheads: readonly string[]
  readonly correction: string | null
  readonly bodyFirst: string
  readonly bodyLast: string
  readonly paragraphs: number
}

/** Length of the edges of the body that the gold keeps, in characters. */
const EDGE = 60

/**
 * Maps a parsed text to the gold's shape: what has a field of its own here but stands in the gold's `removed`
 * (captions, time stamps, sign-offs …) goes back there, cross-heads are `subheads`,
 * and paragraphs are counted as the source printed them.
 */
export function goldShape(
  id: string,
  parsed: Pick<ParsedCopy, 'raw' | 'story' | 'spans'>,
): GoldShape {
  const {story} = parsed
  const paragraphs = story.body.filter(({style}) => style === 'normal').map(({text}) => text)
  return {
    id,
    headline: story.headline,
    standfirst: story.standfirst,
    keyPoints: story.keyPoints,
    bylines: story.bylines,
    dateline: story.dateline && withoutText(story.dateline),
    credits: [...new Set(story.wireCredits.map(({source}) => source))],
    contributors: story.contributors.map(({name, role}) => ({name, role: ROLES[role]})),
    removed: [
      ...fieldsOfTheirOwn(story),
      ...story.removed.map(({text, reason}) => ({text, reason})),
    ],
    subheads: story.body.filter(({style}) => style === 'crossHead').map(({text}) => text),
    correction: story.correction,
    bodyFirst: (paragraphs[0] ?? '').slice(0, EDGE),
    bodyLast: (paragraphs.at(-1) ?? '').slice(-EDGE),
    paragraphs: printedParagraphs(parsed),
  }
}

const ROLES: Readonly<Record<Story['contributors'][number]['role'], string>> = {
  reporting: 'reporting',
  additionalReporting: 'additional reporting',
  writing: 'writing',
  editing: 'editing',
  contributed: 'contributed',
}

function withoutText({place, date, agency}: NonNullable<Story['dateline']>) {
  return {place, ...(date !== undefined && {date}), ...(agency !== undefined && {agency})}
}

function fieldsOfTheirOwn(story: Story): GoldShape['removed'] {
  const single = [
    [story.slugline, 'slug'],
    [story.versionMark, 'slug'],
    [story.embargo, "editors' note"],
    [story.authorNote, 'author bio'],
    [story.signOff, 'desk initials'],
    [story.copyrightNotice, 'copyright'],
    [story.sourceDate, 'timestamp'],
  ] as const
  return [
    ...single.flatMap(([text, reason]) => (text === null ? [] : [{text, reason}])),
    ...story.captions.map((text) => ({text, reason: 'caption'})),
  ]
}

const BODY_BLOCK = /^body\[_key=="[^"]{0,120}-b(?<ordinal>\d{1,7})"\]/u

/** The reader cuts a run-together text at its cross-heads; the gold counts what was printed as one. */
function printedParagraphs({
  raw,
  story,
  spans,
}: Pick<ParsedCopy, 'raw' | 'story' | 'spans'>): number {
  let paragraphs = 0
  let open = {ordinal: 0, end: 0}
  for (const {targets, start, end} of spans) {
    const ordinal = Number(BODY_BLOCK.exec(targets[0] ?? '')?.groups?.['ordinal'] ?? 0)
    if (story.body[ordinal - 1]?.style !== 'normal') continue
    const isSameLine = paragraphs > 0 && !/[\n\r]/u.test(raw.slice(open.end, start))
    if (ordinal !== open.ordinal && !isSameLine) paragraphs += 1
    open = {ordinal, end}
  }
  return paragraphs
}
