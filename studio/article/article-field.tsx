import {Badge, Flex, Stack} from '@sanity/ui'
import type {FieldProps} from 'sanity'

import {useOriginsOfForm} from './article-origins-context.ts'
import {type Provenance, provenanceOf, showsProvenance} from './provenance.ts'

/** Form field of the Studio: below the article's heads and credits, where their content comes from. */
export function ArticleField(props: FieldProps) {
  if (props.path.length === 1 && showsProvenance(props.name)) return <MarkedField {...props} />
  return props.renderDefault(props)
}

function MarkedField(props: FieldProps) {
  const origins = useOriginsOfForm()
  if (origins.type !== 'received') return props.renderDefault(props)
  const {text, title, tone} = marks[provenanceOf(props.name, props.value, origins.latest.snapshot)]
  return (
    <Stack gap={2} data-provenance={props.name}>
      {props.renderDefault(props)}
      <Flex>
        <Badge tone={tone} title={title} fontSize={0}>
          {text}
        </Badge>
      </Flex>
    </Stack>
  )
}

interface Mark {
  readonly text: string
  readonly title: string
  readonly tone: 'default' | 'primary' | 'positive' | 'caution'
}

const marks: Readonly<Record<Provenance, Mark>> = {
  fromSource: {text: 'From source', title: 'As the received text says it', tone: 'positive'},
  edited: {text: 'Edited', title: 'The received text says something else', tone: 'primary'},
  typed: {text: 'Typed', title: 'Written here: the received text has none', tone: 'primary'},
  notInSource: {
    text: 'Not in source',
    title: 'The received text has none, and nothing was made up',
    tone: 'caution',
  },
}
