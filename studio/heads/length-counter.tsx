import {Text} from '@sanity/ui'

import {usePublicationOfForm} from '../article/use-publication-of-form.ts'
import {ForScreenReaders} from '../source/source-styles.ts'
import {headLength, headLengthText, type MeasuredHead} from './head-limit.ts'

/** How long a text is against its publication's limit. A screen reader hears of it only when it is too long: not at every key. */
export function LengthCounter({head, text}: {readonly head: MeasuredHead; readonly text: string}) {
  const length = headLength(head, text, usePublicationOfForm())
  const isOver = length.count > length.limit
  return (
    <div data-length-counter={head} style={{position: 'relative'}}>
      <Text size={1} muted={!isOver} weight={isOver ? 'medium' : 'regular'}>
        {isOver && <span aria-hidden>▲ </span>}
        {headLengthText(length)}
      </Text>
      <ForScreenReaders aria-live="polite">
        {isOver ? `Too long: ${headLengthText(length)}` : ''}
      </ForScreenReaders>
    </div>
  )
}
