import {readFile, stat} from 'node:fs/promises'

import sharp, {type Sharp} from 'sharp'

/** Most pixels that are ever decoded, all frames together: a 150-megapixel photograph is the largest a camera makes. A small file can claim far more. */
const MOST_PIXELS = 150_000_000
/** Most bytes of an SVG: it is a program that draws, and runs in one go. */
const MOST_SVG_BYTES = 5 * 1024 * 1024
/** Longest that one picture may take, in seconds. */
const PATIENCE = 20

/**
 * Opens image bytes for decoding. An SVG is handed over as bytes, not as a path, so that it can pull no neighbouring file in.
 *
 * @param path - File of the asset
 * @param options.isVector - It is an SVG
 * @param options.isAnimated - Read all frames, not only the first
 */
export async function openImage(
  path: string,
  options: {readonly isVector: boolean; readonly isAnimated?: boolean},
): Promise<Sharp> {
  const settings = {
    limitInputPixels: MOST_PIXELS,
    failOn: 'error',
    animated: options.isAnimated ?? false,
  } as const
  if (!options.isVector) return sharp(path, settings).timeout({seconds: PATIENCE})
  const {size} = await stat(path)
  if (size > MOST_SVG_BYTES) throw new RangeError(`the SVG is larger than ${MOST_SVG_BYTES} bytes`)
  return sharp(await readFile(path), settings).timeout({seconds: PATIENCE})
}

/** Does a file begin as an SVG does? Looks at its first kilobyte only. */
export function looksLikeSvg(head: string): boolean {
  return (
    /^\uFEFF?\s{0,200}(?:<\?xml|<!DOCTYPE svg|<!--|<svg[\s>])/iu.test(head) &&
    /<svg[\s>]/iu.test(head)
  )
}
