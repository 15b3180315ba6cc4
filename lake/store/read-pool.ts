import {DatabaseSync} from 'node:sqlite'

/** Read connections at once: enough to keep slow queries from blocking quick ones, few enough to bound memory. */
const CONNECTIONS = 16

/** Gives each reader a snapshot of the whole file, untouched by commits that happen while it reads. */
export interface ReadPool {
  read<Result>(reader: (connection: DatabaseSync) => Promise<Result>): Promise<Result>
  /** A snapshot on a connection of its own, for readers that take their time; it must be closed */
  openSnapshot(): DatabaseSync
  close(): void
}

export function createReadPool(file: string): ReadPool {
  const idle: DatabaseSync[] = []
  const waiting: ((connection: DatabaseSync) => void)[] = []
  const all = new Set<DatabaseSync>()
  const snapshots = new Set<DatabaseSync>()

  function connect(): DatabaseSync {
    return new DatabaseSync(file, {readOnly: true, timeout: 5000})
  }

  function take(): Promise<DatabaseSync> {
    const free = idle.pop()
    if (free !== undefined) return Promise.resolve(free)
    if (all.size < CONNECTIONS) {
      const connection = connect()
      all.add(connection)
      return Promise.resolve(connection)
    }
    return new Promise((resolve) => {
      waiting.push(resolve)
    })
  }

  function giveBack(connection: DatabaseSync): void {
    const next = waiting.shift()
    if (next === undefined) idle.push(connection)
    else next(connection)
  }

  return {
    async read(reader) {
      const connection = await take()
      try {
        startSnapshot(connection)
        return await reader(connection)
      } finally {
        if (connection.isOpen) {
          connection.exec('ROLLBACK')
          giveBack(connection)
        }
      }
    },
    openSnapshot() {
      for (const old of snapshots) if (!old.isOpen) snapshots.delete(old)
      const connection = connect()
      snapshots.add(connection)
      startSnapshot(connection)
      return connection
    },
    close() {
      for (const connection of [...all, ...snapshots]) if (connection.isOpen) connection.close()
    },
  }
}

/** The snapshot of a deferred transaction starts at its first read, hence the select. */
function startSnapshot(connection: DatabaseSync): void {
  connection.exec('BEGIN')
  connection.prepare('SELECT 1 FROM documents LIMIT 1').get()
}
