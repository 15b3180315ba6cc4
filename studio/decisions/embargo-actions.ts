import {LockIcon} from '@sanity/icons/Lock'
import {UnlockIcon} from '@sanity/icons/Unlock'
import type {DocumentActionComponent} from 'sanity'

import {fieldOf, instantOf, textOf} from '../../schemas/rules/narrow.ts'
import {zonedText} from '../../schemas/rules/zoned-text.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {useTimeLocale} from '../texts/use-time-locale.ts'
import type {Answers} from './decision-form.tsx'
import {clearEmbargo, setEmbargo, shortensEmbargo} from './embargo-article.ts'
import {reasonField, unanswered} from './questions.ts'
import {useDecisionAction} from './use-decision-action.tsx'
import {instantInZone, localInZone, ownZone, zoneChoices} from './zoned-time.ts'

/** Sets until when an article may not go out, on the clock of any zone. */
export const useEmbargoAction: DocumentActionComponent = (props) => {
  const {id, draft, published} = props
  const text = useDeskText()
  const locale = useTimeLocale()
  const embargo = fieldOf(draft ?? published, 'embargo')
  const received = textOf(embargo, 'textAsReceived')
  const own = ownZone()
  const zone = textOf(embargo, 'timeZone') || own
  const before = instantOf(embargo, 'until')

  return useDecisionAction(props, {
    label: text('embargo.label'),
    icon: LockIcon,
    hindrance: draft ? '' : text('embargo.hindrance'),
    title: text('embargo.title'),
    intro: [text('embargo.intro'), received !== '' && text('clearance.received', {received})]
      .filter(Boolean)
      .join(' '),
    fields: [
      {
        name: 'until',
        label: text('embargo.until'),
        hint: text('embargo.until-hint'),
        kind: 'time',
        initial: before === undefined ? '' : localInZone(before, zone),
      },
      {
        name: 'timeZone',
        label: text('embargo.time-zone'),
        kind: 'choice',
        choices: zoneChoices(zone, own),
        initial: zone,
      },
      {...reasonField(text), hint: text('embargo.reason-hint')},
    ],
    check: (answers) => {
      const until = untilOf(answers)
      if (until === undefined) return {until: text('embargo.no-time')}
      return shortensEmbargo(embargo, until)
        ? unanswered(answers, {reason: text('embargo.sooner')})
        : {}
    },
    outcome: (answers) => {
      const until = untilOf(answers)
      if (until === undefined) return text('embargo.no-outcome')
      const time = zonedText(until, answers['timeZone'] ?? own, locale)
      const there = text('embargo.outcome', {time})
      return answers['timeZone'] === own
        ? there
        : text('embargo.outcome-here', {there, here: zonedText(until, own, locale)})
    },
    confirm: text('embargo.confirm'),
    tone: 'caution',
    done: text('embargo.done'),
    perform: async (client, decision, answers) => {
      const until = untilOf(answers)
      if (until === undefined) throw new Error(text('embargo.fault'))
      await setEmbargo(client, id, {...decision, until, timeZone: answers['timeZone'] ?? own})
    },
  })
}

/** Ends an embargo by someone's decision. */
export const useClearEmbargoAction: DocumentActionComponent = (props) => {
  const {id, draft, published} = props
  const text = useDeskText()
  const locale = useTimeLocale()
  const embargo = fieldOf(draft ?? published, 'embargo')
  const received = textOf(embargo, 'textAsReceived')
  const until = textOf(embargo, 'until')
  const isActive = fieldOf(embargo, 'active') === true
  const zone = textOf(embargo, 'timeZone') || 'UTC'
  const action = useDecisionAction(props, {
    label: text('clearance.label'),
    icon: UnlockIcon,
    hindrance: '',
    title: text('clearance.title'),
    intro: [
      until === ''
        ? text('clearance.no-end')
        : text('clearance.end', {time: zonedText(until, zone, locale)}),
      received !== '' && text('clearance.received', {received}),
      text('clearance.then'),
    ]
      .filter(Boolean)
      .join(' '),
    fields: [reasonField(text)],
    check: (answers) => unanswered(answers, {reason: text('clearance.no-reason')}),
    confirm: text('clearance.confirm'),
    tone: 'critical',
    done: text('clearance.done'),
    perform: (client, decision) => clearEmbargo(client, id, decision),
  })
  return isActive || (received !== '' && until === '') ? action : null
}

function untilOf({until = '', timeZone = ''}: Answers): string | undefined {
  return instantInZone(until, timeZone)
}
