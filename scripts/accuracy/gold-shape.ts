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
 * Maps a story to the gold's shape: what has a field of its own here but stands in the gold's `removed`
 * (captions, time stamps, sign-offs …) goes back there; cross-heads are `subheads`.
 */
export function goldShape(id: string, story: Story): GoldShape {
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
    paragraphs: paragraphs.length,
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
