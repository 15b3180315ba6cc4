import {EditIcon} from '@sanity/icons/Edit'
import type {DocumentActionComponent} from 'sanity'

import {correctionTypes} from '../../schemas/objects/correction.ts'
import {isKilled} from '../../schemas/rules/kill.ts'
import {correctArticle} from './correct-article.ts'
import {unanswered} from './questions.ts'
import {useDecisionAction} from './use-decision-action.tsx'

/** Tells readers what was wrong; the words themselves are put right in the form. */
export const useCorrectAction: DocumentActionComponent = (props) => {
  const {id, published} = props
  const action = useDecisionAction(props, {
    label: 'Correct …',
    icon: EditIcon,
    hindrance: published ? '' : 'Readers do not have it: change it, nothing needs correcting',
    title: 'Correct this article',
    intro:
      'Put the text itself right in the form. Readers see both, the new text and this sentence below it, when you publish.',
    fields: [
      {
        name: 'text',
        label: 'What readers are told',
        kind: 'text',
        initial: 'An earlier version said … It is …',
      },
      {
        name: 'type',
        label: 'Kind',
        kind: 'choice',
        choices: correctionTypes,
        initial: 'correction',
      },
      {
        name: 'severity',
        label: 'Severity',
        hint: 'Substantive: a reader may have drawn a wrong conclusion',
        kind: 'choice',
        choices: severities,
        initial: 'substantive',
      },
    ],
    check: (answers) =>
      answers['text']?.includes('…') === true
        ? {text: 'Fill in what was said and what is so, in the place of each …'}
        : unanswered(answers, {text: 'Say what was wrong and what is so'}),
    confirm: 'Add the correction',
    tone: 'default',
    done: 'The correction is in the draft: publish it to tell readers',
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

const severities = [
  {title: 'Substantive', value: 'substantive'},
  {title: 'Minor', value: 'minor'},
]
