/** What an editor reads, by key; places in double braces take what differs: `{'slug-taken': 'The slug "{{slug}}" is taken'}`. */
export type Sentences = Readonly<Record<string, string>>

/** What stands in the places of a sentence, by their names. */
export type SentenceValues = Readonly<Record<string, string | number>>

type PlacesIn<Text extends string> = Text extends `${string}{{${infer Place}}}${infer Rest}`
  ? Place | PlacesIn<Rest>
  : never

type ValuesFor<Text extends string> = [PlacesIn<Text>] extends [never]
  ? []
  : [values: Readonly<Record<PlacesIn<Text>, string | number>>]

/** Makes the function that says the sentences of a list; a place without its value is an error of types. */
export function sayFrom<const List extends Sentences>(sentences: List) {
  return <Key extends keyof List & string>(key: Key, ...[values]: ValuesFor<List[Key]>): string =>
    fill(sentences[key] ?? key, values ?? {})
}

/** A sentence as its list has it. */
interface ReadSentence {
  readonly key: string
  readonly values: Readonly<Record<string, string>>
}

/**
 * Makes the function that finds a sentence in the list it was said from, with what stood in its places: what is stored or handed on as a
 * sentence can be said in another language. It gives `undefined` for what is not of the list.
 */
export function readFrom(sentences: Sentences): (sentence: string) => ReadSentence | undefined {
  let patterns: readonly (readonly [string, RegExp])[] | undefined
  return (sentence) => {
    patterns ??= Object.entries(sentences).map(([key, text]) => [key, patternOf(text)])
    for (const [key, pattern] of patterns) {
      const match = pattern.exec(sentence)
      if (match) return {key, values: {...match.groups}}
    }
    return undefined
  }
}

const PLACE = /\{\{(?<place>[A-Za-z]{1,40})\}\}/gu

/** A sentence with what belongs in its places. */
export function fill(text: string, values: SentenceValues): string {
  return text.replaceAll(PLACE, (braces, place: string) => String(values[place] ?? braces))
}

function patternOf(text: string): RegExp {
  const pieces = text.split(PLACE).map((piece, at) =>
    // Every second one is the name of a place
    at % 2 === 1 ? `(?<${piece}>.{0,2000})` : piece.replaceAll(/[.*+?^${}()|[\]\\/]/gu, '\\$&'),
  )
  return new RegExp(`^${pieces.join('')}$`, 'su')
}
