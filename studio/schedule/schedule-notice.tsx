import {Card, Stack, Text} from '@sanity/ui'

import {textOf} from '../../schemas/rules/narrow.ts'
import {zonedText} from '../../schemas/rules/zoned-text.ts'
import {usePublicationOfForm} from '../article/use-publication-of-form.ts'
import {ownZone} from '../decisions/zoned-time.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {useSentence} from '../texts/use-sentence.ts'
import {useTimeLocale} from '../texts/use-time-locale.ts'
import type {Schedule} from './read-schedules.ts'

/** Says above an article when it goes out, on the editor's clock and on the paper's, or why it did not. */
export function ScheduleNotice({schedule}: {readonly schedule: Schedule}) {
  const text = useDeskText()
  const sentence = useSentence()
  const locale = useTimeLocale()
  const timeZone = textOf(usePublicationOfForm(), 'timeZone')
  const {at, state, reason} = schedule
  const own = ownZone()
  const here = at === '' ? '' : zonedText(at, own, locale)
  const there =
    at === '' || timeZone === '' || timeZone === own ? '' : zonedText(at, timeZone, locale)
  const isHeldBack = state === 'heldBack'
  return (
    <Card
      tone={isHeldBack ? 'critical' : 'caution'}
      padding={4}
      marginBottom={5}
      radius={2}
      border
      role={isHeldBack ? 'alert' : 'note'}
      data-testid="schedule-notice"
    >
      <Stack gap={3}>
        <Text size={1} weight="semibold">
          {text(`schedule.is-${state}`)}
        </Text>
        {isHeldBack && <Text size={1}>{sentence(reason)}</Text>}
        {here !== '' && <Text size={1}>{[here, there].filter(Boolean).join('; ')}</Text>}
        <Text size={1} muted>
          {text(`schedule.hint-${state}`)}
        </Text>
      </Stack>
    </Card>
  )
}
