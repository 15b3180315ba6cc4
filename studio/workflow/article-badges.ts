import type {DocumentBadgeComponent} from 'sanity'

import {choiceTitle} from '../../schemas/choice-title.ts'
import {workflowStates} from '../../schemas/documents/article-record.ts'
import {fieldOf, textOf} from '../../schemas/rules/narrow.ts'
import {recordIdOf} from '../article/record-id.ts'
import {useStoredDocuments} from '../article/use-stored-documents.ts'

const useStateBadge: DocumentBadgeComponent = ({id}) => {
  const state = textOf(useRecord(id), 'workflowState')
  return state === ''
    ? null
    : {label: choiceTitle(workflowStates, state) ?? state, color: 'primary'}
}

const useHeadlineBadge: DocumentBadgeComponent = ({draft, published}) =>
  textOf(draft ?? published, 'headline') === ''
    ? {label: 'No headline', color: 'warning', title: 'It needs one to go out'}
    : null

const useEmbargoBadge: DocumentBadgeComponent = ({draft, published}) => {
  const embargo = fieldOf(draft ?? published, 'embargo')
  if (fieldOf(embargo, 'active') !== true) return null
  const until = textOf(embargo, 'until')
  return {
    label: 'Embargoed',
    color: 'warning',
    title:
      until === ''
        ? 'Without an end: someone has to clear it'
        : `Until ${new Date(until).toLocaleString('en-GB', {dateStyle: 'medium', timeStyle: 'long'})}`,
  }
}

const useKillBadge: DocumentBadgeComponent = ({id, draft, published}) => {
  const record = useRecord(id)
  if (textOf(draft ?? published, 'pubStatus') === 'canceled') {
    return {label: 'Killed', color: 'danger', title: 'Readers are told that it was withdrawn'}
  }
  return fieldOf(record, 'killFlag') === true
    ? {label: 'Kill received', color: 'danger', title: 'The agency has withdrawn its copy'}
    : null
}

const useLegalHoldBadge: DocumentBadgeComponent = ({id}) =>
  fieldOf(useRecord(id), 'legalHold') === true
    ? {label: 'Legal hold', color: 'danger', title: 'It may not go out'}
    : null

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
