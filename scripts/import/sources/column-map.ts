import {NOTE_NAMES} from './read-notes.ts'

/** Where one field of a row comes from: a column, or a value that is the same for all rows. */
export type FieldSource =
  | {readonly type: 'column'; readonly column: string}
  | {readonly type: 'value'; readonly value: string}

/** Fields by name: `text`, and those that notes have. `text` is always there, and a column. */
export type ColumnMap = ReadonlyMap<string, FieldSource>

const FIELDS: readonly string[] = ['text', ...NOTE_NAMES]

/**
 * Reads what `--columns` says: `text=body,headline=title,provider:North Wire`, where `=` names a column and `:` gives a value.
 *
 * @throws SyntaxError when it names a field that nobody knows, a field twice, or no column for the text
 */
export function parseColumns(columns: string): ColumnMap {
  const map = new Map<string, FieldSource>()
  for (const part of columns.split(',')) {
    const [, field = '', sign, source = ''] = /^ *(\w+) *([=:]) *(.+?) *$/u.exec(part) ?? []
    if (sign === undefined) {
      throw new SyntaxError(`"${part}" is neither FIELD=COLUMN nor FIELD:VALUE`)
    }
    if (!FIELDS.includes(field)) {
      throw new SyntaxError(`"${field}" is no field; fields are ${FIELDS.join(', ')}`)
    }
    if (map.has(field)) throw new SyntaxError(`"${field}" is given twice`)
    map.set(field, sign === '=' ? {type: 'column', column: source} : {type: 'value', value: source})
  }
  if (map.get('text')?.type === 'column') return map
  throw new SyntaxError('no column is named for the text: text=COLUMN')
}

/** What people call the columns of their archives, likeliest first; compared without signs and capitals. */
const USUAL_NAMES: Readonly<Record<string, readonly string[]>> = {
  text: [
    'text',
    'body',
    'content',
    'articletext',
    'fulltext',
    'maintext',
    'articlebody',
    'story',
    'article',
  ],
  headline: ['headline', 'title'],
  date: [
    'date',
    'published',
    'publishedat',
    'pubdate',
    'publishdate',
    'publicationdate',
    'datepublished',
    'datetime',
  ],
  url: ['url', 'link', 'sourceurl', 'weburl'],
  byline: ['byline', 'author', 'authors'],
  provider: ['provider', 'agency', 'newsagency'],
  itemId: ['itemid', 'articleid', 'guid', 'id'],
  itemVersion: ['itemversion', 'version'],
  storyId: ['storyid'],
}

/** Without a provider these name nothing. */
const NEEDS_PROVIDER: ReadonlySet<string> = new Set(['itemId', 'itemVersion', 'storyId'])

/**
 * A map that the names of columns suggest.
 *
 * @returns As `--columns` takes it, or `undefined` when no column seems to be the text
 */
export function suggestColumns(names: readonly string[]): string | undefined {
  // of `article.title` both the whole name and its end can be the usual one
  const plain = new Map([
    ...names.map((name) => [plainName(name.replace(/^.*\./u, '')), name] as const),
    ...names.map((name) => [plainName(name), name] as const),
  ])
  const found = Object.entries(USUAL_NAMES).flatMap(([field, usual]) => {
    const name = usual
      .flatMap((known) => plain.get(known) ?? [])
      .find((column) => !column.includes(','))
    return name === undefined ? [] : [[field, name] as const]
  })
  const fields = new Set(found.map(([field]) => field))
  if (!fields.has('text')) return undefined
  return found
    .filter(([field]) => fields.has('provider') || !NEEDS_PROVIDER.has(field))
    .map(([field, name]) => `${field}=${name}`)
    .join(',')
}

function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/gu, '')
}

/** As `--columns` takes it. */
export function columnsInWords(map: ColumnMap): string {
  return [...map]
    .map(([field, source]) =>
      source.type === 'column' ? `${field}=${source.column}` : `${field}:${source.value}`,
    )
    .join(',')
}
