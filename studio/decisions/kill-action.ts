import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import type {DocumentActionComponent} from 'sanity'

import {isKilled} from '../../schemas/rules/kill.ts'
import {killArticle} from './kill-article.ts'
import {reasonField, unanswered} from './questions.ts'
import {useDecisionAction} from './use-decision-action.tsx'

/** Withdraws an article: readers get one sentence in its place. */
export const useKillAction: DocumentActionComponent = (props) => {
  const {id, draft, published} = props
  const action = useDecisionAction(props, {
    label: 'Kill …',
    icon: CloseCircleIcon,
    hindrance: '',
    title: 'Kill this article',
    intro: published
      ? 'At once, readers find the sentence below in the place of the story, and nothing else of it. Its text stays in the history.'
      : 'It never went out, and now it will not. Its text stays in the history.',
    fields: [
      reasonField,
      {
        name: 'readerText',
        label: 'What readers are told',
        hint: 'Printed in the place of the story',
        kind: 'text',
        initial: published ? 'This story has been withdrawn.' : 'This story was withdrawn.',
      },
    ],
    check: (answers) =>
      unanswered(answers, {
        reason: 'Say why it is killed: the desk will ask',
        readerText: 'Say what readers find in the place of the story',
      }),
    confirm: 'Kill',
    tone: 'critical',
    done: 'Killed',
    perform: (client, decision, {readerText = ''}) =>
      killArticle(client, id, {...decision, readerText: readerText.trim()}),
  })
  return isKilled(published) && !draft ? null : action
}
