import {type ReactNode, type SyntheticEvent, useLayoutEffect, useRef} from 'react'

import {movedPlace} from './moved-place.ts'

interface Cursor {
  readonly field: HTMLInputElement | HTMLTextAreaElement
  readonly value: string
  readonly start: number
  readonly end: number
}

/**
 * Keeps the cursor where it is when another editor changes the text of the field that it is in: the browser would set it to the end, and what is typed next would go there. Around a form.
 * The body keeps its own.
 */
export function KeepCursor({children}: {readonly children: ReactNode}) {
  const cursor = useRef<Cursor>(undefined)
  const note = ({target}: SyntheticEvent) => {
    cursor.current = cursorIn(target)
  }
  useLayoutEffect(() => {
    const known = cursor.current
    if (!known || known.field !== document.activeElement) return
    const {field, value: before} = known
    if (field.value === before) return
    const [start = 0, end = 0] = [known.start, known.end].map((place) =>
      movedPlace(place, before, field.value),
    )
    field.setSelectionRange(start, end)
    cursor.current = cursorIn(field)
  })
  return (
    <div role="presentation" style={noBox} onFocus={note} onSelect={note} onChange={note}>
      {children}
    </div>
  )
}

const noBox = {display: 'contents'} as const

/** `undefined` in what has no text with places, such as a box to tick. */
function cursorIn(field: EventTarget): Cursor | undefined {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return undefined
  const {value, selectionStart: start, selectionEnd: end} = field
  return start === null || end === null ? undefined : {field, value, start, end}
}
