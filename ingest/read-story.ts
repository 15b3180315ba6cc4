import type {Agency} from './agencies/agency.ts'
import {creditSource} from './assemble.ts'
import {passageRange} from './passage.ts'
import type {Claim} from './reading.ts'
import type {Snapshot, SnapshotBlock, SnapshotByline} from './snapshot.ts'
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

function storyBlock({style, children}: SnapshotBlock): StoryBlock {
  const text = children.map((child) => child.text).join('')
  const leadIn = children.find((child) => child.marks.includes('leadIn'))
  return {
    style,
    text,
    ...(leadIn && {marks: [{type: 'leadIn', start: 0, end: leadIn.text.length}]}),
  }
}

/** As printed, damage and all; only its white space is tidy. */
function storyRemovals(raw: string, claims: readonly Claim[]): Removal[] {
  return claims.flatMap((claim) => {
    if (claim.kind !== 'removed') return []
    const {start, end} = passageRange(claim.passage)
    const text = raw.slice(start, end).replaceAll(/\s+/gu, ' ')
    return [{text, rule: claim.rule, reason: claim.reason}]
  })
}
