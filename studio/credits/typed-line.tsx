import {Stack, Text} from '@sanity/ui'
import {type ReactNode, useId} from 'react'

import {LineInput} from '../style/line-input.tsx'
import {Understood} from './understood.tsx'

interface TypedLineProps {
  readonly label: string
  readonly placeholder: string
  /** As it stands in the article */
  readonly stored: string
  /** What is being typed; `undefined` while nobody does */
  readonly typed: string | undefined
  /** How it is understood: one sentence for each entry */
  readonly lines: readonly string[]
  /** Said where there is none */
  readonly empty: string
  readonly isReadOnly: boolean
  readonly onType: (typed: string | undefined) => void
  readonly onUse: () => void
  /** Shown while nobody types */
  readonly children?: ReactNode
}

/** A line to type or paste: how it is understood shows below it, Enter takes it, Escape leaves the article as it was. */
export function TypedLine(props: TypedLineProps) {
  const {label, placeholder, stored, typed, lines, empty, isReadOnly, onType, onUse} = props
  const inputId = useId()
  return (
    <Stack gap={3} data-desk-input>
      <Text as="label" htmlFor={inputId} size={1} weight="medium">
        {label}
      </Text>
      <LineInput
        id={inputId}
        value={typed ?? stored}
        placeholder={placeholder}
        readOnly={isReadOnly}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            event.preventDefault()
            onUse()
          } else if (event.key === 'Escape' && typed !== undefined) {
            event.stopPropagation()
            onType(undefined)
          }
        }}
      />
      {typed === undefined ? (
        props.children
      ) : (
        <Understood lines={lines} empty={empty} onUse={onUse} />
      )}
    </Stack>
  )
}
