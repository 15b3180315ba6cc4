import {passageRange} from '../passage.ts'
import type {BylineDraft, Claim, Reading} from '../reading.ts'

/** The tail is read before the head, so a line under the story may have named an author whom the head names too. */
const UNDER_THE_STORY: ReadonlySet<string> = new Set(['author-line@1', 'signature@1'])

/** Where the head names the authors, a line under the story that names one of them again adds nobody: it is furniture. */
export function settleAuthors({claims}: Pick<Reading, 'claims'>): void {
  if (!claims.some(({rule}) => UNDER_THE_STORY.has(rule))) return
  const authors = claims.flatMap((claim) => authorOf(claim) ?? [])
  const inHead = new Set(
    authors.filter(({rule}) => !UNDER_THE_STORY.has(rule)).map(({name}) => name),
  )
  if (inHead.size === 0) return
  const again = new Set(
    authors
      .filter(
        ({rule, name}) =>
          rule === 'author-line@1' || (UNDER_THE_STORY.has(rule) && inHead.has(name)),
      )
      .map(({item}) => item),
  )
  const settled = claims.flatMap((claim): Claim[] => {
    const item = bylineOf(claim)
    if (item === undefined || !again.has(item)) return [claim]
    const {passage, rule, reason} = claim
    // the house of an author may be a source of the story too: then it keeps its field
    if (claims.some((other) => other !== claim && isField(other, again) && isSame(other, claim)))
      return []
    return UNDER_THE_STORY.has(rule) ? [{kind: 'removed', passage, rule, reason}] : []
  })
  claims.splice(0, claims.length, ...settled)
}

function isField(claim: Claim, again: ReadonlySet<BylineDraft>): boolean {
  const item = bylineOf(claim)
  return claim.kind === 'field' && (item === undefined || !again.has(item))
}

function isSame(one: Claim, other: Claim): boolean {
  return passageRange(one.passage).start === passageRange(other.passage).start
}

interface Author {
  readonly item: BylineDraft
  readonly name: string
  readonly rule: string
}

function authorOf(claim: Claim): Author | undefined {
  const item = bylineOf(claim)
  if (item === undefined || claim.kind !== 'field' || typeof claim.target === 'string')
    return undefined
  if (claim.target.property !== 'nameAsWritten') return undefined
  return {item, name: claim.passage.text.toLowerCase(), rule: claim.rule}
}

function bylineOf(claim: Claim): BylineDraft | undefined {
  if (claim.kind !== 'field' || typeof claim.target === 'string') return undefined
  const {item} = claim.target
  return item.list === 'bylines' && item.role === 'by' ? item : undefined
}
