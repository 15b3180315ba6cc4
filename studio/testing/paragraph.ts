/** A paragraph of an article's body as the Studio and the import store it. */
export function paragraph(key: string, text: string) {
  return {
    _key: key,
    _type: 'block',
    style: 'normal',
    markDefs: [],
    children: [{_key: `${key}s0`, _type: 'span', marks: [], text}],
  }
}
