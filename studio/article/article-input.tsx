import {getPublishedId, isVersionId} from '@sanity/client/csm'
import {type ComponentType, useEffect, useRef} from 'react'
import {type InputProps, pathToString} from 'sanity'
import {useDocumentPane, useStructureTool} from 'sanity/structure'

import {fieldOf, textOf} from '../../schemas/rules/narrow.ts'
import {BylineInput} from '../credits/byline-input.tsx'
import {CreditInput} from '../credits/credit-input.tsx'
import {HeadlineInput, HeadlineShortInput, StandfirstInput} from '../heads/counted-input.tsx'
import {KeyPointsInput} from '../heads/key-points-input.tsx'
import {RunInput} from '../runs/run-input.tsx'
import {ScheduleNotice} from '../schedule/schedule-notice.tsx'
import {useSchedules} from '../schedule/schedules-context.tsx'
import {hasOpenConflict} from '../updates/conflicts.ts'
import {OriginsContext} from './article-origins-context.ts'
import {type BesideTheForm, besideTheForm} from './beside-the-form.ts'
import {BodyInput} from './body-input.tsx'
import {KeepCursor} from './keep-cursor.tsx'
import {useArticleOrigins} from './use-article-origins.ts'

/** Form input of the Studio: around every document what keeps the cursor, around a whole article, what its fields need to know of its source; around an import run, what became of its texts. */
export function ArticleInput(props: InputProps) {
  if (props.path.length === 0) {
    const Whole = wholeInputs[props.schemaType.name]
    return <KeepCursor>{Whole ? <Whole {...props} /> : props.renderDefault(props)}</KeepCursor>
  }
  const Part = partInputs[pathToString(props.path)]
  return Part ? <Part {...props} /> : props.renderDefault(props)
}

/** Documents that have more around their fields, by type. */
const wholeInputs: Readonly<Record<string, ComponentType<InputProps>>> = {
  article: WholeArticle,
  importRun: RunInput,
}

/** Fields that have an input of their own. */
const partInputs: Readonly<Record<string, ComponentType<InputProps>>> = {
  headline: HeadlineInput,
  headlineShort: HeadlineShortInput,
  standfirst: StandfirstInput,
  keyPoints: KeyPointsInput,
  bylines: BylineInput,
  wireCredits: CreditInput,
  body: BodyInput,
}

function WholeArticle(props: InputProps) {
  const origins = useArticleOrigins(textOf(props.value, '_id'))
  useBesideTheForm(
    origins.type === 'received'
      ? besideTheForm({
          isReceived: true,
          isConflicting: hasOpenConflict(origins.record),
          isKilled: fieldOf(origins.record, 'killFlag') === true,
        })
      : undefined,
  )
  const id = textOf(props.value, '_id')
  const schedule = useSchedules().get(getPublishedId(id))
  // Above the version that goes out Sanity says itself that its schedule is paused
  const isSaid = schedule?.state === 'paused' && isVersionId(id)
  return (
    <OriginsContext.Provider value={origins}>
      {schedule && !isSaid && <ScheduleNotice schedule={schedule} />}
      {props.renderDefault(props)}
    </OriginsContext.Provider>
  )
}

/**
 * Opens what an editor wants to see first, once for an article and where there is room for it beside the form. Who comes from a list
 * has it open from the start. Who closes it keeps it closed.
 *
 * @param wanted - `undefined` where there is nothing to show, or until it is known
 */
function useBesideTheForm(wanted: BesideTheForm | undefined): void {
  const {inspector, openInspector} = useDocumentPane()
  const {features} = useStructureTool()
  const offered = useRef(false)
  const isOpen = inspector !== null && inspector !== undefined

  useEffect(() => {
    if (isOpen) offered.current = true
    if (wanted === undefined || offered.current || !features.resizablePanes) return
    offered.current = true
    openInspector(wanted)
  }, [wanted, isOpen, openInspector, features.resizablePanes])
}
