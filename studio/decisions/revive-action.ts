import {RestoreIcon} from '@sanity/icons/Restore'
import {type DocumentActionComponent, useDataset} from 'sanity'

import {isKilled} from '../../schemas/rules/kill.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {reasonField, unanswered} from './questions.ts'
import {reviveArticle} from './revive-article.ts'
import {useDecisionAction} from './use-decision-action.tsx'

/** Brings the text of a killed article back to be published again. */
export const useReviveAction: DocumentActionComponent = (props) => {
  const {id, published} = props
  const text = useDeskText()
  const dataset = useDataset()
  const action = useDecisionAction(props, {
    label: text('revive.label'),
    icon: RestoreIcon,
    hindrance: '',
    title: text('revive.title'),
    intro: text('revive.intro'),
    fields: [reasonField(text)],
    check: (answers) => unanswered(answers, {reason: text('revive.no-reason')}),
    confirm: text('revive.confirm'),
    tone: 'default',
    done: text('revive.done'),
    perform: (client, decision) => reviveArticle(client, dataset, id, decision),
  })
  return isKilled(published) ? action : null
}
