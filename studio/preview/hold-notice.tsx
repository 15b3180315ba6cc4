import {Card, Text} from '@sanity/ui'

import {type Fields, fieldOf, instantOf, textOf} from '../../schemas/rules/narrow.ts'
import {zonedText} from '../../schemas/rules/zoned-text.ts'
import {useNow} from '../desk/use-now.ts'
import {type DeskText, useDeskText} from '../texts/use-desk-text.ts'
import {useTimeLocale} from '../texts/use-time-locale.ts'

/** Says above the page why readers do not get it, on the clock of who holds it back. */
export function HoldNotice({article}: {readonly article: Fields}) {
  const notice = holdNotice(article, useNow(), useDeskText(), useTimeLocale())
  if (notice === '') return null
  return (
    <Card tone="caution" padding={3} margin={3} radius={2} border role="note">
      <Text size={1}>{notice}</Text>
    </Card>
  )
}

function holdNotice(article: Fields, now: Date, text: DeskText, locale: string): string {
  if (textOf(article, 'pubStatus') === 'withheld') return text('preview.withheld')
  const embargo = fieldOf(article, 'embargo')
  if (fieldOf(embargo, 'active') !== true) return ''
  const until = instantOf(embargo, 'until')
  if (until === undefined) return text('preview.embargo-open')
  if (until <= now.getTime()) return ''
  const zone = textOf(embargo, 'timeZone') || 'UTC'
  return text('preview.embargo', {until: zonedText(textOf(embargo, 'until'), zone, locale)})
}
