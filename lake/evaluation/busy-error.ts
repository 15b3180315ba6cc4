/** Too many queries wait already: a passing fault, which clients try again. Routes answer 429 with `retry-after`. */
export class BusyError extends Error {
  override readonly name = 'BusyError'
}
