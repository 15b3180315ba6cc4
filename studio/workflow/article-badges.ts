import type {DocumentBadgeComponent} from 'sanity'

import {workflowStates} from '../../schemas/documents/article-record.ts'
import {fieldOf, textOf} from '../../schemas/rules/narrow.ts'
import {zonedText} from '../../schemas/rules/zoned-text.ts'
import {recordIdOf} from '../article/record-id.ts'
import {useStoredDocuments} from '../article/use-stored-documents.ts'
import {choiceText} from '../texts/newsroom-text.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {useTimeLocale} from '../texts/use-time-locale.ts'

const useStateBadge: DocumentBadgeComponent = ({id}) => {
  const state = textOf(useRecord(id), 'workflowState')
  return state === '' ? null : {label: choiceText(workflowStates, state), color: 'primary'}
}

const useHeadlineBadge: DocumentBadgeComponent = ({draft, published}) => {
  const text = useDeskText()
  return textOf(draft ?? published, 'headline') === ''
    ? {label: text('badge.no-headline'), color: 'warning', title: text('badge.no-headline-means')}
    : null
}

const useEmbargoBadge: DocumentBadgeComponent = ({draft, published}) => {
  const text = useDeskText()
  const locale = useTimeLocale()
  const embargo = fieldOf(draft ?? published, 'embargo')
  if (fieldOf(embargo, 'active') !== true) return null
  const until = textOf(embargo, 'until')
  return {
    label: text('badge.embargoed'),
    color: 'warning',
    title:
      until === ''
        ? text('badge.embargo-open-means')
        : text('badge.embargo-until', {
            time: zonedText(until, textOf(embargo, 'timeZone'), locale),
          }),
  }
}

const useKillBadge: DocumentBadgeComponent = ({id, draft, published}) => {
  const text = useDeskText()
  const record = useRecord(id)
  if (textOf(draft ?? published, 'pubStatus') === 'canceled') {
    return {label: text('badge.killed'), color: 'danger', title: text('badge.killed-means')}
  }
  return fieldOf(record, 'killFlag') === true
    ? {
        label: text('badge.kill-received'),
        color: 'danger',
        title: text('badge.kill-received-means'),
      }
    : null
}

const useLegalHoldBadge: DocumentBadgeComponent = ({id}) => {
  const text = useDeskText()
  return fieldOf(useRecord(id), 'legalHold') === true
    ? {label: text('badge.legal-hold'), color: 'danger', title: text('badge.legal-hold-means')}
    : null
}

function useRecord(articleId: string): unknown {
  return useStoredDocuments([recordIdOf(articleId)])?.[0]
}

/** What an editor must not overlook about an article, the gravest last and so nearest to the actions. */
export const articleBadges: readonly DocumentBadgeComponent[] = [
  useStateBadge,
  useHeadlineBadge,
  useEmbargoBadge,
  useLegalHoldBadge,
  useKillBadge,
]
