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
  if (crop && picture.width && picture.height) {
    const {top = 0, bottom = 0, left = 0, right = 0} = crop
    const rect = [
      left * picture.width,
      top * picture.height,
      (1 - left - right) * picture.width,
      (1 - top - bottom) * picture.height,
    ]
    parameters.set('rect', rect.map(Math.round).join(','))
  }
  return `${url}?${parameters.toString()}`
}
