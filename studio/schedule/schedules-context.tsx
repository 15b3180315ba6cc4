import {
  createContext,
  type PropsWithChildren,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react'
import {useClient} from 'sanity'

import {useDatasetChanges} from '../desk/use-dataset-changes.ts'
import {readSchedules, type Schedule, schedulesQuery} from './read-schedules.ts'

/** The articles that go out by the clock or were held back, by id and live; empty until they are read. */
export function useSchedules(): ReadonlyMap<string, Schedule> {
  return useContext(SchedulesContext)
}

/** Reads the schedules once for all that show them. */
export function SchedulesProvider({children}: PropsWithChildren) {
  const client = useClient({apiVersion: '2025-02-19'})
  const changes = useDatasetChanges('_type == "system.release"')
  const [schedules, setSchedules] = useState<ReadonlyMap<string, Schedule>>(none)

  // `changes` makes it another question, whose answer may differ
  const question = useMemo(() => ({groq: schedulesQuery, changes}), [changes])

  useEffect(() => {
    if (question.changes === 0) return undefined
    const reading = client.observable
      .withConfig({perspective: 'raw'})
      .fetch<readonly unknown[]>(question.groq, {}, {tag: 'desk.schedules'})
      .subscribe({
        next: (answer) => setSchedules(answer.length === 0 ? none : readSchedules(answer)),
        // The Scheduled Drafts tool shows them as well
        error: () => setSchedules(none),
      })
    return () => reading.unsubscribe()
  }, [client, question])

  return <SchedulesContext.Provider value={schedules}>{children}</SchedulesContext.Provider>
}

const none: ReadonlyMap<string, Schedule> = new Map()

const SchedulesContext = createContext(none)
