/** What became of one text. */
export type Outcome =
  | 'created'
  | 'updated'
  | 'merged'
  | 'unchanged'
  | 'conflict'
  | 'duplicate'
  | 'refused'
  | 'failed'

export interface ImportItem {
  readonly path: string
  readonly outcome: Outcome
  /** The article's id, without `drafts.` */
  readonly id?: string
  readonly reason?: string
  /** It went well, and an editor has to do something all the same: a kill, an update that waits or that nothing could take */
  readonly needsPerson?: true
  /** A conflict that found no moment to be stored: the text has to be imported again */
  readonly isStored?: false
  /** Another story that a text which begins one seems to be a version of; nothing is merged by itself */
  readonly nearDuplicateOf?: {
    /** The article's id, without `drafts.` */
    readonly id: string
    /** How much of the shorter text stands in both, in per cent */
    readonly overlap: number
  }
}

export type OutcomeCounts = Readonly<Record<Outcome, number>>

/** What a run did, in numbers. */
export interface ImportSummary {
  readonly run: string
  readonly parserVersion: string
  readonly counts: OutcomeCounts
  /** Mutations sent, or in a dry run: that would be sent */
  readonly mutations: number
  /** Ended before everything was read, by the person who ran it */
  readonly isStopped?: true
}

/** The receipt of a run, as `--report FILE.json` writes it. */
export interface ImportReport extends ImportSummary {
  readonly items: readonly ImportItem[]
}

/** Counts outcomes one by one: a hundred thousand texts need no more than a dozen. */
export function countOutcomes(): {
  readonly counts: OutcomeCounts
  readonly add: (outcome: Outcome) => void
} {
  const counts: Record<Outcome, number> = {
    created: 0,
    updated: 0,
    merged: 0,
    unchanged: 0,
    conflict: 0,
    duplicate: 0,
    refused: 0,
    failed: 0,
  }
  return {
    counts,
    add(outcome) {
      counts[outcome] += 1
    },
  }
}

/** `3 created, 1 unchanged`; what is zero is left out. */
export function countsInWords(counts: OutcomeCounts): string {
  const parts = Object.entries(counts).flatMap(([outcome, count]) =>
    count === 0 ? [] : [`${count} ${outcome}`],
  )
  return parts.length === 0 ? 'no text' : parts.join(', ')
}
