export interface ImportFigure {
  readonly name: string
  readonly seconds: number
  /** At most, of all processes of the import and its lake; absent where nobody looked */
  readonly bytes?: number
}

interface ImportFigures {
  readonly articles: number
  /** The first is bare SQLite, the last the loader of documents that the others are measured against */
  readonly figures: readonly ImportFigure[]
  readonly machine: string
  /** `2026-11-23` */
  readonly date: string
}

/** The table of `npm run bench:importing`, as it stands in docs/speed-importing.md. */
export function writeImportReport({articles, figures, machine, date}: ImportFigures): string {
  const [bare, loaded] = [figures.at(0)?.seconds ?? 0, figures.at(-1)?.seconds ?? 0]
  const rows = figures.map(
    ({name, seconds, bytes}) =>
      `| ${name} | ${seconds.toFixed(1)} | ${Math.round(articles / seconds)} | ${(loaded / seconds).toFixed(1)}× | ${(bare / seconds).toFixed(2)}× | ${bytes === undefined ? '–' : Math.round(bytes / 1e6)} |`,
  )
  return `# Speed of imports

Written by \`npm run bench:importing -- --articles ${articles} --write\` on ${date}; never by hand. Machine: ${machine}.

${articles.toLocaleString('en')} invented texts of about 4 KB, each a file. An article is three documents (its source with ledger, the draft, the desk's record); all that is
stored, history, references and indexes, is counted into the time, and so is the start of a command. SQLite alone writes the same rows of the same tables, prepared beforehand.
The texts are made of invented words and share no phrase but their end matter: each is looked for among the stored ones as a near duplicate, none is found and compared. What
a search costs where many stories share stock phrases stands in [near-duplicates.md](near-duplicates.md). With no lake running, the import opens it in a thread of its own.

| One after the other, in one run | seconds | articles a second | @sanity/import = 1 | bare SQLite = 1 | most memory, MB |
|---|--:|--:|--:|--:|--:|
${rows.join('\n')}

The aims are three times \`@sanity/import\` and half of bare SQLite. SQLite alone, without a reader and without a lake, is ${(loaded / bare).toFixed(1)} times as fast as \`@sanity/import\` into
this lake: no import into it can be faster than that.
`
}
