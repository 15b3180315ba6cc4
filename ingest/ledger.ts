/**
 * Where one stretch of the received text went. Offsets are half-open, in UTF-16 code units of `raw`;
 * the spans of a text tile it: sorted, no gap, no overlap.
 */
export interface LedgerSpan {
  readonly start: number
  readonly end: number
  readonly kind: 'field' | 'removed' | 'separator' | 'unresolved'
  /** Paths into the parsed snapshot, with `_key`s: `body[_key=="3f2a-b1"].children[_key=="3f2a-b1s0"].text` */
  readonly targets: readonly string[]
  /** How the field's text comes from the slice */
  readonly op: LedgerOp
  /** The text in the field, where `op` alone does not determine it */
  readonly value?: string
  /** The rule that claimed the stretch, as `id@version` */
  readonly rule: string
  /** Why, in words an editor understands */
  readonly reason: string
  /** 0 to 1; 1 where nothing else could be meant */
  readonly confidence: number
}

export type LedgerOp = 'copy' | 'recase' | 'join' | 'unescape' | 'repair' | 'collapseSpace'
