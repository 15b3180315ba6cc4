import {useEffect, useRef} from 'react'

import {type FormCaret, readFormCaret, rangeIn} from './form-caret.ts'
import type {Gap, Stretch} from './stretch.ts'
import {sameWordIn} from './word-alignment.ts'

/** A word of a stretch: what the cursor in the form stands at. */
export interface TrailedWord {
  /** `start` of the stretch */
  readonly stretch: number
  /** In the stretch's text */
  readonly offset: number
}

/** `aria-keyshortcuts` of the key that leads from a field to its place in the source. */
export const sourceShortcut = 'Control+Alt+S'

/**
 * Follows the cursor of the form: marks the same word in the source view and brings it into sight; Control+Alt+S goes there.
 *
 * @returns The word marked last, for the way back
 */
export function useWordTrail(tiles: readonly (Stretch | Gap)[], focusedPath: string) {
  const word = useRef<TrailedWord>(undefined)

  useEffect(() => {
    const follow = () => {
      const caret = readFormCaret(focusedPath)
      if (!caret || caret.path === '') return
      word.current = findWord(tiles, caret)
      markWord(word.current)
    }
    const go = (event: KeyboardEvent) => {
      if (!event.ctrlKey || !event.altKey || event.code !== 'KeyS') return
      follow()
      const element = word.current && stretchElement(word.current.stretch)
      if (!element) return
      event.preventDefault()
      element.focus()
    }
    follow()
    document.addEventListener('selectionchange', follow)
    document.addEventListener('keydown', go)
    return () => {
      document.removeEventListener('selectionchange', follow)
      document.removeEventListener('keydown', go)
      CSS.highlights.delete('source-word')
    }
  }, [tiles, focusedPath])

  return word
}

/** Element id of a stretch. */
export function stretchId(start: number): string {
  return `stretch-${start}`
}

function stretchElement(start: number): HTMLElement | null {
  return document.querySelector<HTMLElement>(`#${stretchId(start)}`)
}

/** A field may stand in several stretches, such as a paragraph with a promo in its middle: the one that has the word, else the first. */
function findWord(
  tiles: readonly (Stretch | Gap)[],
  {path, text, offset}: FormCaret,
): TrailedWord | undefined {
  const stretches = tiles.filter(
    (tile) => tile.type === 'stretch' && tile.path !== undefined && isWithin(path, tile.path),
  )
  let start = 0
  const places = stretches.map((stretch) => {
    const place = {stretch: stretch.start, start}
    start += stretch.text.length + 1
    return place
  })
  const found = sameWordIn(text, offset, stretches.map((stretch) => stretch.text).join(' '))
  const place = places.findLast((candidate) => candidate.start <= (found?.start ?? 0))
  return place && {stretch: place.stretch, offset: (found?.start ?? place.start) - place.start}
}

function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`) || outer.startsWith(`${path}.`)
}

function markWord(word: TrailedWord | undefined): void {
  CSS.highlights.delete('source-word')
  const element = word && stretchElement(word.stretch)
  if (!element) return
  element.scrollIntoView({block: 'nearest'})
  const text = element.lastChild
  const length = /^\S{1,60}/u.exec((text?.textContent ?? '').slice(word.offset))?.[0].length ?? 0
  const range =
    text &&
    rangeIn(
      element,
      labelLength(element) + word.offset,
      labelLength(element) + word.offset + length,
    )
  if (range && length > 0) CSS.highlights.set('source-word', new Highlight(range))
}

/** The stretch's text is the last node of its element; before it stands its label for screen readers. */
function labelLength(element: HTMLElement): number {
  return element.textContent.length - (element.lastChild?.textContent?.length ?? 0)
}

/** The word of a stretch at a point of the screen. */
export function offsetAtPoint(element: HTMLElement, x: number, y: number): number | undefined {
  const range = document.caretRangeFromPoint(x, y)
  if (!range || range.startContainer !== element.lastChild) return undefined
  return range.startOffset
}
