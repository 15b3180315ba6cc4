import {gzipSync} from 'node:zlib'

import {expect, test} from 'vitest'

import {decodeCopy} from '../../../ingest/decode-copy.ts'
import {parseColumns} from './column-map.ts'
import type {ColumnsInUse, SourceOptions} from './found-copy.ts'
import {openCopies} from './open-copies.ts'

/** Reads rows that come through a pipe, cut into pieces of seven bytes. */
async function read(
  bytes: Uint8Array | string,
  given: Partial<SourceOptions>,
): Promise<readonly (readonly [string, unknown])[]> {
  const all = Buffer.from(bytes)
  const options: SourceOptions = {
    large: false,
    async *stdin() {
      for (let at = 0; at < all.length; at += 7) yield all.subarray(at, at + 7)
    },
    ...given,
  }
  const found: (readonly [string, unknown])[] = []
  for await (const {path, read: readText} of openCopies(['-'], options)) {
    const copy = await readText()
    found.push([
      path,
      copy.type === 'copy'
        ? [Buffer.from(copy.bytes).toString(), copy.notes ?? {}]
        : `${copy.type}: ${copy.reason}`,
    ])
  }
  return found
}

const CSV = [
  'id,Title,body,Author',
  '1,Pier,"The pier, ""at last"", opens.\nTrams stop there.",Ann Lee and Bo Orr',
  '',
  '2,Empty,,',
  '3,Too,many,values,here',
  '4,Café,The café is shut.,',
  '',
].join('\r\n')

const columns = parseColumns('text=body,headline=Title,byline=Author,provider:North Wire,itemId=id')

const ROWS = [
  [
    '-:2',
    [
      'The pier, "at last", opens.\nTrams stop there.',
      {headline: 'Pier', provider: 'North Wire', itemId: '1', byline: ['Ann Lee', 'Bo Orr']},
    ],
  ],
  ['-:4', 'failed: Cannot read "-:4": its text is empty'],
  ['-:5', 'failed: Cannot read "-:5": it has 5 values, the head of the table 4'],
  ['-:6', ['The café is shut.', {headline: 'Café', provider: 'North Wire', itemId: '4'}]],
]

test('each row of a table is a text with its notes; a bad row fails alone', async () => {
  expect(await read(CSV, {format: 'csv', columns})).toEqual(ROWS)
})

test.for([
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${CSV}`)],
  ['UTF-16', Buffer.from(`\uFEFF${CSV}`, 'utf16le')],
  ['gzip', gzipSync(CSV)],
  ['semicolons', Buffer.from(CSV.replaceAll(/,(?! )/gu, ';'))],
] as const)('a table in %s is read as well', async ([, bytes]) => {
  expect(await read(bytes, {format: 'csv', columns})).toEqual(ROWS)
})

test('a quotation mark that is never closed costs its row and says so', async () => {
  const csv = 'body\nThe pier opens.\n"The ferry sails.\nThe tram stops.\n'
  expect(await read(csv, {format: 'csv', columns: parseColumns('text=body')})).toEqual([
    ['-:2', ['The pier opens.', {}]],
    [
      '-:3',
      'failed: Cannot read "-:3": a quotation mark is opened in it and never closed, and nothing behind it is read',
    ],
  ])
})

test('a row without end does not fill the memory', async () => {
  const csv = `body\nThe pier opens.\n"${'The ferry sails.\n'.repeat(1_300_000)}`
  const stdin = async function* () {
    for (let at = 0; at < csv.length; at += 65_536) yield Buffer.from(csv.slice(at, at + 65_536))
  }
  expect(await read('', {format: 'csv', columns: parseColumns('text=body'), stdin})).toEqual([
    ['-:2', ['The pier opens.', {}]],
    ['-:3', expect.stringContaining('it does not end within 20 MB, and nothing behind it is read')],
  ])
})

test('each line of NDJSON is a text; names inside objects are reached with a dot, lists are paragraphs', async () => {
  const lines = [
    '{"article": {"body": ["The pier opens.", "Trams stop there."], "title": "Pier"}, "by": ["Ann Lee"]}',
    '{"article": ',
    '[1]',
    '',
    '{"article": {"body": "The ferry sails.", "title": null}, "kind": "rumour"}',
    '{"article": {"title": "No text"}}',
    '{"article": {"body": "The tram stops."}}',
    '{"article": {"body": ["The pier opens.", {"strong": "At last."}, null]}}',
  ]
  const map = parseColumns('text=article.body,headline=article.title,byline=by,kind=kind')
  expect(await read(lines.join('\n'), {format: 'ndjson', columns: map})).toEqual([
    ['-:1', ['The pier opens.\n\nTrams stop there.', {headline: 'Pier', byline: ['Ann Lee']}]],
    ['-:2', expect.stringContaining('failed: Cannot read "-:2": ')],
    [
      '-:3',
      'failed: Cannot read "-:3": the line is a list; each JSON object needs a line of its own',
    ],
    ['-:5', expect.stringContaining('failed: Cannot read "-:5": "rumour" is no kind of version')],
    ['-:6', 'failed: Cannot read "-:6": its text is empty'],
    ['-:7', ['The tram stops.', {}]],
    ['-:8', 'failed: Cannot read "-:8": its text holds what is no text: {"strong":"At last."}'],
  ])
})

test('without a map rows are refused with what their names suggest', async () => {
  expect(await read(CSV, {format: 'csv'})).toEqual([
    [
      '-',
      'refused: Refused "-": nobody says which of its columns is the text; it has "id", "Title", "body", "Author"; if it is as their names say, pass --columns \'text=body,headline=Title,byline=Author\', and see first with --preview',
    ],
  ])
  expect(await read('a,b\n1,2\n', {format: 'csv'})).toEqual([
    [
      '-',
      'refused: Refused "-": nobody says which of its columns is the text; it has "a", "b"; say so with --columns text=COLUMN,headline=COLUMN',
    ],
  ])
})

test('a column that is not there is refused with those that are', async () => {
  const map = parseColumns('text=story')
  expect(await read(CSV, {format: 'csv', columns: map})).toEqual([
    ['-', 'refused: Refused "-": it has no column "story"; it has "id", "Title", "body", "Author"'],
  ])
  expect(await read('', {format: 'csv', columns: map})).toEqual([
    ['-', 'refused: Refused "-": it holds no rows'],
  ])
})

test('a file none of whose rows can be read says why', async () => {
  const map = parseColumns('text=body')
  const list = '[{"body": "The pier opens."}]\n'
  expect(await read(list, {format: 'ndjson', columns: map})).toEqual([
    [
      '-',
      'refused: Refused "-": none of its rows can be read; in row 1 the line is a list; each JSON object needs a line of its own',
    ],
  ])
})

test('half a character in a row is a repair that the source tells of', async () => {
  const rows = '{"body": "The pier \\ud83d opens.", "title": "Pier \\ud83d"}\n'
  const copies = await Array.fromAsync(
    openCopies(['-'], {
      large: false,
      format: 'ndjson',
      columns: parseColumns('text=body,headline=title'),
      async *stdin() {
        yield new TextEncoder().encode(rows)
      },
    }),
  )
  const copy = await copies[0]?.read()
  if (copy?.type !== 'copy') throw new TypeError('The row is not read')
  expect([decodeCopy(copy.bytes), copy.notes]).toEqual([
    {
      raw: 'The pier \uFFFD opens.',
      encoding: 'utf-16le',
      repairs: [{start: 9, end: 10, from: 'lone surrogate D83D', to: '\uFFFD'}],
    },
    {headline: 'Pier \uFFFD'},
  ])
})

test('of two columns with one name neither is taken', async () => {
  const table = 'text,title,text\nThe pier opens.,Pier,The pier is shut.\n'
  const map = parseColumns('text=text')
  expect(await read(table, {format: 'csv', columns: map})).toEqual([
    [
      '-',
      'refused: Refused "-": it has two columns "text", and which is meant is nothing to guess; rename one',
    ],
  ])
  expect(await read(table, {format: 'csv', columns: parseColumns('text=title')})).toEqual([
    ['-:2', ['Pier', {}]],
  ])
})

test('what a preview tells of the columns', async () => {
  const told: ColumnsInUse[] = []
  await read(CSV, {format: 'csv', proposeColumns: true, onColumns: (table) => told.push(table)})
  expect(told).toEqual([
    {
      path: '-',
      columns: 'text=body,headline=Title,byline=Author',
      isProposed: true,
      unused: ['id'],
    },
  ])
})
