import {useFormValue} from 'sanity'

import {textOf} from '../../schemas/rules/narrow.ts'
import {useStoredDocuments} from './use-stored-documents.ts'

/** The publication of the article in the form around; `undefined` while there is none. */
export function usePublicationOfForm(): unknown {
  const id = textOf(useFormValue(['publication']), '_ref')
  return useStoredDocuments(id === '' ? [] : [id])?.[0]
}
