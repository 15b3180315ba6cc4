import {DatabaseSync} from 'node:sqlite'

/** Read connections at once: enough to keep slow queries from blocking quick ones, few enough to bound memory. */
const CONNECTIONS = 4

/** Gives each reader a snapshot of the whole file, untouched by commits that happen while it reads. */
export interface ReadPool {
  read<Result>(reader: (connection: DatabaseSync) => Promise<Result>): Promise<Result>
  close(): void
}

export function createReadPool(file: string): ReadPool {
  const idle: DatabaseSync[] = []
  const waiting: ((connection: DatabaseSync) => void)[] = []
  const all: DatabaseSync[] = []

  function take(): Promise<DatabaseSync> {
    const free = idle.pop()
    if (free !== undefined) return Promise.resolve(free)
    if (all.length < CONNECTIONS) {
      const connection = new DatabaseSync(file, {readOnly: true, timeout: 5000})
      all.push(connection)
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
        // The snapshot of a deferred transaction starts at its first read, hence the select.
        connection.exec('BEGIN')
        connection.prepare('SELECT 1 FROM documents LIMIT 1').get()
        return await reader(connection)
      } finally {
        if (connection.isOpen) {
          connection.exec('ROLLBACK')
          giveBack(connection)
        }
      }
    },
    close() {
      for (const connection of all) if (connection.isOpen) connection.close()
    },
  }
}
