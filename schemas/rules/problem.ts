/** What a rule answers: `true`, or the sentence an editor reads. */
export type Verdict = true | string

/** One thing that stops publishing (error), should be looked at (warning) or is worth knowing (info). */
export interface Problem {
  /** Name of the rule, for lists and counts: `headlinePresent` */
  readonly rule: string
  readonly severity: 'error' | 'warning' | 'info'
  /** Where to jump in the article's form: `headline`, `bylines[_key=="3f2a-y1"].role`; `''` is the whole article */
  readonly path: string
  readonly message: string
}
