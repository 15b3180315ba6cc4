import {Stack} from '@sanity/ui'
import type {ComponentType} from 'react'
import {type FieldProps, useFormValue} from 'sanity'

import {textOf} from '../../schemas/rules/narrow.ts'
import {percentOf, shareOfAll, wireShares} from '../source/wire-share.ts'
import {useDeskText} from '../texts/use-desk-text.ts'
import {useOriginsOfForm} from './article-origins-context.ts'
import {MarkToCome, ProvenanceMark} from './provenance-mark.tsx'
import {isDerivedSlug, keptItems, provenanceOf, showsProvenance} from './provenance.ts'
import {usePublicationOfForm} from './use-publication-of-form.ts'

/**
 * Form field of the Studio: below what an import can fill, where its content comes from. What stands there is the same tree with and
 * without a mark: another one would be another field, and who types in it would lose the place.
 */
export function ArticleField(props: FieldProps) {
  if (props.path.length !== 1 || !isMarked(props.name)) return props.renderDefault(props)
  return (
    <Stack gap={2} data-provenance={props.name}>
      {props.renderDefault(props)}
      <FieldMark field={props.name} value={props.value} />
    </Stack>
  )
}

interface MarkProps {
  readonly field: string
  readonly value: unknown
}

function isMarked(field: string): boolean {
  return showsProvenance(field) || field in ownMarks
}

function FieldMark(props: MarkProps) {
  const Mark = ownMarks[props.field] ?? ReceivedMark
  return <Mark {...props} />
}

function ReceivedMark({field, value}: MarkProps) {
  const text = useDeskText()
  const origins = useOriginsOfForm()
  if (origins.type === 'loading') return <MarkToCome />
  if (origins.type !== 'received') return null
  const {snapshot, noted} = origins.latest
  const received = {...noted, ...snapshot}
  const provenance = provenanceOf(field, value, received)
  const {kept, now} = keptItems(field, value, received)
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

function SlugMark({value}: MarkProps) {
  const text = useDeskText()
  const headline = useFormValue(['headline'])
  const slug = textOf(value, 'current')
  if (slug === '') return null
  return isDerivedSlug(slug, typeof headline === 'string' ? headline : '') ? (
    <ProvenanceMark provenance="derived" detail={text('mark.from-headline')} />
  ) : (
    <ProvenanceMark provenance="typed" />
  )
}

/** No copy names the publication it came in for: the import was told, or a person chose. */
function PublicationMark({value}: MarkProps) {
  const text = useDeskText()
  const origins = useOriginsOfForm()
  const id = textOf(value, '_ref')
  if (origins.type === 'loading') return <MarkToCome />
  if (origins.type !== 'received' || id === '') return null
  return id === origins.latest.publication ? (
    <ProvenanceMark provenance="derived" detail={text('mark.from-import')} />
  ) : (
    <ProvenanceMark provenance="typed" />
  )
}

function LanguageMark({value}: MarkProps) {
  const text = useDeskText()
  const language = textOf(usePublicationOfForm(), 'language')
  if (typeof value !== 'string' || value === '') return null
  return value === language ? (
    <ProvenanceMark provenance="derived" detail={text('mark.from-publication')} />
  ) : (
    <ProvenanceMark provenance="typed" />
  )
}

/** Marks of the fields that no copy fills. */
const ownMarks: Readonly<Record<string, ComponentType<MarkProps>>> = {
  slug: SlugMark,
  publication: PublicationMark,
  language: LanguageMark,
}
