import {CalendarIcon} from '@sanity/icons/Calendar'
import type {DocumentActionComponent} from 'sanity'

import {zonedText} from '../../schemas/rules/zoned-text.ts'
import type {Answers} from '../decisions/decision-form.tsx'
import {useDecisionAction} from '../decisions/use-decision-action.tsx'
import {instantInZone, ownZone, zoneChoices} from '../decisions/zoned-time.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {useSentence} from '../texts/use-sentence.ts'
import {useTimeLocale} from '../texts/use-time-locale.ts'
import {scheduleArticle} from './schedule-article.ts'
import {useSchedules} from './schedules-context.tsx'

/** Lets an article out by the clock of any zone, past the rules as they will be then. */
export const useScheduleAction: DocumentActionComponent = (props) => {
  const {id, draft} = props
  const text = useDeskText()
  const sentence = useSentence()
  const locale = useTimeLocale()
  const schedule = useSchedules().get(id)
  const own = ownZone()

  return useDecisionAction(props, {
    label: text('schedule.action'),
    icon: CalendarIcon,
    hindrance: !draft ? text('schedule.no-draft') : schedule ? text('schedule.already') : '',
    title: text('schedule.title'),
    intro: text('schedule.intro'),
    fields: [
      {
        name: 'at',
        label: text('schedule.at'),
        hint: text('schedule.at-hint'),
        kind: 'time',
        initial: '',
      },
      {
        name: 'timeZone',
        label: text('schedule.zone'),
        kind: 'choice',
        choices: zoneChoices(own),
        initial: own,
      },
    ],
    check: (answers) => {
      const at = timeOf(answers)
      if (at === undefined) return {at: text('schedule.no-time')}
      return Date.parse(at) <= Date.now() ? {at: text('schedule.past')} : {}
    },
    outcome: (answers) => {
      const at = timeOf(answers)
      if (at === undefined) return text('schedule.no-time-yet')
      const there = zonedText(at, answers['timeZone'] ?? own, locale)
      return answers['timeZone'] === own ? there : `${there}; ${zonedText(at, own, locale)}`
    },
    confirm: text('schedule.confirm'),
    tone: 'default',
    done: text('schedule.done'),
    perform: async (client, _decision, answers) => {
      const at = timeOf(answers)
      if (at === undefined) throw new Error(text('schedule.no-time'))
      const problems = await scheduleArticle(client, id, at)
      if (problems.length === 0) return
      const stops = problems.map(({message}) => sentence(message)).join('. ')
      throw new Error(text('schedule.refused', {stops}))
    },
  })
}
useScheduleAction.action = 'schedule'

function timeOf({at = '', timeZone = ''}: Answers): string | undefined {
  return instantInZone(at, timeZone)
}
