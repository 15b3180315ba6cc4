import {useEffect, useState} from 'react'
import {useClient} from 'sanity'

import {type DeskAgency, readDeskAgency} from './desk-agency.ts'

/** The desk's wire sources; empty until they are read. */
export function useDeskAgencies(): readonly DeskAgency[] {
  const client = useClient({apiVersion: '2025-02-19'})
  const [agencies, setAgencies] = useState<readonly DeskAgency[]>([])

  useEffect(() => {
    const subscription = client.observable
      .fetch<readonly unknown[]>(
        '*[_type == "wireSource" && !(_id in path("drafts.**"))]{_id, code, name, aliases, creditStyle}',
        {},
        {tag: 'desk.agencies'},
      )
      .subscribe({
        next: (documents) =>
          setAgencies(documents.flatMap((document) => readDeskAgency(document) ?? [])),
        // Without the registry names stay as written: nothing is lost
        error: () => setAgencies([]),
      })
    return () => subscription.unsubscribe()
  }, [client])

  return agencies
}
