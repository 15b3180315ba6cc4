import {sameWordIn} from './word-alignment.ts'

/** A place in the text of a field, as the form shows it. */
export interface FormCaret {
  /** `headline`, `body[_key=="3f2a-b1"]` */
  readonly path: string
  readonly text: string
  /** In UTF-16 code units of `text` */
  readonly offset: number
}

/**
 * Where the cursor stands in the form.
 *
 * @param focusedPath - Path that has the focus in the form, or `''`
 */
export function readFormCaret(focusedPath: string): FormCaret | undefined {
  const active = document.activeElement
  if (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement) {
    const offset = active.selectionStart
    return offset === null ? undefined : {path: focusedPath, text: active.value, offset}
  }
  const selection = document.getSelection()
  const block = blockAround(selection?.focusNode)
  if (!selection?.focusNode || !block) return undefined
  const before = document.createRange()
  before.setStart(block, 0)
  before.setEnd(selection.focusNode, selection.focusOffset)
  const field = /^[A-Za-z]{1,40}/u.exec(focusedPath)?.[0] ?? 'body'
  return {
    path: `${field}${block.dataset['ptPath'] ?? ''}`,
    text: block.textContent,
    offset: before.toString().length,
  }
}

function blockAround(node: Node | null | undefined): HTMLElement | undefined {
  const element = node instanceof Element ? node : node?.parentElement
  if (!element?.closest('[contenteditable="true"]')) return undefined
  return element.closest<HTMLElement>('[data-pt-block="text"]') ?? undefined
}

/** Frames to wait for a field that is only being opened: about a second. */
const PATIENCE = 60

/**
 * Puts the cursor to the word of a field that stands at an offset of a received text, once the field has the focus.
 *
 * @param path - Path of the field
 */
export function placeFormCaret(path: string, received: string, offset: number, tries = 0): void {
  const active = document.activeElement
  if (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement) {
    const place = sameWordIn(received, offset, active.value)
    if (place) active.setSelectionRange(place.start, place.end)
    return
  }
  const key = /^body(?<block>\[_key=="[^"]{1,100}"\])/u.exec(path)?.groups?.['block']
  const block =
    key === undefined || !active?.matches('[contenteditable="true"]')
      ? null
      : active.querySelector<HTMLElement>(`[data-pt-path="${CSS.escape(key)}"]`)
  if (block) selectWord(block, sameWordIn(received, offset, block.textContent))
  else if (tries < PATIENCE) {
    requestAnimationFrame(() => placeFormCaret(path, received, offset, tries + 1))
  }
}

function selectWord(
  block: HTMLElement,
  place: {readonly start: number; readonly end: number} | undefined,
): void {
  const range = place && rangeIn(block, place.start, place.end)
  if (range) {
    document
      .getSelection()
      ?.setBaseAndExtent(
        range.startContainer,
        range.startOffset,
        range.endContainer,
        range.endOffset,
      )
  }
}

/** The range of a stretch of an element's text; offsets in UTF-16 code units. */
export function rangeIn(element: Node, start: number, end: number): Range | undefined {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  let passed = 0
  let isOpen = false
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (!isOpen && start < passed + length) {
      range.setStart(node, start - passed)
      isOpen = true
    }
    if (isOpen && end <= passed + length) {
      range.setEnd(node, end - passed)
      return range
    }
    passed += length
  }
  return undefined
}
