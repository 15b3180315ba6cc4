import {ClientError} from '@sanity/client'

/** Somebody else has written what a transaction was made for: an id is taken, a revision has gone by. */
export function isStale(error: unknown): boolean {
  return error instanceof ClientError && error.statusCode === 409
}
