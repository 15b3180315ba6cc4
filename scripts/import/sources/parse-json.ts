/** What a reviver is told of a value, besides; the types do not know of it yet. */
interface Context {
  readonly source?: string
}

/**
 * Reads JSON whose numbers are names: as text, digit by digit, for a version `1.10` is not `1.1`, and an id may be longer than a number can be.
 *
 * @throws SyntaxError when the text is no JSON
 */
export function parseJson(text: string): unknown {
  return JSON.parse(text, (_name, value: unknown, ...[context]: readonly Context[]) =>
    typeof value === 'number' ? context?.source : value,
  )
}
