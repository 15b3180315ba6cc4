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
  /** Another story that a text which begins one seems to be a version of; nothing is merged by itself */
  readonly nearDuplicateOf?: {
    /** The article's id, without `drafts.` */
    readonly id: string
    /** How much of the shorter text stands in both, in per cent */
    readonly overlap: number
  }
}

export type OutcomeCounts = Readonly<Record<Outcome, number>>

/** The receipt of a run, as `--report FILE.json` writes it. */
export interface ImportReport {
  readonly run: string
  readonly parserVersion: string
  readonly counts: OutcomeCounts
  /** Mutations sent, or in a dry run: that would be sent */
  readonly mutations: number
  readonly items: readonly ImportItem[]
  /** Ended before everything was read, by the person who ran it */
  readonly isStopped?: true
}

export function countOutcomes(items: readonly ImportItem[]): OutcomeCounts {
  const count = (outcome: Outcome) => items.filter((item) => item.outcome === outcome).length
  return {
    created: count('created'),
    updated: count('updated'),
    merged: count('merged'),
    unchanged: count('unchanged'),
    conflict: count('conflict'),
    duplicate: count('duplicate'),
    refused: count('refused'),
    failed: count('failed'),
  }
}

/** `3 created, 1 unchanged`; what is zero is left out. */
export function countsInWords(counts: OutcomeCounts): string {
  const parts = Object.entries(counts).flatMap(([outcome, count]) =>
    count === 0 ? [] : [`${count} ${outcome}`],
  )
  return parts.length === 0 ? 'nothing to import' : parts.join(', ')
}
