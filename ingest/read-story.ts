import {indexAgencies} from './agencies/agency-index.ts'
import type {Agency} from './agencies/agency.ts'
import {passageRange} from './passage.ts'
import type {Claim} from './reading.ts'
import type {Snapshot, SnapshotBlock, SnapshotByline, SnapshotWireCredit} from './snapshot.ts'
import type {Removal, Story, StoryBlock, StoryByline, StoryContributor} from './story.ts'

/** Says what was parsed in the plain words that `wiredesk parse` prints. */
export function readStory(
  raw: string,
  snapshot: Snapshot,
  claims: readonly Claim[],
  agencies: readonly Agency[],
): Story {
  const bylines = snapshot.bylines ?? []
  return {
    headline: snapshot.headline ?? null,
    standfirst: snapshot.standfirst ?? null,
    keyPoints: (snapshot.keyPoints ?? []).map((keyPoint) => keyPoint.text),
    bylines: bylines.flatMap((byline) => storyByline(byline, claims)),
    dateline: storyDateline(snapshot, agencies),
    wireCredits: (snapshot.wireCredits ?? []).map((credit) => ({
      source: creditSource(credit, agencies),
      relation: credit.relation,
      verbatim: credit.verbatim,
      position: credit.position,
    })),
    contributors: bylines.flatMap(storyContributor),
    body: snapshot.body.map(storyBlock),
    correction: snapshot.correctionText ?? null,
    slugline: snapshot.slugline ?? null,
    versionMark: snapshot.versionMark ?? null,
    embargo: snapshot.embargoText ?? null,
    authorNote: snapshot.authorNote ?? null,
    signOff: snapshot.signOff ?? null,
    copyrightNotice: snapshot.copyrightNotice ?? null,
    sourceDate: snapshot.sourceDate ?? null,
    captions: (snapshot.captions ?? []).map((caption) => caption.text),
    removed: storyRemovals(raw, claims),
  }
}

function storyByline(byline: SnapshotByline, claims: readonly Claim[]): StoryByline[] {
  if (byline.role !== 'by' || byline.nameAsWritten === undefined) return []
  const email = authorEmail(byline, claims)
  return [
    {
      name: byline.nameAsWritten,
      role: byline.jobTitle ?? null,
      ...(byline.affiliationText !== undefined && {organisation: byline.affiliationText}),
      ...(email !== undefined && {email}),
    },
  ]
}

/** An author's address is no field of the article: readers must not see it. The claim still knows it. */
function authorEmail(byline: SnapshotByline, claims: readonly Claim[]): string | undefined {
  for (const claim of claims) {
    if (claim.kind !== 'field' || typeof claim.target === 'string') continue
    const {item} = claim.target
    if (item.list === 'bylines' && claim.passage.text === byline.nameAsWritten) return item.email
  }
  return undefined
}

function storyContributor(byline: SnapshotByline): StoryContributor[] {
  if (byline.role === 'by' || byline.nameAsWritten === undefined) return []
  return [
    {
      name: byline.nameAsWritten,
      role: byline.role,
      ...(byline.locationText !== undefined && {place: byline.locationText}),
    },
  ]
}

function storyDateline({dateline}: Snapshot, agencies: readonly Agency[]): Story['dateline'] {
  if (dateline === undefined) return null
  const code = dateline.wireSource?._ref.replace('wireSource-', '')
  const agency = agencies.find((known) => known.code === code)
  return {
    text: dateline.text,
    place: dateline.place ?? null,
    ...(dateline.date !== undefined && {date: dateline.date}),
    ...(agency && {agency: agency.name}),
  }
}

/** The agency's name a credit stands for, as the registry has it, or as printed. */
function creditSource(credit: SnapshotWireCredit, agencies: readonly Agency[]): string {
  const code = credit.source?._ref.replace('wireSource-', '')
  const agency = agencies.find((known) => known.code === code)
  return agency?.name ?? indexAgencies(agencies).find(credit.verbatim)?.name ?? credit.verbatim
}

function storyBlock({style, children}: SnapshotBlock): StoryBlock {
  const text = children.reduce((joined, child) => joined + child.text, '')
  const leadIn = children.find((child) => child.marks.includes('leadIn'))
  return {
    style,
    text,
    ...(leadIn && {marks: [{type: 'leadIn', start: 0, end: leadIn.text.length}]}),
  }
}

/** Lines that are taken out though a name in them has a field of its own: they are told whole. */
const LINE_RULES: ReadonlySet<string> = new Set(['author-line@1', 'syndication@1'])

/** As printed, damage and all; only its white space, and the mark that parts the fields of a wire header, is tidy. */
function storyRemovals(raw: string, claims: readonly Claim[]): Removal[] {
  const removals: {start: number; end: number; rule: string; reason: string}[] = []
  for (const {kind, passage, rule, reason} of claims) {
    const {start, end} = passageRange(passage)
    const last = removals.at(-1)
    if (LINE_RULES.has(rule) && last?.rule === rule) last.end = Math.max(last.end, end)
    else if (kind === 'removed' || LINE_RULES.has(rule)) removals.push({start, end, rule, reason})
  }
  return removals.map(({start, end, rule, reason}) => ({
    text: raw.slice(start, end).replaceAll('\u001F', ' ').replaceAll(/\s+/gu, ' '),
    rule,
    reason,
  }))
}
