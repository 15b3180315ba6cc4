import {Stack} from '@sanity/ui'
import type {ReactNode} from 'react'
import {type FieldProps, useFormValue} from 'sanity'

import {textOf} from '../../schemas/rules/narrow.ts'
import type {ReceivedText} from '../source/received-text.ts'
import {percentOf, shareOfAll, wireShares} from '../source/wire-share.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {useOriginsOfForm} from './article-origins-context.ts'
import {ProvenanceMark} from './provenance-mark.tsx'
import {isDerivedSlug, keptItems, provenanceOf, showsProvenance} from './provenance.ts'

/** Form field of the Studio: below what an import can fill, where its content comes from. */
export function ArticleField(props: FieldProps) {
  if (props.path.length === 1 && props.name === 'slug') return <SlugField {...props} />
  if (props.path.length === 1 && showsProvenance(props.name)) return <MarkedField {...props} />
  return props.renderDefault(props)
}

function MarkedField(props: FieldProps) {
  const origins = useOriginsOfForm()
  if (origins.type !== 'received') return props.renderDefault(props)
  return (
    <Marked
      field={props}
      mark={<ReceivedMark field={props.name} value={props.value} latest={origins.latest} />}
    />
  )
}

function ReceivedMark({
  field,
  value,
  latest: {snapshot},
}: {
  readonly field: string
  readonly value: unknown
  readonly latest: ReceivedText
}) {
  const text = useDeskText()
  const provenance = provenanceOf(field, value, snapshot)
  const {kept, now} = keptItems(field, value, snapshot)
  const detail =
    field === 'body'
      ? text('mark.share', {percent: percentOf(shareOfAll(wireShares({body: value}, snapshot)))})
      : text('mark.kept', {kept, count: now})
  return (
    <ProvenanceMark
      provenance={provenance}
      detail={provenance === 'edited' && now > 0 ? detail : undefined}
    />
  )
}

function SlugField(props: FieldProps) {
  const text = useDeskText()
  const headline = useFormValue(['headline'])
  const slug = textOf(props.value, 'current')
  if (slug === '') return props.renderDefault(props)
  const isDerived = isDerivedSlug(slug, typeof headline === 'string' ? headline : '')
  return (
    <Marked
      field={props}
      mark={
        <ProvenanceMark
          provenance={isDerived ? 'derived' : 'typed'}
          detail={isDerived ? text('mark.from-headline') : undefined}
        />
      }
    />
  )
}

function Marked({field, mark}: {readonly field: FieldProps; readonly mark: ReactNode}) {
  return (
    <Stack gap={2} data-provenance={field.name}>
      {field.renderDefault(field)}
      {mark}
    </Stack>
  )
}
