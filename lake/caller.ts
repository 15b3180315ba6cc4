/** Who asks. Set once per request from the token; without a token a caller is anonymous, always. */
export type Caller = {readonly type: 'anonymous'} | {readonly type: 'user'; readonly userId: string}

/** What the routes of the lake find on a request's context (Hono's `c.get('caller')`). */
export interface LakeEnvironment {
  readonly Variables: {caller: Caller}
}
