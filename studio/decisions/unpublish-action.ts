import {UnpublishIcon} from '@sanity/icons/Unpublish'
import type {DocumentActionComponent} from 'sanity'

import {isKilled} from '../../schemas/rules/kill.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {reasonField, unanswered} from './questions.ts'
import {unpublishArticle} from './unpublish-article.ts'
import {useDecisionAction} from './use-decision-action.tsx'

/** Takes an article back from its readers, who are told nothing: what was wrong is killed or corrected. */
export const useUnpublishAction: DocumentActionComponent = (props) => {
  const {id, published} = props
  const text = useDeskText()
  const action = useDecisionAction(props, {
    label: text('unpublish.label'),
    icon: UnpublishIcon,
    hindrance: published ? '' : text('unpublish.hindrance'),
    title: text('unpublish.title'),
    intro: text('unpublish.intro'),
    fields: [reasonField(text)],
    check: (answers) => unanswered(answers, {reason: text('unpublish.no-reason')}),
    confirm: text('unpublish.confirm'),
    tone: 'critical',
    done: text('unpublish.done'),
    perform: (client, decision) => unpublishArticle(client, id, decision),
  })
  return isKilled(published) ? null : action
}
useUnpublishAction.action = 'unpublish'
