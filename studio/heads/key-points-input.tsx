import {Button, Stack} from '@sanity/ui'
import {useLayoutEffect, useMemo, useRef, useState} from 'react'
import {type InputProps, insert, PatchEvent, set, setIfMissing, unset, useFormValue} from 'sanity'

import {bodyParagraphs} from '../../schemas/portable-text.ts'
import {supportUnchanged} from '../../schemas/rules/key-point-support.ts'
import {type Fields, fieldOf, itemsOf, textOf} from '../../schemas/rules/narrow.ts'
import {say} from '../../schemas/rules/say.ts'
import {readFrom, type Sentences} from '../../schemas/sentence.ts'
import {useOriginsOfForm} from '../article/article-origins-context.ts'
import {useStoredDocuments} from '../article/use-stored-documents.ts'
import {ForScreenReaders} from '../source/source-styles.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {useSentence} from '../texts/use-sentence.ts'
import {KeyPointRow} from './key-point-row.tsx'

/** Input of `keyPoints`: bullets that are typed in place, moved with Alt and the arrows, and linked to the paragraphs that bear them out. */
export function KeyPointsInput(props: InputProps) {
  const text = useDeskText()
  const sentence = useSentence()
  const isShownBeside = useMemo(() => readFrom(shownBeside(sentence)), [sentence])
  const article = useFormValue([])
  const origins = useOriginsOfForm()
  const publishedId = textOf(article, '_id').replace(/^drafts\./u, '')
  const published = useStoredDocuments(publishedId === '' ? [] : [publishedId])?.[0]
  const earlier = published ?? (origins.type === 'received' ? origins.latest.snapshot : undefined)
  const points = itemsOf(props, 'value')
  const paragraphs = bodyParagraphs(fieldOf(article, 'body'))
  const list = useRef<HTMLUListElement>(null)
  const [wanted, setWanted] = useState('')
  const [said, setSaid] = useState('')
  const focusPath = 'focusPath' in props ? props.focusPath : []
  const focusedKey = textOf(focusPath[0], '_key')

  const focusKey = wanted || focusedKey
  const order = points.map((point) => textOf(point, '_key')).join(' ')
  // Before the page is drawn: a row that a colleague moves loses the focus, and what is typed until it is back would go nowhere.
  useLayoutEffect(() => {
    if (focusKey === '' || !order.includes(focusKey)) return
    const row = rowOf(list.current, focusKey)
    // Not where the focus is in the row already, on one of its buttons
    if (row?.contains(document.activeElement)) return
    row?.querySelector('textarea')?.focus()
  }, [focusKey, list, order])

  const write = (...patches: Parameters<typeof PatchEvent.from>) =>
    props.onChange(PatchEvent.from(...patches))
  const add = (after: number) => {
    const _key = crypto.randomUUID().slice(0, 12)
    write([setIfMissing([]), insert([{_key, _type: 'keyPoint', text: ''}], 'after', [after])])
    setWanted(_key)
  }
  const move = (from: number, by: -1 | 1) => {
    const [point, neighbour] = [points[from], points[from + by]]
    if (!point || !neighbour) return
    const _key = textOf(point, '_key')
    // One alone is taken out and put in again, and none that another editor may be typing in
    const [taken, stays] =
      othersAt(props, _key).length > 0
        ? [neighbour, point]
        : [withTypedText(list.current, point), neighbour]
    const isBefore = by < 0 === (stays === neighbour)
    write([
      unset([{_key: textOf(taken, '_key')}]),
      insert([taken], isBefore ? 'before' : 'after', [{_key: textOf(stays, '_key')}]),
    ])
    setWanted(_key)
    setSaid(text('key-point.moved', {from: from + 1, to: from + by + 1, total: points.length}))
  }
  return (
    <Stack gap={3} data-desk-input style={{position: 'relative'}}>
      <Stack
        as="ul"
        gap={4}
        ref={list}
        aria-label={text('key-point.list')}
        style={{listStyle: 'none', margin: 0, padding: 0}}
      >
        {points.map((point, index) => {
          const key = textOf(point, '_key')
          const verdict = supportUnchanged(point, article, earlier)
          return (
            <KeyPointRow
              key={key}
              point={point}
              number={index + 1}
              count={points.length}
              paragraphs={paragraphs}
              warnings={[
                ...(verdict === true ? [] : [sentence(verdict)]),
                ...messagesAt(props, key).filter((message) => !isShownBeside(message)),
              ]}
              others={othersAt(props, key)}
              isReadOnly={props.readOnly === true}
              onText={(words) => write(set(words, [{_key: key}, 'text']))}
              onSupports={(keys) =>
                write(
                  keys.length === 0
                    ? unset([{_key: key}, 'supports'])
                    : set(keys, [{_key: key}, 'supports']),
                )
              }
              onMove={(by) => move(index, by)}
              onAdd={() => add(index)}
              onRemove={() => {
                write(unset([{_key: key}]))
                setWanted(textOf(points[index - 1] ?? points[index + 1], '_key'))
              }}
              onFocus={() => {
                setWanted('')
                if ('onPathFocus' in props) props.onPathFocus([{_key: key}, 'text'])
              }}
            />
          )
        })}
      </Stack>
      <div>
        <Button
          fontSize={1}
          padding={2}
          mode="ghost"
          text={text('key-point.add')}
          disabled={props.readOnly === true || points.length >= 5}
          onClick={() => add(-1)}
        />
      </div>
      <ForScreenReaders aria-live="polite">{said}</ForScreenReaders>
    </Stack>
  )
}

function rowOf(list: HTMLElement | null, key: string): Element | null | undefined {
  return list?.querySelector(`[data-key-point="${CSS.escape(key)}"]`)
}

/** The key point as it stands in its field: the last key may be newer than what the form knows. */
function withTypedText(list: HTMLElement | null, point: Fields): Fields {
  const typed = rowOf(list, textOf(point, '_key'))?.querySelector('textarea')?.value
  return typed === undefined ? point : {...point, text: typed}
}

/** Ids of the other editors who are in the text of a key point. */
function othersAt(props: unknown, key: string): readonly string[] {
  const ids = itemsOf(textField(props, key), 'presence').map(({user}) => textOf(user, 'id'))
  return [...new Set(ids)]
}

/** What the form knows of the text of a key point. */
function textField(props: unknown, key: string): unknown {
  const member = itemsOf(props, 'members').find((candidate) => candidate['key'] === key)
  const text = itemsOf(fieldOf(member, 'item'), 'members').find(({name}) => name === 'text')
  return fieldOf(text, 'field')
}

/** What the rules say at the text of a key point. */
function messagesAt(props: unknown, key: string): readonly string[] {
  return itemsOf(textField(props, key), 'validation')
    .map((marker) => textOf(marker, 'message'))
    .filter((message) => message !== '')
}

/** What is shown beside a key point anyway: the counter of its words, and what became of the paragraphs that bear it out. */
function shownBeside(sentence: (english: string) => string): Sentences {
  return {
    long: sentence(say('key-point-long', {number: '{{number}}', limit: '{{limit}}'})),
    gone: sentence(say('support-gone')),
    changed: sentence(say('support-changed')),
  }
}
