import {RestoreIcon} from '@sanity/icons/Restore'
import {type DocumentActionComponent, useDataset} from 'sanity'

import {isKilled} from '../../schemas/rules/kill.ts'
import {reasonField, unanswered} from './questions.ts'
import {reviveArticle} from './revive-article.ts'
import {useDecisionAction} from './use-decision-action.tsx'

/** Brings the text of a killed article back to be published again. */
export const useReviveAction: DocumentActionComponent = (props) => {
  const {id, published} = props
  const dataset = useDataset()
  const action = useDecisionAction(props, {
    label: 'Bring back …',
    icon: RestoreIcon,
    hindrance: '',
    title: 'Bring this article back',
    intro:
      'Its former text becomes the draft. Readers keep the notice of the kill until you publish it again.',
    fields: [reasonField],
    check: (answers) => unanswered(answers, {reason: 'Say why it may go out again'}),
    confirm: 'Bring back',
    tone: 'default',
    done: 'Its text is back as a draft',
    perform: (client, decision) => reviveArticle(client, dataset, id, decision),
  })
  return isKilled(published) ? action : null
}
