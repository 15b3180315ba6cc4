/**
 * Puts figures into a page between two marks, and leaves what people wrote round them.
 *
 * @param name - `figures` for the marks `<!-- figures -->` and `<!-- end of figures -->`
 * @throws RangeError when the page has no such marks
 */
export function replaceFigures(page: string, name: string, figures: string): string {
  const opens = `<!-- ${name} -->`
  const closes = `<!-- end of ${name} -->`
  const start = page.indexOf(opens)
  const end = page.indexOf(closes)
  if (start === -1 || end < start) {
    throw new RangeError(`Cannot write the figures: the page has no ${opens} and ${closes}`)
  }
  return `${page.slice(0, start + opens.length)}\n\n${figures}\n\n${page.slice(end)}`
}
