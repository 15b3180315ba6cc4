/** A field as Sanity's form addresses it: names, keys of items, indexes. */
export type FieldPath = (string | number | {readonly _key: string})[]

// `bylines`, `[_key=="3f2a-y1"]`, `[2]`
const SEGMENT =
  /(?<name>[A-Za-z_]\w{0,80})|\[_key==(?<key>"(?:[^"\\]|\\.){0,200}")\]|\[(?<index>\d{1,6})\]/gu

/** The path of a problem for the form: `bylines[_key=="y1"].role` is `['bylines', {_key: 'y1'}, 'role']`. */
export function fieldPath(path: string): FieldPath {
  return [...path.matchAll(SEGMENT)].map(({groups}) => {
    if (groups?.['key'] !== undefined) return {_key: String(JSON.parse(groups['key']))}
    return groups?.['name'] ?? Number(groups?.['index'])
  })
}
