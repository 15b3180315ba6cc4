import {Button, Flex, Stack, Text} from '@sanity/ui'
import type {KeyboardEvent} from 'react'
import {UserAvatar} from 'sanity'

import type {Paragraph} from '../../schemas/portable-text.ts'
import {type Fields, stringsOf, textOf} from '../../schemas/rules/narrow.ts'
import {LineInput} from '../style/line-input.tsx'
import {useDeskText} from '../texts/use-desk-text.ts'
import {LengthCounter} from './length-counter.tsx'

interface KeyPointRowProps {
  readonly point: Fields
  /** Counted from 1 */
  readonly number: number
  readonly count: number
  readonly paragraphs: readonly Paragraph[]
  readonly warnings: readonly string[]
  /** Ids of the other editors who are in its text */
  readonly others: readonly string[]
  readonly isReadOnly: boolean
  readonly onText: (text: string) => void
  readonly onSupports: (keys: readonly string[]) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onAdd: () => void
  readonly onRemove: () => void
  readonly onFocus: () => void
}

/** One bullet: its words, their number, what the rules say, and the paragraphs that bear it out. */
export function KeyPointRow(props: KeyPointRowProps) {
  const {point, number, count, paragraphs, warnings, others, isReadOnly} = props
  const text = useDeskText()
  const key = textOf(point, '_key')
  const supports = stringsOf(point, 'supports')
  const bearing = paragraphs.flatMap((paragraph, index) =>
    supports.includes(paragraph.key) ? [index + 1] : [],
  )
  return (
    <Stack as="li" gap={2} data-key-point={key}>
      <Flex gap={1} align="center">
        <Text size={1} muted aria-hidden>
          •
        </Text>
        <div style={{flex: 1}}>
          <LineInput
            aria-label={text('key-point.name', {number, total: count})}
            aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
            value={typeof point['text'] === 'string' ? point['text'] : ''}
            readOnly={isReadOnly}
            onChange={(event) => props.onText(event.currentTarget.value)}
            onFocus={props.onFocus}
            onKeyDown={(event) => onKey(event, props)}
          />
        </div>
        {others.map((id) => (
          <UserAvatar key={id} user={id} size={0} withTooltip />
        ))}
        <Button
          mode="bleed"
          padding={2}
          text="↑"
          aria-label={text('key-point.up', {number})}
          disabled={isReadOnly || number === 1}
          onClick={() => props.onMove(-1)}
        />
        <Button
          mode="bleed"
          padding={2}
          text="↓"
          aria-label={text('key-point.down', {number})}
          disabled={isReadOnly || number === count}
          onClick={() => props.onMove(1)}
        />
        <Button
          mode="bleed"
          padding={2}
          text="×"
          aria-label={text('key-point.remove', {number})}
          disabled={isReadOnly}
          onClick={props.onRemove}
        />
      </Flex>
      <Stack gap={2} paddingLeft={3}>
        <LengthCounter head="keyPoint" text={textOf(point, 'text')} />
        {warnings.map((warning) => (
          <Text key={warning} size={1} weight="medium">
            <span aria-hidden>▲ </span>
            {warning}
          </Text>
        ))}
        <details>
          <summary style={{cursor: 'pointer', fontSize: 13}}>
            {bearing.length === 0
              ? text('key-point.no-support')
              : text('key-point.support', {numbers: bearing.join(', ')})}
          </summary>
          <fieldset disabled={isReadOnly} style={{border: 0, margin: 0, padding: '8px 0 0'}}>
            <legend style={{fontSize: 13}}>{text('key-point.choose', {number})}</legend>
            {paragraphs.map((paragraph, index) => (
              <label key={paragraph.key} style={{display: 'block', fontSize: 13, padding: '3px 0'}}>
                <input
                  type="checkbox"
                  checked={supports.includes(paragraph.key)}
                  onChange={(event) =>
                    props.onSupports(
                      event.currentTarget.checked
                        ? [...supports, paragraph.key]
                        : supports.filter((other) => other !== paragraph.key),
                    )
                  }
                />{' '}
                {index + 1}. {paragraph.text.slice(0, 70)}
              </label>
            ))}
          </fieldset>
        </details>
      </Stack>
    </Stack>
  )
}

/** Alt and an arrow move the bullet, Enter begins the next one, Backspace takes an empty one away. */
function onKey(event: KeyboardEvent<HTMLTextAreaElement>, props: KeyPointRowProps): void {
  if (props.isReadOnly || event.nativeEvent.isComposing) return
  const isEmpty = event.currentTarget.value === ''
  if (event.altKey && event.key === 'ArrowUp') props.onMove(-1)
  else if (event.altKey && event.key === 'ArrowDown') props.onMove(1)
  else if (event.key === 'Enter' && props.count < 5) props.onAdd()
  else if (event.key === 'Backspace' && isEmpty) props.onRemove()
  else return
  event.preventDefault()
}
