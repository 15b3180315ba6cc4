/** How long one thing took, in milliseconds, over several times. */
export interface Timing {
  readonly median: number
  readonly p99: number
}

/** Does a job several times, once more before that for the caches. */
export async function measure(
  times: number,
  job: (index: number) => Promise<unknown>,
): Promise<Timing> {
  await job(-1)
  const taken: number[] = []
  for (let index = 0; index < times; index++) {
    const start = performance.now()
    await job(index)
    taken.push(performance.now() - start)
  }
  return summarise(taken)
}

export function summarise(taken: readonly number[]): Timing {
  const sorted = taken.toSorted((left, right) => left - right)
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? 0
  return {median: at(0.5), p99: at(0.99)}
}
