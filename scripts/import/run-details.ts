import type {PreparedCopy} from './prepare-copy.ts'

/** What the page of a run tells beyond its report: kept small however many texts there are. */
export interface RunDetails {
  /** Stretches taken out, by the rule that took them */
  readonly removed: ReadonlyMap<string, RemovedByRule>
  /** Doubts of the reader, each with its text's path; the first thousand */
  readonly doubts: readonly {readonly path: string; readonly message: string}[]
}

interface RemovedByRule {
  readonly count: number
  readonly reason: string
  readonly example: string
}

const MOST_DOUBTS = 1000
const EXAMPLE_LENGTH = 120

/** Gathers the details of a run while it goes on. */
export function runDetails(): RunDetails & {
  readonly add: (path: string, copy: PreparedCopy) => void
} {
  const removed = new Map<string, RemovedByRule>()
  const doubts: {path: string; message: string}[] = []
  return {
    removed,
    doubts,
    add(path, {documents: {source, record}, spans}) {
      for (const {kind, rule = '', reason = '', start, end} of spans) {
        if (kind !== 'removed') continue
        const known = removed.get(rule)
        removed.set(rule, {
          count: (known?.count ?? 0) + 1,
          reason,
          example: known?.example ?? source.raw.slice(start, end).trim().slice(0, EXAMPLE_LENGTH),
        })
      }
      for (const {message} of record.findings ?? []) {
        if (doubts.length < MOST_DOUBTS) doubts.push({path, message})
      }
    },
  }
}
