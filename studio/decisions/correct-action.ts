import {EditIcon} from '@sanity/icons/Edit'
import type {DocumentActionComponent} from 'sanity'

import {correctionTypes} from '../../schemas/objects/correction.ts'
import {isKilled} from '../../schemas/rules/kill.ts'
import {choiceText} from '../texts/newsroom-text.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {correctArticle} from './correct-article.ts'
import {unanswered} from './questions.ts'
import {useDecisionAction} from './use-decision-action.tsx'

/** Tells readers what was wrong; the words themselves are put right in the form. */
export const useCorrectAction: DocumentActionComponent = (props) => {
  const {id, published} = props
  const text = useDeskText()
  const action = useDecisionAction(props, {
    label: text('correct.label'),
    icon: EditIcon,
    hindrance: published ? '' : text('correct.hindrance'),
    title: text('correct.title'),
    intro: text('correct.intro'),
    fields: [
      {
        name: 'text',
        label: text('decision.reader-text'),
        kind: 'text',
        initial: text('correct.template'),
      },
      {
        name: 'type',
        label: text('correct.kind'),
        kind: 'choice',
        choices: correctionTypes.map(({value}) => ({
          value,
          title: choiceText(correctionTypes, value),
        })),
        initial: 'correction',
      },
      {
        name: 'severity',
        label: text('correct.severity'),
        hint: text('correct.severity-hint'),
        kind: 'choice',
        choices: severities.map((value) => ({value, title: text(`correct.${value}`)})),
        initial: 'substantive',
      },
    ],
    check: (answers) =>
      answers['text']?.includes('…') === true
        ? {text: text('correct.unfinished')}
        : unanswered(answers, {text: text('correct.empty')}),
    confirm: text('correct.confirm'),
    tone: 'default',
    done: text('correct.done'),
    perform: (client, {at}, answers) =>
      correctArticle(client, id, {
        type: correctionTypes.find(({value}) => value === answers['type'])?.value ?? 'correction',
        severity: answers['severity'] === 'minor' ? 'minor' : 'substantive',
        at,
        text: answers['text']?.trim() ?? '',
      }),
  })
  return isKilled(published) ? null : action
}

const severities = ['substantive', 'minor'] as const
