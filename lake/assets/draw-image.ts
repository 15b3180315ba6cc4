import type {Sharp} from 'sharp'

import {Problem} from '../problem.ts'
import {focalRectangle} from './focal-rectangle.ts'
import type {Format, ImageRequest, Rectangle} from './image-request.ts'
import {openImage} from './open-image.ts'

/** A picture as it is sent. */
export interface DrawnImage {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mimeType: string
}

interface Size {
  readonly width: number
  readonly height: number
}

/**
 * Draws an image as asked: turned upright, cut out, fitted, adjusted, encoded.
 *
 * @param path - File of the original
 * @param original - Its extension as in the asset's id
 * @param request - What is wanted
 * @param accept - `Accept` header, for `auto=format`
 * @throws Problem 400 when the rectangle lies outside the picture, 503 when drawing takes too long
 */
export async function drawImage(
  path: string,
  original: string,
  request: ImageRequest,
  accept: string,
): Promise<DrawnImage> {
  const format = chooseFormat(original, request, accept)
  const isAnimated =
    original === 'gif' &&
    !request.isStill &&
    (format === 'gif' || format === 'webp') &&
    request.turn === 0 &&
    !request.rect
  const source = await openImage(path, {isVector: original === 'svg', isAnimated})
  const found = await source.metadata()
  const upright: Size = {
    width: found.autoOrient.width,
    height: isAnimated ? (found.pageHeight ?? found.autoOrient.height) : found.autoOrient.height,
  }
  // What follows, `rect` too, counts from the turned picture.
  const standing =
    request.turn % 180 === 0 ? upright : {width: upright.height, height: upright.width}
  const part = cutOut(standing, request)
  const turned = source.autoOrient().rotate(request.turn).extract(part)
  const picture = adjustImage(fitImage(turned, part, request), request)
  const encoded = ENCODERS[format](picture, Math.max(1, Math.round(request.quality)))
  const bytes = await encoded.toBuffer().catch(explainPatience)
  return {bytes: new Uint8Array(bytes), mimeType: MIME_TYPES[format]}
}

/** sharp says `timeout: 42% complete`. */
function explainPatience(error: unknown): never {
  if (!(error instanceof Error) || !error.message.startsWith('timeout:')) throw error
  throw new Problem(503, 'Cannot draw image: it takes too long; ask for a smaller one')
}

export const MIME_TYPES: Readonly<Record<Format, string>> = {
  jpg: 'image/jpeg',
  pjpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  tiff: 'image/tiff',
}

/** The format in which a picture goes out. */
export function chooseFormat(
  original: string,
  {format, isAuto}: ImageRequest,
  accept: string,
): Format {
  if (format !== undefined) return format
  if (isAuto && accept.includes('image/avif') && original !== 'gif') return 'avif'
  if (isAuto && accept.includes('image/webp')) return 'webp'
  switch (original) {
    case 'jpg':
    case 'webp':
    case 'avif':
    case 'gif':
    case 'tiff':
      return original
    default:
      return 'png'
  }
}

/** The part of the picture that is used: the asked rectangle, narrowed around the focal point when there is one. */
function cutOut(size: Size, {rect, fit, crop, width, height, focus}: ImageRequest): Rectangle {
  const part = rect ? inside(rect, size) : {left: 0, top: 0, ...size}
  if (fit !== 'crop' || crop !== 'focalpoint' || width === undefined || height === undefined) {
    return part
  }
  const {left, top, ...rest} = focalRectangle(part, {width, height}, focus)
  return {left: part.left + left, top: part.top + top, ...rest}
}

function inside({left, top, width, height}: Rectangle, size: Size): Rectangle {
  if (left >= size.width || top >= size.height) {
    throw new Problem(
      400,
      `Cannot draw image: rect begins at ${left},${top}, outside of ${size.width}x${size.height}`,
    )
  }
  return {
    left,
    top,
    width: Math.min(width, size.width - left),
    height: Math.min(height, size.height - top),
  }
}

function fitImage(picture: Sharp, size: Size, request: ImageRequest): Sharp {
  const {width, height, fit} = request
  if (width === undefined && height === undefined) return picture
  const box = {width, height}
  const background = request.background ?? '#ffffff'
  switch (fit) {
    case 'max':
      return picture.resize({...box, fit: 'inside', withoutEnlargement: true})
    case 'scale':
      return picture.resize({
        width: width ?? size.width,
        height: height ?? size.height,
        fit: 'fill',
      })
    case 'fill':
      return picture.resize({...box, fit: 'contain', background})
    case 'fillmax':
      return picture.resize({...box, fit: 'contain', background, withoutEnlargement: true})
    case 'crop':
      return cropImage(picture, request)
    case 'min':
      return cropImage(picture, shrinkInto(request, size))
    case 'clip':
    default:
      return picture.resize({...box, fit: 'inside'})
  }
}

/** `min` crops to the asked shape but never enlarges. */
function shrinkInto(request: ImageRequest, size: Size): ImageRequest {
  const {width, height} = request
  if (width === undefined || height === undefined) {
    return {
      ...request,
      ...(width === undefined ? {} : {width: Math.min(width, size.width)}),
      ...(height === undefined ? {} : {height: Math.min(height, size.height)}),
    }
  }
  const factor = Math.min(1, size.width / width, size.height / height)
  return {
    ...request,
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor)),
  }
}

function cropImage(picture: Sharp, {width, height, crop}: ImageRequest): Sharp {
  if (width === undefined || height === undefined) {
    return picture.resize({width, height, fit: 'inside'})
  }
  const position = crop === 'focalpoint' ? 'center' : crop.replace(',', ' ')
  return picture.resize({width, height, fit: 'cover', position})
}

function adjustImage(picture: Sharp, request: ImageRequest): Sharp {
  let result = picture
  if (request.flip.horizontal) result = result.flop()
  if (request.flip.vertical) result = result.flip()
  if (request.sharpen > 0) result = result.sharpen({sigma: 0.5 + request.sharpen / 50})
  // The hosted scale ends at 2000; a Gaussian of 100 leaves nothing to see.
  if (request.blur > 0) result = result.blur(Math.max(0.3, request.blur / 20))
  if (request.saturation !== 0) {
    result = result.modulate({saturation: 1 + request.saturation / 100})
  }
  if (request.isInverted) result = result.negate({alpha: false})
  if (request.pad > 0) {
    const {pad} = request
    const background = request.background ?? '#ffffff'
    result = result.extend({top: pad, bottom: pad, left: pad, right: pad, background})
  }
  return request.background === undefined
    ? result
    : result.flatten({background: request.background})
}

const ENCODERS: Readonly<Record<Format, (picture: Sharp, quality: number) => Sharp>> = {
  jpg: (picture, quality) => picture.flatten({background: '#ffffff'}).jpeg({quality}),
  pjpg: (picture, quality) =>
    picture.flatten({background: '#ffffff'}).jpeg({quality, progressive: true}),
  png: (picture) => picture.png(),
  webp: (picture, quality) => picture.webp({quality}),
  // AVIF of the same number is far heavier than JPEG.
  avif: (picture, quality) => picture.avif({quality: Math.ceil(quality * 0.7), effort: 2}),
  gif: (picture) => picture.gif(),
  tiff: (picture, quality) => picture.tiff({quality}),
}
