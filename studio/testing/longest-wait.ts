/** How long a browser test waits for what it expects, in milliseconds: on a busy machine the desk takes what it takes. */
export const LONGEST_WAIT = 60_000
