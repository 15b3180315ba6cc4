import {DatabaseSync, type SQLInputValue, type SQLOutputValue} from 'node:sqlite'

import {parseDocument} from '../../lake/store/lake-document.ts'
import {tokensOf} from '../../lake/store/text-tokens.ts'

interface Insert {
  readonly statement: string
  readonly values: readonly SQLInputValue[]
}

/**
 * Writes into an empty database what a lake's database holds of its transactions: the same rows in the same tables, indexes and log, in
 * equal transactions, with the same pragmas. What it writes is read and prepared outside of the time that is measured.
 *
 * @param from - The database of a lake in which no document was ever written twice but the runs' own
 * @returns Seconds
 */
export function timeBareInserts(from: string, to: string): number {
  const source = new DatabaseSync(from, {readOnly: true})
  const target = new DatabaseSync(to)
  target.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
  target.exec('PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 4000')
  const tables = source
    .prepare(
      `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL
       AND name NOT LIKE 'text_index_%' AND name NOT LIKE 'sqlite_%' ORDER BY rowid`,
    )
    .all()
  for (const {sql} of tables) target.exec(String(sql))
  for (const insert of rowsOf(source, 'indexed_fields', 'SELECT * FROM indexed_fields')) {
    target.prepare(insert.statement).run(...insert.values)
  }
  // What the lake does between transactions (`createTextIndexMerger`)
  target.exec("INSERT INTO text_index (text_index, rank) VALUES ('automerge', 0)")
  const merge = target.prepare("INSERT INTO text_index (text_index, rank) VALUES ('merge', 16)")
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  let seconds = 0
  for (const inserts of transactionsOf(source)) {
    for (const {statement} of inserts) {
      if (!statements.has(statement)) statements.set(statement, target.prepare(statement))
    }
    const start = performance.now()
    target.exec('BEGIN IMMEDIATE')
    for (const {statement, values} of inserts) statements.get(statement)?.run(...values)
    target.exec('COMMIT')
    merge.run()
    seconds += (performance.now() - start) / 1000
  }
  source.close()
  target.close()
  return seconds
}

/** The rows of each transaction, in the order in which the lake writes them. */
function* transactionsOf(source: DatabaseSync): Generator<readonly Insert[]> {
  const written = new Set<string>()
  for (const transaction of source
    .prepare('SELECT * FROM transactions ORDER BY sequence')
    .iterate()) {
    const sequence = Number(transaction['sequence'])
    const inserts = [insertOf('transactions', transaction)]
    const effects = source
      .prepare('SELECT * FROM effects WHERE sequence = ? ORDER BY position')
      .all(sequence)
    for (const effect of effects) {
      const [dataset, id] = [String(effect['dataset']), String(effect['document_id'])]
      if (!written.has(id)) inserts.push(...documentRows(source, dataset, id))
      written.add(id)
      inserts.push(insertOf('effects', effect))
    }
    yield inserts
  }
}

function documentRows(source: DatabaseSync, dataset: string, id: string): readonly Insert[] {
  const of = 'dataset = ? AND id = ?'
  const [row] = source.prepare(`SELECT * FROM documents WHERE ${of}`).all(dataset, id)
  const [name] = source.prepare(`SELECT * FROM text_documents WHERE ${of}`).all(dataset, id)
  if (row === undefined || name === undefined) return []
  const words = [...tokensOf(parseDocument(String(row['json'])))].join(' ')
  return [
    ...rowsOf(source, 'path_values', 'SELECT * FROM path_values WHERE id = ?', id),
    insertOf('text_documents', name),
    insertOf('text_index', {rowid: name['number'] ?? null, words}),
    insertOf('documents', row),
    ...rowsOf(source, 'document_heads', `SELECT * FROM document_heads WHERE ${of}`, dataset, id),
    ...rowsOf(
      source,
      'document_references',
      'SELECT * FROM document_references WHERE dataset = ? AND from_id = ?',
      dataset,
      id,
    ),
  ]
}

function rowsOf(
  source: DatabaseSync,
  table: string,
  query: string,
  ...values: readonly SQLInputValue[]
): readonly Insert[] {
  return source
    .prepare(query)
    .all(...values)
    .map((row) => insertOf(table, row))
}

function insertOf(table: string, row: Readonly<Record<string, SQLOutputValue>>): Insert {
  const columns = Object.keys(row)
  return {
    statement: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    values: Object.values(row),
  }
}
