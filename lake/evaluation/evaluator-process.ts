import {Worker} from 'node:worker_threads'

import {openReader} from '../store/open-reader.ts'
import {answerQuestion} from './answer-question.ts'
import type {Question} from './question.ts'
import {isQuestion, type Reply, writeFault} from './reply.ts'

// What `startEvaluatorProcess` starts: answers one question at a time over the lake's file, until it is killed.

const connection = openReader(process.argv[2] ?? '')

process.on('message', (message: unknown) => {
  if (isQuestion(message)) void reply(message).then((answer) => process.send?.(answer))
})
process.send?.('ready')
process.on('disconnect', () => {
  process.exit()
})
// A query may hold this thread for ever: another one sees when the lake is gone.
new Worker(
  `const lake = process.ppid
   setInterval(() => { if (process.ppid !== lake) process.kill(process.pid, 'SIGKILL') }, 1000)`,
  {eval: true},
).unref()

async function reply(question: Question): Promise<Reply> {
  try {
    return {type: 'answer', json: await answerQuestion(connection, question)}
  } catch (error) {
    return writeFault(error)
  }
}
