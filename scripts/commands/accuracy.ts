import {execFile} from 'node:child_process'
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'

import {decodeCopy} from '../../ingest/decode-copy.ts'
import {parseCopy} from '../../ingest/parse-copy.ts'
import {goldShape} from '../accuracy/gold-shape.ts'
import {type Command, UsageError} from '../command.ts'

const GOLD = ['hand', 'auto'] as const

/** Measures the reader against labelled texts; the corpus brings its own scorer. */
export const accuracyCommand: Command = {
  name: 'accuracy',
  summary: 'Measures how well texts are read, against labelled ones',
  usage: 'accuracy DIR [--misses N]',
  options: {misses: {type: 'string', value: 'N', help: 'Shows up to N misses of each field'}},

  async run({stdout}, values, [directory]) {
    if (directory === undefined) throw new UsageError('Cannot measure: no corpus folder given')
    const scorer = join(directory, 'score.mjs')
    const golds = GOLD.map((name) => join(directory, 'gold', `${name}.jsonl`))
    if (!(await isFile(scorer))) {
      stdout('not run: no corpus')
      return 0
    }
    const misses = typeof values['misses'] === 'string' ? values['misses'] : '0'
    for (const gold of golds) {
      stdout(`\n# ${gold}\n${await score(directory, scorer, gold, misses)}`)
    }
    return 0
  },
}

async function score(
  directory: string,
  scorer: string,
  gold: string,
  misses: string,
): Promise<string> {
  const temporary = await mkdtemp(join(tmpdir(), 'wiredesk-accuracy-'))
  try {
    const predictions = join(temporary, 'predictions.jsonl')
    await writeFile(predictions, await predict(directory, gold))
    const {stdout} = await promisify(execFile)(
      process.execPath,
      [scorer, predictions, '--gold', gold, '--misses', misses],
      {maxBuffer: 64 * 1024 * 1024},
    )
    return stdout.trim()
  } finally {
    await rm(temporary, {recursive: true})
  }
}

async function predict(directory: string, gold: string): Promise<string> {
  const lines = (await readFile(gold, 'utf8')).split('\n').filter((line) => line !== '')
  const predictions = []
  for (const line of lines) {
    const record: unknown = JSON.parse(line)
    if (!isGoldRecord(record)) continue
    const {raw} = decodeCopy(await readFile(join(directory, record.file)))
    predictions.push(JSON.stringify(goldShape(record.id, parseCopy(raw, {keyPrefix: record.id}))))
  }
  return predictions.join('\n')
}

function isGoldRecord(value: unknown): value is {readonly id: string; readonly file: string} {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'file' in value &&
    typeof value.file === 'string'
  )
}

async function isFile(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    () => false,
  )
}
