import {trimLog} from './compact-log.ts'
import type {Store} from './open-store.ts'

const DAY = 24 * 60 * 60 * 1000

/**
 * Takes what is older than so many days out of the log, now and once a day. The room in the file is used again; `shrinkFile` would give it back.
 *
 * @returns Ends it
 */
export function retainLog(
  {database, now}: Store,
  days: number,
  report: (error: Error) => void,
): () => void {
  const trim = (): void => {
    trimLog(database, new Date(now().getTime() - days * DAY).toISOString()).catch(
      (error: unknown) => {
        if (database.isOpen) report(error instanceof Error ? error : new Error(String(error)))
      },
    )
  }
  trim()
  const daily = setInterval(trim, DAY)
  daily.unref()
  return () => {
    clearInterval(daily)
  }
}
