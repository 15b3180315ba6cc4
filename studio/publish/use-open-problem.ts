import {useRouter} from 'sanity/router'
import {useDocumentPane} from 'sanity/structure'

import type {BesideTheForm} from '../article/beside-the-form.ts'
import {recordIdOf} from '../article/record-id.ts'
import {useOpenField} from '../article/use-open-field.ts'
import {placeOfProblem} from './place-of-problem.ts'

/** Gives what leads an editor to where a problem of the open article is put right: its field, what stands beside the form, or the record. */
export function useOpenProblem(
  articleId: string,
): (problem: {readonly rule: string; readonly path: string}) => void {
  const {openInspector} = useDocumentPane()
  const router = useRouter()
  const openField = useOpenField()
  return (problem) => {
    const place = placeOfProblem(problem)
    if (place === undefined) openField(problem.path)
    else if (place === 'legalHold') {
      router.navigateIntent('edit', {
        id: recordIdOf(articleId),
        type: 'articleRecord',
        path: place,
      })
    } else {
      openInspector(place)
      focusBeside(place)
    }
  }
}

/** Frames to wait for what is only being opened: about a second. */
const PATIENCE = 60

/** The entry that was clicked is gone with its dialog: the keyboard goes on in what was opened. */
function focusBeside(place: BesideTheForm, tries = 0): void {
  const first = document.querySelector<HTMLElement>(
    `[data-beside="${place}"] :is(a, button, select, [tabindex="0"]):not(:disabled)`,
  )
  if (first) first.focus()
  else if (tries < PATIENCE) requestAnimationFrame(() => focusBeside(place, tries + 1))
}
