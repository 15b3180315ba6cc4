import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import type {DocumentActionComponent} from 'sanity'

import {isKilled} from '../../schemas/rules/kill.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {killArticle} from './kill-article.ts'
import {reasonField, unanswered} from './questions.ts'
import {useDecisionAction} from './use-decision-action.tsx'

/** Withdraws an article: readers get one sentence in its place. */
export const useKillAction: DocumentActionComponent = (props) => {
  const {id, draft, published} = props
  const text = useDeskText()
  const action = useDecisionAction(props, {
    label: text('kill.label'),
    icon: CloseCircleIcon,
    hindrance: '',
    title: text('kill.title'),
    intro: published ? text('kill.intro') : text('kill.intro-unpublished'),
    fields: [
      reasonField(text),
      {
        name: 'readerText',
        label: text('decision.reader-text'),
        hint: text('kill.reader-text-hint'),
        kind: 'text',
        initial: published ? text('kill.reader-text') : text('kill.reader-text-unpublished'),
      },
    ],
    check: (answers) =>
      unanswered(answers, {
        reason: text('kill.no-reason'),
        readerText: text('kill.no-reader-text'),
      }),
    confirm: text('kill.confirm'),
    tone: 'critical',
    done: text('kill.done'),
    perform: (client, decision, {readerText = ''}) =>
      killArticle(client, id, {...decision, readerText: readerText.trim()}),
  })
  return isKilled(published) && !draft ? null : action
}
