import {useEffect, useState} from 'react'
import {type SanityDocument, useDocumentPreviewStore} from 'sanity'

/** Documents as they stand in the dataset, by id and live; `undefined` until they are read. */
export function useStoredDocuments(
  ids: readonly string[],
): readonly (SanityDocument | undefined)[] | undefined {
  const store = useDocumentPreviewStore()
  const key = ids.join('\n')
  const [read, setRead] = useState<{
    readonly key: string
    readonly documents: readonly (SanityDocument | undefined)[]
  }>()

  useEffect(() => {
    const wanted = key === '' ? [] : key.split('\n')
    const subscription = store
      .unstable_observeDocuments(wanted)
      .subscribe((documents) => setRead({key, documents}))
    return () => subscription.unsubscribe()
  }, [store, key])

  if (key === '') return none
  return read?.key === key ? read.documents : undefined
}

const none: readonly undefined[] = []
