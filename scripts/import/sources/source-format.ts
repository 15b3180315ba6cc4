/** What a file holds: one text, texts as members of an archive, or texts as rows. */
export type SourceFormat = (typeof SOURCE_FORMATS)[number]

export const SOURCE_FORMATS = ['text', 'zip', 'tar', 'csv', 'ndjson'] as const

const NAMES: readonly (readonly [SourceFormat, RegExp])[] = [
  ['text', /\.(?:txt|text)(?:\.gz)?$/iu],
  ['zip', /\.zip$/iu],
  ['tar', /\.(?:tar(?:\.gz)?|tgz)$/iu],
  ['csv', /\.(?:csv|tsv)(?:\.gz)?$/iu],
  ['ndjson', /\.(?:ndjson|jsonl)(?:\.gz)?$/iu],
]

/** macOS keeps the colours and icons of `ferry.txt` in `._ferry.txt`. */
const SHADOW = /(?:^|\/)\._[^/]{0,250}$/u

/**
 * What a file holds, by its name.
 *
 * @returns `undefined` when the name does not tell
 */
export function formatByName(path: string): SourceFormat | undefined {
  if (SHADOW.test(path)) return undefined
  return NAMES.find(([, name]) => name.test(path))?.[0]
}
