import type {Gap, Stretch} from './stretch.ts'

/** One printed paragraph of the received text: what stands between two line ends outside of a stretch. */
export type SourceParagraph = readonly (Stretch | Gap)[]

/** Cuts the tiles of a text into its printed paragraphs, so that each can have its own row. */
export function paragraphsOf(tiles: readonly (Stretch | Gap)[]): readonly SourceParagraph[] {
  const paragraphs: (Stretch | Gap)[][] = []
  let open: (Stretch | Gap)[] = []
  for (const tile of tiles) {
    if (tile.type === 'gap' && /[\n\r]/u.test(tile.text)) {
      if (open.length > 0) paragraphs.push(open)
      open = []
    } else open.push(tile)
  }
  if (open.length > 0) paragraphs.push(open)
  return paragraphs
}
