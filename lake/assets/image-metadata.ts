import {open} from 'node:fs/promises'

import sharp from 'sharp'

import {Problem} from '../problem.ts'
import {looksLikeSvg, openImage} from './open-image.ts'
import {type Palette, paletteOf} from './palette.ts'

/** What an image is, read from its bytes and never from its name. */
export interface ImageFacts {
  /** As in the asset's id: `jpg`, `png`, `webp`, `gif`, `avif`, `tiff`, `svg` */
  readonly extension: string
  readonly mimeType: string
  readonly metadata: {
    readonly _type: 'sanity.imageMetadata'
    readonly dimensions: {
      readonly _type: 'sanity.imageDimensions'
      readonly width: number
      readonly height: number
      readonly aspectRatio: number
    }
    readonly hasAlpha: boolean
    readonly isOpaque: boolean
    /** A 20 pixel wide picture as a data address, to show while the real one loads */
    readonly lqip: string
    readonly palette: Palette
  }
}

const FORMATS: Readonly<Record<string, readonly [extension: string, mimeType: string]>> = {
  jpeg: ['jpg', 'image/jpeg'],
  png: ['png', 'image/png'],
  webp: ['webp', 'image/webp'],
  gif: ['gif', 'image/gif'],
  avif: ['avif', 'image/avif'],
  tiff: ['tiff', 'image/tiff'],
  svg: ['svg', 'image/svg+xml'],
}

/** MIME type of an image's extension, or `undefined` when no asset has it. */
export function imageTypeOf(extension: string): string | undefined {
  return Object.values(FORMATS).find(([known]) => known === extension)?.[1]
}

/**
 * Reads what the asset document tells about an image: the size as it is seen (turned as the camera says), a tiny preview, its colours.
 *
 * @param path - File with the image
 * @throws Problem 400 when it is no image that can be read, or would unpack to more pixels than is sane
 */
export async function readImageFacts(path: string): Promise<ImageFacts> {
  try {
    return await measure(path)
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem(
      400,
      `Cannot store image: ${error instanceof Error ? error.message : String(error)}; use JPEG, PNG, WebP, AVIF, GIF, TIFF or SVG`,
    )
  }
}

async function measure(path: string): Promise<ImageFacts> {
  const isVector = looksLikeSvg(await readHead(path))
  const image = await openImage(path, {isVector})
  const found = await image.metadata()
  const format = found.format === 'heif' && found.compression === 'av1' ? 'avif' : found.format
  const [extension, mimeType] = FORMATS[format] ?? []
  if (extension === undefined || mimeType === undefined) {
    throw new Problem(
      415,
      `Cannot store image: ${format} is not supported; use JPEG, PNG, WebP, AVIF, GIF, TIFF or SVG`,
    )
  }
  const {width, height} = found.autoOrient
  const small = await image
    .autoOrient()
    .resize(64, 64, {fit: 'inside'})
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({resolveWithObject: true})
  const isOpaque = !found.hasAlpha || small.data.every((value, at) => at % 4 !== 3 || value === 255)
  return {
    extension,
    mimeType,
    metadata: {
      _type: 'sanity.imageMetadata',
      dimensions: {
        _type: 'sanity.imageDimensions',
        width,
        height,
        aspectRatio: width / height,
      },
      hasAlpha: found.hasAlpha,
      isOpaque,
      lqip: await previewOf(small.data, small.info, isOpaque),
      palette: paletteOf(small.data),
    },
  }
}

async function previewOf(
  pixels: Buffer,
  {width, height}: {readonly width: number; readonly height: number},
  isOpaque: boolean,
): Promise<string> {
  const tiny = sharp(pixels, {raw: {width, height, channels: 4}}).resize(20)
  const bytes = isOpaque
    ? await tiny.removeAlpha().jpeg({quality: 60}).toBuffer()
    : await tiny.png().toBuffer()
  return `data:image/${isOpaque ? 'jpeg' : 'png'};base64,${bytes.toString('base64')}`
}

async function readHead(path: string): Promise<string> {
  const handle = await open(path)
  try {
    const {buffer, bytesRead} = await handle.read(Buffer.alloc(1024), 0, 1024, 0)
    return buffer.subarray(0, bytesRead).toString('utf8')
  } finally {
    await handle.close()
  }
}
