import {execFile} from 'node:child_process'
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {cpus, tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'

import {decodeCopy} from '../../ingest/decode-copy.ts'
import {parseCopy, parserVersion} from '../../ingest/parse-copy.ts'
import {accuracyReport, readScore, type Score} from '../accuracy/accuracy-report.ts'
import {goldShape} from '../accuracy/gold-shape.ts'
import {replaceFigures} from '../accuracy/replace-figures.ts'
import {type Command, CommandError, UsageError} from '../command.ts'
import {isRecord} from '../narrow.ts'
import {projectFile} from '../project-file.ts'

const GOLD = ['hand', 'auto'] as const

/** Measures the reader against labelled texts; the corpus brings its own scorer. */
export const accuracyCommand: Command = {
  name: 'accuracy',
  summary: 'Measures how well texts are read, against labelled ones; writes docs/accuracy.md',
  usage: 'accuracy DIR [--misses N] [--write FILE]',
  options: {
    misses: {type: 'string', value: 'N', help: 'Shows up to N misses of each field'},
    write: {
      type: 'string',
      value: 'FILE',
      help: 'Page that gets the figures between its marks (default: docs/accuracy.md)',
    },
  },

  async run({stdout, now}, values, [directory]) {
    if (directory === undefined) throw new UsageError('Cannot measure: no corpus folder given')
    const scorer = join(directory, 'score.mjs')
    if (!(await isFile(scorer))) {
      stdout('not run: no corpus')
      return 0
    }
    const write = values['write']
    const page = typeof write === 'string' ? write : projectFile('docs/accuracy.md')
    const words = await readPage(page)
    const misses = typeof values['misses'] === 'string' ? values['misses'] : '0'
    const scores: Score[] = []
    for (const name of GOLD) {
      const gold = join(directory, 'gold', `${name}.jsonl`)
      const {table, score} = await measure(directory, {name, gold, scorer, misses})
      stdout(`\n# ${gold}\n${table}`)
      scores.push(score)
    }
    const figures = accuracyReport(scores, {
      date: now().toISOString().slice(0, 10),
      machine: `${cpus()[0]?.model ?? 'an unknown processor'}, Node ${process.versions.node}`,
      parserVersion,
    })
    await writeFile(page, replaceFigures(words, 'figures', figures))
    return 0
  },
}

interface Measurement {
  readonly name: string
  readonly gold: string
  readonly scorer: string
  readonly misses: string
}

async function measure(
  directory: string,
  {name, gold, scorer, misses}: Measurement,
): Promise<{readonly table: string; readonly score: Score}> {
  const temporary = await mkdtemp(join(tmpdir(), 'wiredesk-accuracy-'))
  try {
    const records = await readGold(gold)
    const predictions = join(temporary, 'predictions.jsonl')
    const json = join(temporary, 'score.json')
    await writeFile(predictions, await predict(directory, records))
    const {stdout} = await promisify(execFile)(
      process.execPath,
      [scorer, predictions, '--gold', gold, '--misses', misses, '--json', json],
      {maxBuffer: 64 * 1024 * 1024},
    )
    const answer: unknown = JSON.parse(await readFile(json, 'utf8'))
    return {table: stdout.trim(), score: readScore(name, answer, records)}
  } finally {
    await rm(temporary, {recursive: true})
  }
}

type GoldRecord = Readonly<Record<string, unknown>> & {readonly id: string; readonly file: string}

async function readGold(gold: string): Promise<readonly GoldRecord[]> {
  const lines = (await readFile(gold, 'utf8')).split('\n').filter((line) => line !== '')
  return lines.map((line): unknown => JSON.parse(line)).filter(isGoldRecord)
}

async function predict(directory: string, records: readonly GoldRecord[]): Promise<string> {
  const predictions = []
  for (const {id, file} of records) {
    const {raw} = decodeCopy(await readFile(join(directory, file)))
    predictions.push(JSON.stringify(goldShape(id, parseCopy(raw, {keyPrefix: id}))))
  }
  return predictions.join('\n')
}

function isGoldRecord(value: unknown): value is GoldRecord {
  return isRecord(value) && typeof value['id'] === 'string' && typeof value['file'] === 'string'
}

async function readPage(page: string): Promise<string> {
  return readFile(page, 'utf8').catch((cause: unknown) => {
    throw new CommandError(
      `Cannot write the figures: "${page}" cannot be read; it must be a page with the marks of the figures`,
      {cause},
    )
  })
}

async function isFile(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    () => false,
  )
}
