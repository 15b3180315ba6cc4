import {type Command, CommandError, UsageError} from '../command.ts'
import {errorSentence} from '../error-sentence.ts'
import {openTarget, targetOptions} from '../target.ts'

const PERSPECTIVES = ['raw', 'published', 'drafts'] as const

/** Asks a dataset in GROQ. */
export const queryCommand: Command = {
  name: 'query',
  summary: 'Asks the dataset in GROQ; prints one JSON line a result',
  usage: `query GROQ [--params JSON] [--perspective ${PERSPECTIVES.join('|')}]`,
  options: {
    ...targetOptions,
    params: {type: 'string', value: 'JSON', help: 'Parameters: \'{"slug": "sterling-falls"}\''},
    perspective: {
      type: 'string',
      value: 'NAME',
      help: 'raw (default: all documents as stored), published, or drafts',
    },
  },

  async run(world, values, [query]) {
    if (query === undefined) throw new UsageError('Cannot query: no GROQ given')
    const perspective = PERSPECTIVES.find((name) => name === (values['perspective'] ?? 'raw'))
    if (perspective === undefined) {
      throw new UsageError(
        `Cannot query in perspective "${values['perspective']}": it is one of ${PERSPECTIVES.join(', ')}`,
      )
    }
    const params = readParams(values['params'])
    const target = await openTarget(values, world)
    try {
      const result: unknown = await target.client.fetch(query, params, {perspective})
      for (const item of Array.isArray(result) ? result : [result]) {
        world.stdout(JSON.stringify(item))
      }
      return 0
    } catch (error) {
      throw new CommandError(`Cannot query ${target.name}: ${errorSentence(error)}`, {cause: error})
    } finally {
      await target.close()
    }
  },
}

function readParams(text: string | boolean | undefined): Record<string, unknown> {
  if (typeof text !== 'string') return {}
  try {
    const params: unknown = JSON.parse(text)
    if (isRecord(params)) return params
  } catch {
    // said below, for text that is no JSON and JSON that is no object alike
  }
  throw new UsageError(`Cannot query with --params ${text}: it must be a JSON object`)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
