import type {DatabaseSync} from 'node:sqlite'

import {openReader} from '../store/open-reader.ts'
import {answerQuestion} from './answer-question.ts'
import type {Evaluator} from './question.ts'

/** Evaluates in this process: for a program that has the lake to itself, with nobody else to hold up. */
export function evaluateHere(file: string): Evaluator {
  const idle: DatabaseSync[] = []
  const open = new Set<DatabaseSync>()

  function connect(): DatabaseSync {
    const connection = openReader(file)
    open.add(connection)
    return connection
  }

  return {
    async answer(question) {
      const connection = idle.pop() ?? connect()
      try {
        return await answerQuestion(connection, question)
      } finally {
        if (connection.isOpen) idle.push(connection)
      }
    },
    close() {
      for (const connection of open) if (connection.isOpen) connection.close()
    },
  }
}
