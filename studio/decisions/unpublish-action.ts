import {UnpublishIcon} from '@sanity/icons/Unpublish'
import type {DocumentActionComponent} from 'sanity'

import {isKilled} from '../../schemas/rules/kill.ts'
import {reasonField, unanswered} from './questions.ts'
import {unpublishArticle} from './unpublish-article.ts'
import {useDecisionAction} from './use-decision-action.tsx'

/** Takes an article back from its readers, who are told nothing: what was wrong is killed or corrected. */
export const useUnpublishAction: DocumentActionComponent = (props) => {
  const {id, published} = props
  const action = useDecisionAction(props, {
    label: 'Unpublish …',
    icon: UnpublishIcon,
    hindrance: published ? '' : 'Readers do not have it',
    title: 'Unpublish this article',
    intro:
      'Its address leads nowhere from now on, and readers are not told why. To tell them, use Kill; to change a fact, use Correct.',
    fields: [reasonField],
    check: (answers) => unanswered(answers, {reason: 'Say why readers are not to have it'}),
    confirm: 'Unpublish',
    tone: 'critical',
    done: 'Unpublished',
    perform: (client, decision) => unpublishArticle(client, id, decision),
  })
  return isKilled(published) ? null : action
}
useUnpublishAction.action = 'unpublish'
