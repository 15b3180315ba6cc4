/** A picture as the queries give it; a missing value may be `null` or absent. */
export interface PrintedPicture {
  readonly url?: string | null
  /** Pixels of the whole picture */
  readonly width?: number | null
  readonly height?: number | null
  /** Shares of the picture, 0 to 1, taken off at each side */
  readonly crop?: {
    readonly top?: number
    readonly bottom?: number
    readonly left?: number
    readonly right?: number
  } | null
}

/**
 * The address of a picture as it was cropped, for the image service of Sanity and of the embedded lake.
 *
 * @param width - Pixels; a smaller picture stays as it is
 * @returns `''` where there is no picture
 */
export function pictureUrl(picture: PrintedPicture, width: number): string {
  const {url, crop} = picture
  if (!url) return ''
  const parameters = new URLSearchParams({w: String(width), fit: 'max', auto: 'format'})
  const printed = crop && printedPart(picture)
  if (printed) {
    const {left, top, width: across, height: down} = printed
    parameters.set('rect', [left, top, across, down].join(','))
  }
  return `${url}?${parameters.toString()}`
}

/** The part of a picture that is printed, in its own pixels: for the `width` and `height` of an `<img>`, so that a page keeps the place free until it is there. `undefined` where its size is not known. */
export function printedPart({width, height, crop}: PrintedPicture) {
  if (!width || !height) return undefined
  const {top = 0, bottom = 0, left = 0, right = 0} = crop ?? {}
  return {
    left: Math.round(left * width),
    top: Math.round(top * height),
    width: Math.round((1 - left - right) * width),
    height: Math.round((1 - top - bottom) * height),
  }
}
