import type {DatabaseSync, StatementSync} from 'node:sqlite'

const prepared = new WeakMap<DatabaseSync, Map<string, StatementSync>>()

/** The connection's statement for this SQL, prepared when it is first asked for. Who iterates over rows prepares an own one: this one may be asked again meanwhile. */
export function prepareOnce(connection: DatabaseSync, sql: string): StatementSync {
  const statements = prepared.get(connection) ?? new Map<string, StatementSync>()
  prepared.set(connection, statements)
  const statement = statements.get(sql) ?? connection.prepare(sql)
  statements.set(sql, statement)
  return statement
}
