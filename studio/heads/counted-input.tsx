import {Stack} from '@sanity/ui'
import {type InputProps, isStringInputProps} from 'sanity'

import {LineInput} from '../style/line-input.tsx'
import type {MeasuredHead} from './head-limit.ts'
import {LengthCounter} from './length-counter.tsx'

export function HeadlineInput(props: InputProps) {
  return <CountedInput head="headline" {...props} />
}

export function HeadlineShortInput(props: InputProps) {
  return <CountedInput head="headlineShort" {...props} />
}

export function StandfirstInput(props: InputProps) {
  return <CountedInput head="standfirst" {...props} />
}

function CountedInput({head, ...props}: InputProps & {readonly head: MeasuredHead}) {
  return (
    <Stack gap={3}>
      {head !== 'standfirst' && isStringInputProps(props) ? (
        <LineInput customValidity={props.validationError ?? ''} {...props.elementProps} />
      ) : (
        props.renderDefault(props)
      )}
      <LengthCounter head={head} text={typeof props.value === 'string' ? props.value : ''} />
    </Stack>
  )
}
