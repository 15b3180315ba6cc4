import type {DatabaseSync} from 'node:sqlite'

import {accessTables} from '../access/access-tables.ts'
import {StoreError} from './store-error.ts'

/**
 * The steps from an empty file to the present form; a file's `user_version` counts those it has been through.
 * Add at the end, never change one that was released.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE documents (
    dataset TEXT NOT NULL,
    id TEXT NOT NULL,
    published_id TEXT NOT NULL,
    type TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (dataset, id)
  );
  CREATE INDEX documents_by_type ON documents (dataset, type, id);
  CREATE INDEX documents_by_published_id ON documents (dataset, published_id, id);

  CREATE TABLE document_references (
    dataset TEXT NOT NULL,
    from_id TEXT NOT NULL,
    to_id TEXT NOT NULL,
    strong INTEGER NOT NULL,
    PRIMARY KEY (dataset, to_id, from_id)
  ) WITHOUT ROWID;
  CREATE INDEX document_references_by_source ON document_references (dataset, from_id);

  CREATE TABLE transactions (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset TEXT NOT NULL,
    id TEXT NOT NULL,
    timestamp TEXT NOT NULL,
    author TEXT NOT NULL,
    UNIQUE (dataset, id)
  );

  CREATE TABLE effects (
    dataset TEXT NOT NULL,
    document_id TEXT NOT NULL,
    published_id TEXT NOT NULL,
    sequence INTEGER NOT NULL REFERENCES transactions (sequence),
    position INTEGER NOT NULL,
    previous_revision TEXT,
    result_revision TEXT,
    mutations TEXT NOT NULL,
    apply TEXT NOT NULL,
    revert TEXT NOT NULL,
    PRIMARY KEY (dataset, document_id, sequence)
  ) WITHOUT ROWID;
  CREATE INDEX effects_by_sequence ON effects (sequence, position);
  CREATE INDEX effects_by_published_id ON effects (dataset, published_id, sequence);
  `,
  accessTables,
  // Filled by preparePathIndex, which finds no paths here.
  `
  CREATE TABLE indexed_paths (path TEXT NOT NULL);

  CREATE TABLE indexed_fields (
    field INTEGER PRIMARY KEY,
    dataset TEXT NOT NULL,
    path TEXT NOT NULL,
    type TEXT NOT NULL,
    UNIQUE (dataset, path, type)
  );

  CREATE TABLE path_values (
    field INTEGER NOT NULL,
    key BLOB NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (field, key, id)
  ) WITHOUT ROWID;
  CREATE INDEX path_values_by_document ON path_values (id, field);
  `,
  `
  CREATE INDEX scheduled_releases ON documents (json_extract(json, '$.publishAt'))
    WHERE type = 'system.release' AND json_extract(json, '$.state') = 'scheduled';
  `,
  // Filled with the index of paths, whose form changes with this. Words come cut and folded: the tokenizer only takes them apart at spaces.
  `
  CREATE TABLE text_documents (
    number INTEGER PRIMARY KEY,
    dataset TEXT NOT NULL,
    id TEXT NOT NULL,
    UNIQUE (dataset, id)
  );

  CREATE VIRTUAL TABLE text_index USING fts5 (
    words,
    content = '', contentless_delete = 1, detail = none,
    tokenize = "ascii tokenchars '''.=_\`~'"
  );
  CREATE VIRTUAL TABLE text_vocabulary USING fts5vocab (text_index, row);
  `,
  // Datasets that were made by name; the others come into being with what is written to them.
  `
  CREATE TABLE IF NOT EXISTS datasets (name TEXT PRIMARY KEY, created_at TEXT NOT NULL) STRICT;
  `,
  // Filled with the index of paths, whose form changes with this. While somebody types, two or three letters are asked for: they are looked up, not gathered from all words that begin so.
  `
  DROP TABLE text_vocabulary;
  DROP TABLE text_index;
  CREATE VIRTUAL TABLE text_index USING fts5 (
    words,
    content = '', contentless_delete = 1, detail = none, prefix = '2 3',
    tokenize = "ascii tokenchars '''.=_\`~'"
  );
  CREATE VIRTUAL TABLE text_vocabulary USING fts5vocab (text_index, row);
  `,
  // Filled with the index of paths, whose form changes with this.
  `
  CREATE TABLE document_heads (
    dataset TEXT NOT NULL,
    id TEXT NOT NULL,
    long TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (dataset, id)
  ) STRICT;
  `,
  // From here on `effects.mutations` may hold the name of a mutation alone (`readMutations`), which an older wiredesk cannot read.
  '',
  // Put together between transactions (`createTextIndexMerger`), not while one is committed.
  `INSERT INTO text_index (text_index, rank) VALUES ('automerge', 0)`,
]

/**
 * Brings an opened file to the present form, in one SQLite transaction.
 *
 * @throws {StoreError} `newer-version`: the file was written by a newer wiredesk
 */
export function migrate(database: DatabaseSync, file: string): void {
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)
  if (version > migrations.length) {
    throw new StoreError(
      'newer-version',
      `Cannot open "${file}": it has version ${version}, this wiredesk knows up to ${migrations.length}; use the newer wiredesk that wrote it`,
    )
  }
  if (version === migrations.length) return
  database.exec('BEGIN IMMEDIATE')
  try {
    for (const migration of migrations.slice(version)) database.exec(migration)
    database.exec(`PRAGMA user_version = ${migrations.length}`)
    database.exec('COMMIT')
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}
