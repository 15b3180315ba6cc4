import {parentPort} from 'node:worker_threads'

import {evaluate, parse} from 'groq-js'

import {errorSentence} from '../error-sentence.ts'
import {isRecord, readRecords, readText} from '../narrow.ts'

/** Answers one question after the other; who asks ends the worker when one takes too long. */
parentPort?.on('message', (question: unknown) => {
  void answer(question).then((value) => parentPort?.postMessage(value))
})

async function answer(question: unknown): Promise<unknown> {
  const {query, params, documents} = isRecord(question) ? question : {}
  const given = isRecord(params) ? {...params} : {}
  try {
    const tree = parse(readText(query) ?? '', {params: given})
    const result = await evaluate(tree, {dataset: readRecords(documents), params: given})
    const value: unknown = await result.get()
    return {type: 'value', value}
  } catch (error) {
    return {type: 'refused', message: errorSentence(error)}
  }
}
