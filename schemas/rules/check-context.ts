/**
 * What an article alone cannot say. Documents come as stored; what is not given is not judged, except where a rule
 * fails closed.
 */
export interface CheckContext {
  /** An ISO 8601 instant: now, or the time a story is scheduled for */
  readonly now: string
  /** The `articleRecord` of the article */
  readonly record?: unknown
  /** The `sourceText` documents of the story, those of late or newer versions too */
  readonly sources?: readonly unknown[] | undefined
  /** The `wireSource` documents; without them the widely used agencies are known */
  readonly agencies?: readonly unknown[] | undefined
  /** The `contributor` documents that the byline links */
  readonly contributors?: readonly unknown[] | undefined
  /** The `publication` document of the article, for its limits */
  readonly publication?: unknown
  /** The article as readers see it now */
  readonly published?: unknown
  /** Whether another article has this slug, now or formerly */
  readonly slugTaken?: boolean | undefined
  /** Faults of a source's ledger against its snapshot, in sentences: `checkLedger()` of ingest stands behind it */
  readonly ledgerFaults?: ((source: unknown) => readonly string[]) | undefined
}
