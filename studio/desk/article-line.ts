import {bylineText} from '../../queries/print/byline-text.ts'
import {creditText, type EndCreditPolicy} from '../../queries/print/credit-text.ts'
import {excerptOf} from '../../schemas/documents/article/article-preview.ts'
import {knownZone} from '../../schemas/rules/known-zone.ts'
import {fieldOf, instantOf, itemsOf, textOf} from '../../schemas/rules/narrow.ts'
import {type BesideTheForm, besideTheForm} from '../article/beside-the-form.ts'
import {type ArticleBadge, articleBadgesOf} from './article-badges-of.ts'
import type {DeskList} from './desk-lists.ts'

/** An article as a list shows it. */
export interface ArticleLine {
  /** Without `drafts.` */
  readonly id: string
  /** `''` where the article has none */
  readonly headline: string
  /** Its first words, for where it has no headline */
  readonly excerpt: string
  /** Byline and credit as they are printed, then the section; `''` where the article has none of them */
  readonly byline: string
  readonly credit: string
  readonly section: string
  /** In milliseconds since 1970; `undefined` where the article has no such time */
  readonly at: number | undefined
  readonly badges: readonly ArticleBadge[]
  /** What opens beside its form; `undefined`: nothing */
  readonly beside: BesideTheForm | undefined
}

/**
 * @param row - As `fetchArticles` gives it
 * @param locale - BCP 47, for times
 */
export function articleLine(
  row: unknown,
  {age, mixed}: Pick<DeskList, 'age' | 'mixed'>,
  now: Date,
  locale: string,
): ArticleLine {
  const leads = itemsOf(row, 'lead').map((span) => textOf(span, 'text'))
  return {
    id: textOf(row, '_id').replace(/^drafts\./u, ''),
    headline: textOf(row, 'headline'),
    excerpt: excerptOf(leads.join(' ')),
    byline: bylineText(itemsOf(row, 'bylines').map(printed), textOf(row, 'bylineOverride')),
    credit: creditText(itemsOf(row, 'wireCredits').map(printed), policyOf(row)),
    section: textOf(row, 'section'),
    at: instantOf(row, age),
    badges: articleBadgesOf(row, now, locale, mixed === true),
    beside: besideOf(fieldOf(row, 'record')),
  }
}

function besideOf(record: unknown): BesideTheForm | undefined {
  return besideTheForm({
    isReceived: Number(fieldOf(record, 'origins')) > 0,
    isConflicting: Number(fieldOf(record, 'conflicts')) > 0,
    isKilled: fieldOf(record, 'killFlag') === true,
  })
}

function printed(entry: unknown) {
  return {
    role: textOf(entry, 'role'),
    relation: textOf(entry, 'relation'),
    name: textOf(entry, 'name'),
    jobTitle: textOf(entry, 'jobTitle'),
    locationText: textOf(entry, 'locationText'),
    affiliationText: textOf(entry, 'affiliationText'),
  }
}

const policies: readonly EndCreditPolicy[] = ['capitals', 'parentheses', 'names', 'none']

function policyOf(row: unknown): EndCreditPolicy | undefined {
  const policy = textOf(fieldOf(row, 'publication'), 'endCreditPolicy')
  return policies.find((known) => known === policy)
}

/** Whether an article went out today, on the calendar of its publication; UTC where it has none or none that is known. */
export function isOutToday(row: unknown, now: Date): boolean {
  const at = instantOf(row, 'publishedAt')
  if (at === undefined) return false
  const timeZone = textOf(fieldOf(row, 'publication'), 'timeZone')
  return dayIn(timeZone, at) === dayIn(timeZone, now.getTime())
}

function dayIn(timeZone: string, at: number): string {
  return new Intl.DateTimeFormat('en-CA', {timeZone: knownZone(timeZone)}).format(at)
}
