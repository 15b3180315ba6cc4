import type {SQLOutputValue} from 'node:sqlite'

/** A row as `node:sqlite` gives it. */
export type Row = Readonly<Record<string, SQLOutputValue>>

/** @throws TypeError when the column holds no text: the database is not ours, or damaged */
export function readText(row: Row, column: string): string {
  const value = row[column]
  if (typeof value === 'string') return value
  throw new TypeError(`Cannot read column "${column}": expected text, found ${typeof value}`)
}

/** Like `readText`; `undefined` for SQL's null. */
export function readOptionalText(row: Row, column: string): string | undefined {
  return row[column] === null ? undefined : readText(row, column)
}
