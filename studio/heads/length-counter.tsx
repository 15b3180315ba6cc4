import {Text} from '@sanity/ui'

import {usePublicationOfForm} from '../article/use-publication-of-form.ts'
import {ForScreenReaders} from '../source/source-styles.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {headLength, type MeasuredHead} from './head-limit.ts'

/** How long a text is against its publication's limit. A screen reader hears of it only when it is too long: not at every key. */
export function LengthCounter({head, text}: {readonly head: MeasuredHead; readonly text: string}) {
  const say = useDeskText()
  const {count, limit, unit} = headLength(head, text, usePublicationOfForm())
  const over = count - limit
  const length = say(`length.${unit}`, {length: count, limit})
  const counted = over > 0 ? say('length.over', {length, over}) : length
  return (
    <div data-length-counter={head} style={{position: 'relative'}}>
      <Text size={1} muted={over <= 0} weight={over > 0 ? 'medium' : 'regular'}>
        {over > 0 && <span aria-hidden>▲ </span>}
        {counted}
      </Text>
      <ForScreenReaders aria-live="polite">
        {over > 0 ? say('length.too-long', {length: counted}) : ''}
      </ForScreenReaders>
    </div>
  )
}
