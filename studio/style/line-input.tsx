import {TextArea} from '@sanity/ui'
import type {ComponentProps} from 'react'

/** One line of text that is shown whole: a longer one wraps instead of running out of sight. It takes no line ends, typed or pasted. */
export function LineInput({onChange, onKeyDown, ...props}: ComponentProps<typeof TextArea>) {
  return (
    <TextArea
      {...props}
      rows={1}
      style={asHighAsItsText}
      onChange={(event) => {
        const {currentTarget} = event
        if (LINE_ENDS.test(currentTarget.value)) {
          currentTarget.value = currentTarget.value.trimEnd().replaceAll(LINE_ENDS, ' ')
        }
        onChange?.(event)
      }}
      onKeyDown={(event) => {
        onKeyDown?.(event)
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault()
      }}
    />
  )
}

const LINE_ENDS = /\s{0,100}[\n\r]\s{0,100}/gu
const asHighAsItsText = {fieldSizing: 'content', resize: 'none'} as const
