import {
  type Fields,
  fieldOf,
  instantOf,
  itemsOf,
  numberOf,
  textOf,
} from '../../schemas/rules/narrow.ts'
import type {DeskTextKey} from '../texts/use-desk-text.ts'
import {durationText} from './age-text.ts'
import {type Clock, shortTime} from './short-time.ts'

/** What must not be overlooked about an article in a list. */
export interface ArticleBadge {
  readonly key: DeskTextKey
  readonly values?: Readonly<Record<string, string | number>>
  /** Said beside it: the exact end of an embargo in the sender's zone, when an article goes out in the paper's, why it did not or cannot */
  readonly detail?: string
  readonly tone: 'critical' | 'caution' | 'primary' | 'positive'
}

/**
 * The badges of an article, the gravest first.
 *
 * @param row - As `fetchArticles` gives it, with its `schedule` and its `brokenRules` where it has them
 * @param locale - BCP 47, for times
 * @param isMixed - Whether articles of every state stand in the list
 */
export function articleBadgesOf(
  row: unknown,
  now: Date,
  locale: string,
  isMixed: boolean,
): readonly ArticleBadge[] {
  const record = fieldOf(row, 'record')
  const killed = textOf(row, 'pubStatus') === 'canceled'
  const states = isMixed ? everyState : statesTogether
  const state = states.find((known) => known === textOf(record, 'workflowState'))
  const badges: readonly (ArticleBadge | undefined)[] = [
    killed ? {key: 'badge.killed', tone: 'critical'} : undefined,
    !killed && fieldOf(record, 'killFlag') === true
      ? {key: 'badge.kill-received', tone: 'critical'}
      : undefined,
    fieldOf(record, 'legalHold') === true ? {key: 'badge.legal-hold', tone: 'critical'} : undefined,
    scheduleBadge(fieldOf(row, 'schedule'), textOf(fieldOf(row, 'publication'), 'timeZone'), {
      now,
      locale,
    }),
    rulesBadge(itemsOf(row, 'brokenRules')),
    embargoBadge(fieldOf(row, 'embargo'), {now, locale}),
    counted('badge.conflicts', numberOf(record, 'conflicts')),
    counted('badge.findings', numberOf(record, 'findings')),
    (numberOf(row, 'openCredits') ?? 0) > 0
      ? {key: 'badge.no-wire-source', tone: 'caution'}
      : undefined,
    (numberOf(row, 'corrections') ?? 0) > 0
      ? {
          key: textOf(row, 'publishedAt') === '' ? 'badge.correction-received' : 'badge.corrected',
          tone: 'primary',
        }
      : undefined,
    isMixed && !killed && fieldOf(row, 'isOut') === true
      ? {key: 'badge.published', tone: 'positive'}
      : undefined,
    state && {key: `badge.${state}`, tone: 'primary'},
  ]
  return badges.filter((badge) => badge !== undefined)
}

/** Of the states of work, those that In progress holds together. */
const statesTogether = ['drafting', 'subbing', 'legal'] as const

const everyState = ['incoming', ...statesTogether, 'ready'] as const

function counted(
  key: 'badge.conflicts' | 'badge.findings',
  count: number | undefined,
): ArticleBadge | undefined {
  return count === undefined || count === 0 ? undefined : {key, values: {count}, tone: 'caution'}
}

function scheduleBadge(
  schedule: unknown,
  timeZone: string,
  clock: Clock,
): ArticleBadge | undefined {
  const at = instantOf(schedule, 'at')
  if (textOf(schedule, 'state') === 'heldBack') {
    return {key: 'badge.held-back', detail: textOf(schedule, 'reason'), tone: 'critical'}
  }
  if (textOf(schedule, 'state') !== 'scheduled' || at === undefined) return undefined
  return {key: 'badge.scheduled', detail: shortTime(at, timeZone, clock), tone: 'primary'}
}

function rulesBadge(problems: readonly Fields[]): ArticleBadge | undefined {
  const [first] = problems
  if (!first) return undefined
  const count = new Set(problems.map((problem) => textOf(problem, 'rule'))).size
  return {
    key: 'badge.broken-rules',
    values: {count},
    detail: textOf(first, 'message'),
    tone: 'critical',
  }
}

function embargoBadge(embargo: unknown, clock: Clock): ArticleBadge | undefined {
  const {now, locale} = clock
  if (fieldOf(embargo, 'active') !== true) return undefined
  const until = instantOf(embargo, 'until')
  if (until === undefined) return {key: 'badge.embargo-open', tone: 'critical'}
  if (until <= now.getTime()) return undefined
  return {
    key: 'badge.embargo-left',
    values: {left: durationText(until - now.getTime(), locale)},
    detail: shortTime(until, textOf(embargo, 'timeZone'), clock),
    tone: 'caution',
  }
}
