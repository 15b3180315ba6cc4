/**
 * A fault of the database file or its disk, never of a request: routes answer 503, so that the Studio keeps the edit and tries again.
 */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly reason: StoreFault

  constructor(reason: StoreFault, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}

export type StoreFault =
  | 'in-use'
  | 'newer-version'
  | 'full-disk'
  | 'read-only'
  | 'unreadable'
  | 'other'

/**
 * Says in a sentence what SQLite said in a number.
 *
 * @param error - What `node:sqlite` threw
 * @param action - What was tried, such as `Cannot open "data/lake.sqlite"`
 * @see https://www.sqlite.org/rescode.html
 */
export function explainStoreError(error: unknown, action: string): StoreError {
  if (error instanceof StoreError) return error
  const [reason, sentence] = describe(error)
  return new StoreError(reason, `${action}: ${sentence}`, {cause: error})
}

/** Whether the error comes from SQLite itself. */
export function isSqliteError(error: unknown): error is Error & {readonly errcode: number} {
  return (
    error instanceof Error &&
    'errcode' in error &&
    typeof error.errcode === 'number' &&
    'code' in error &&
    error.code === 'ERR_SQLITE_ERROR'
  )
}

function describe(error: unknown): readonly [StoreFault, string] {
  if (!isSqliteError(error))
    return ['other', error instanceof Error ? error.message : String(error)]
  // The low byte is the primary code; the rest tells details.
  switch (error.errcode & 0xff) {
    case 5:
    case 6:
      return [
        'in-use',
        'another process has it open; end that process or use another --data folder',
      ]
    case 8:
      return ['read-only', 'the file or its folder is read-only; make it writable']
    case 13:
      return ['full-disk', 'the disk is full; make room, nothing was stored half']
    case 10:
      return ['other', `the disk reported an error (${error.message}); check the disk`]
    case 11:
    case 26:
      return ['unreadable', 'it is damaged or no SQLite database; restore a backup']
    case 14:
      return [
        'unreadable',
        'the file cannot be opened; check that its folder exists and is writable',
      ]
    default:
      return ['other', error.message]
  }
}
