import {LockIcon} from '@sanity/icons/Lock'
import {UnlockIcon} from '@sanity/icons/Unlock'
import type {DocumentActionComponent} from 'sanity'

import {fieldOf, instantOf, textOf} from '../../schemas/rules/narrow.ts'
import type {Answers} from './decision-form.tsx'
import {clearEmbargo, setEmbargo, shortensEmbargo} from './embargo-article.ts'
import {reasonField, unanswered} from './questions.ts'
import {useDecisionAction} from './use-decision-action.tsx'
import {instantInZone, localInZone, ownZone, zoneChoices, zonedText} from './zoned-time.ts'

/** Sets until when an article may not go out, on the clock of any zone. */
export const useEmbargoAction: DocumentActionComponent = (props) => {
  const {id, draft, published} = props
  const embargo = fieldOf(draft ?? published, 'embargo')
  const own = ownZone()
  const zone = textOf(embargo, 'timeZone') || own
  const before = instantOf(embargo, 'until')

  return useDecisionAction(props, {
    label: 'Embargo …',
    icon: LockIcon,
    hindrance: draft ? '' : 'Readers have it already: to take it back, use Unpublish',
    title: 'Embargo this article',
    intro: 'It cannot be published before this time.',
    fields: [
      {
        name: 'until',
        label: 'Until',
        hint: 'The clock of the time zone below',
        kind: 'time',
        initial: before === undefined ? '' : localInZone(before, zone),
      },
      {
        name: 'timeZone',
        label: 'Time zone',
        kind: 'choice',
        choices: zoneChoices(zone, own),
        initial: zone,
      },
      {...reasonField, hint: 'Needed to let it out sooner than it is now'},
    ],
    check: (answers) => {
      const until = untilOf(answers)
      if (until === undefined) return {until: 'Give a date and time that its time zone has'}
      return shortensEmbargo(embargo, until)
        ? unanswered(answers, {reason: 'Say why it may go out sooner than the sender wanted'})
        : {}
    },
    outcome: (answers) => {
      const until = untilOf(answers)
      if (until === undefined) return 'No time yet'
      const there = `Until ${zonedText(until, answers['timeZone'] ?? own)}`
      return answers['timeZone'] === own ? there : `${there}; here: ${zonedText(until, own)}`
    },
    confirm: 'Set the embargo',
    tone: 'caution',
    done: 'The embargo is set',
    perform: async (client, decision, answers) => {
      const until = untilOf(answers)
      if (until === undefined) throw new Error('Cannot set the embargo: it has no time')
      await setEmbargo(client, id, {...decision, until, timeZone: answers['timeZone'] ?? own})
    },
  })
}

/** Ends an embargo by someone's decision. */
export const useClearEmbargoAction: DocumentActionComponent = (props) => {
  const {id, draft, published} = props
  const embargo = fieldOf(draft ?? published, 'embargo')
  const received = textOf(embargo, 'textAsReceived')
  const until = textOf(embargo, 'until')
  const isActive = fieldOf(embargo, 'active') === true
  const zone = textOf(embargo, 'timeZone') || 'UTC'
  const action = useDecisionAction(props, {
    label: 'Clear the embargo …',
    icon: UnlockIcon,
    hindrance: '',
    title: 'Clear the embargo',
    intro: [
      until === '' ? 'It has no end that was understood.' : `It ends ${zonedText(until, zone)}.`,
      received !== '' && `The sender wrote: “${received}”.`,
      'Cleared, the article can be published now.',
    ]
      .filter(Boolean)
      .join(' '),
    fields: [reasonField],
    check: (answers) => unanswered(answers, {reason: 'Say who let it go, and why'}),
    confirm: 'Clear',
    tone: 'critical',
    done: 'The embargo is cleared',
    perform: (client, decision) => clearEmbargo(client, id, decision),
  })
  return isActive || (received !== '' && until === '') ? action : null
}

function untilOf({until = '', timeZone = ''}: Answers): string | undefined {
  return instantInZone(until, timeZone)
}
