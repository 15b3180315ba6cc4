import {useEffect, useMemo, useState} from 'react'
import {useClient} from 'sanity'

import {isFields, textOf} from '../../schemas/rules/narrow.ts'
import {useDatasetChanges} from './use-dataset-changes.ts'

interface NamedDocument {
  readonly id: string
  readonly name: string
}

/** The published documents of a type by name, live; `[]` until they are read. */
export function useNamedDocuments(type: 'wireSource' | 'publication'): readonly NamedDocument[] {
  const client = useClient({apiVersion: '2025-02-19'})
  const changes = useDatasetChanges(`_type == "${type}"`)
  const [documents, setDocuments] = useState<readonly NamedDocument[]>([])

  // A change makes it another question, whose answer may differ
  const question = useMemo(() => ({type, changes}), [type, changes])

  useEffect(() => {
    if (question.changes === 0) return undefined
    let isWanted = true
    client
      .withConfig({perspective: 'published'})
      .fetch(
        '*[_type == $type && defined(name)] | order(name asc){_id, name}',
        {type: question.type},
        {tag: 'desk.names'},
      )
      .then(
        (answer: unknown) => isWanted && setDocuments(readNamed(answer)),
        // The list itself says when the lake cannot be read
        () => undefined,
      )
    return () => {
      isWanted = false
    }
  }, [client, question])

  return documents
}

function readNamed(answer: unknown): readonly NamedDocument[] {
  return (Array.isArray(answer) ? answer : [])
    .filter(isFields)
    .map((document) => ({id: textOf(document, '_id'), name: textOf(document, 'name')}))
}
