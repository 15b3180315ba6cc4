/** Runs one job after the other, in the order they came; a failed job does not stop the next. */
export interface CommitQueue {
  run<Result>(job: () => Promise<Result>): Promise<Result>
}

export function createCommitQueue(): CommitQueue {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run(job) {
      const result = last.then(job, job)
      last = result.catch(() => undefined)
      return result
    },
  }
}
