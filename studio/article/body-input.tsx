import {useEffect, useRef} from 'react'
import type {InputProps} from 'sanity'
import {styled} from 'styled-components'

import {useDeskText} from '../texts/use-desk-text.ts'

/** Input of `body`: Sanity's editor, with a name for screen readers. It has no setting for one. */
export function BodyInput(props: InputProps) {
  const text = useDeskText()
  const frame = useRef<HTMLDivElement>(null)
  const name = text('body.name')

  useEffect(() => {
    const element = frame.current
    if (!element) return undefined
    const nameEditor = () =>
      element.querySelector('[data-pt-editor="true"]')?.setAttribute('aria-label', name)
    nameEditor()
    // The editor comes after its frame, and anew when it fills the screen
    const observer = new MutationObserver(nameEditor)
    observer.observe(element, {childList: true, subtree: true})
    return () => observer.disconnect()
  }, [name])

  return <Frame ref={frame}>{props.renderDefault(props)}</Frame>
}

const Frame = styled.div`
  /* Else it would be as wide as the longest line, beyond the form */
  min-width: 0;

  /* Sanity's 19em show two paragraphs of a story; its corner can still be drawn to another height */
  [data-testid='pt-editor'][data-fullscreen='false'] {
    height: max(19em, 55vh);
  }
`
