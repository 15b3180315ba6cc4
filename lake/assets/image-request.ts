import {Problem} from '../problem.ts'

/** What a frontend asks of an image, in the hosted lake's URL parameters. Sizes in pixels. */
export interface ImageRequest {
  readonly rect?: Rectangle
  readonly width?: number
  readonly height?: number
  readonly fit: Fit
  readonly crop: Crop
  /** Point that stays in view with `crop=focalpoint`, from 0 to 1 */
  readonly focus: {readonly x: number; readonly y: number}
  readonly format?: Format
  /** Choose the format that the browser takes best */
  readonly isAuto: boolean
  readonly quality: number
  /** Degrees clockwise: 0, 90, 180 or 270 */
  readonly turn: number
  readonly flip: {readonly horizontal: boolean; readonly vertical: boolean}
  /** From 0 to 100; 0 is off */
  readonly sharpen: number
  /** From 0 to 2000; 0 is off */
  readonly blur: number
  readonly saturation: number
  readonly isInverted: boolean
  /** Only the first frame of a moving picture */
  readonly isStill: boolean
  readonly pad: number
  /** `#rrggbb` or `#rrggbbaa` */
  readonly background?: string
}

export interface Rectangle {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

const FITS = ['clip', 'crop', 'fill', 'fillmax', 'max', 'scale', 'min'] as const
const CROPS = [
  'center',
  'top',
  'bottom',
  'left',
  'right',
  'top,left',
  'top,right',
  'bottom,left',
  'bottom,right',
  'entropy',
  'focalpoint',
] as const
/** Others than the first are not served, by the hosted lake neither. */
const FRAMES = ['1'] as const
const TURNS = ['0', '90', '180', '270'] as const
const FORMATS = ['jpg', 'pjpg', 'png', 'webp', 'avif', 'gif', 'tiff'] as const

export type Fit = (typeof FITS)[number]
export type Crop = (typeof CROPS)[number]
export type Format = (typeof FORMATS)[number]

/** Parameters that change the picture; `dl` and unknown ones do not. */
const CHANGING =
  /^(?:rect|w|h|fit|crop|fp-x|fp-y|fm|auto|q|dpr|or|flip|sharp|blur|sat|invert|frame|pad|bg|max-w|max-h|min-w|min-h)$/u

/** Largest side that is drawn. */
const LARGEST = 8192

/**
 * Reads the parameters of an image address.
 *
 * @returns `undefined` when none of them changes the picture: the original is wanted
 * @throws Problem 400 that names the parameter when a value is out of its range
 *
 * @see https://www.sanity.io/docs/image-urls
 */
export function readImageRequest(query: URLSearchParams): ImageRequest | undefined {
  if (![...query.keys()].some((key) => CHANGING.test(key))) return undefined
  const ratio = readNumber(query, 'dpr', 1, 5) ?? 1
  const side = (name: string): number | undefined => {
    const asked = readNumber(query, name, 1, LARGEST)
    return asked === undefined ? undefined : Math.min(LARGEST, Math.round(asked * ratio))
  }
  const width = clamp(side('w'), side('min-w'), side('max-w'))
  const height = clamp(side('h'), side('min-h'), side('max-h'))
  const rect = readRectangle(query)
  const format = readChoice(query, 'fm', FORMATS)
  const background = readBackground(query)
  const flip = query.get('flip') ?? ''
  return {
    ...(rect ? {rect} : {}),
    ...(width === undefined ? {} : {width}),
    ...(height === undefined ? {} : {height}),
    ...(format === undefined ? {} : {format}),
    ...(background === undefined ? {} : {background}),
    fit: readChoice(query, 'fit', FITS) ?? 'clip',
    crop: readChoice(query, 'crop', CROPS) ?? 'center',
    focus: {x: readNumber(query, 'fp-x', 0, 1) ?? 0.5, y: readNumber(query, 'fp-y', 0, 1) ?? 0.5},
    isAuto: query.get('auto') === 'format',
    quality: readNumber(query, 'q', 0, 100) ?? 75,
    turn: Number(readChoice(query, 'or', TURNS) ?? 0),
    flip: {horizontal: flip.includes('h'), vertical: flip.includes('v')},
    sharpen: readNumber(query, 'sharp', 0, 100) ?? 0,
    blur: readNumber(query, 'blur', 0, 2000) ?? 0,
    saturation: readNumber(query, 'sat', -100, 100) ?? 0,
    isInverted: query.get('invert') === 'true',
    isStill: readChoice(query, 'frame', FRAMES) === '1',
    pad: Math.round((readNumber(query, 'pad', 0, 1000) ?? 0) * ratio),
  }
}

function clamp(
  asked: number | undefined,
  least: number | undefined,
  most: number | undefined,
): number | undefined {
  if (asked === undefined) return most ?? least
  return Math.min(Math.max(asked, least ?? asked), most ?? Number.POSITIVE_INFINITY)
}

function readNumber(
  query: URLSearchParams,
  name: string,
  least: number,
  most: number,
): number | undefined {
  const text = query.get(name)
  if (text === null || text === '') return undefined
  const value = Number(text)
  if (Number.isFinite(value) && value >= least && value <= most) return value
  throw new Problem(
    400,
    `Cannot draw image: ${name}=${text} is not a number from ${least} to ${most}`,
  )
}

function readChoice<Choice extends string>(
  query: URLSearchParams,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const text = query.get(name)
  if (text === null || text === '') return undefined
  const choice = choices.find((known) => known === text)
  if (choice !== undefined) return choice
  throw new Problem(400, `Cannot draw image: ${name}=${text} is none of ${choices.join(' | ')}`)
}

function readRectangle(query: URLSearchParams): Rectangle | undefined {
  const text = query.get('rect')
  if (text === null) return undefined
  const groups = /^(\d{1,6}),(\d{1,6}),(\d{1,6}),(\d{1,6})$/u.exec(text)
  const [left = 0, top = 0, width = 0, height = 0] = (groups ?? []).slice(1).map(Number)
  if (width > 0 && height > 0) return {left, top, width, height}
  throw new Problem(400, `Cannot draw image: rect=${text} is not left,top,width,height`)
}

function readBackground(query: URLSearchParams): string | undefined {
  const text = query.get('bg')
  if (text === null) return undefined
  if (!/^(?:[0-9a-f]{3}|[0-9a-f]{4}|[0-9a-f]{6}|[0-9a-f]{8})$/iu.test(text)) {
    throw new Problem(400, `Cannot draw image: bg=${text} is not a colour such as ff0000`)
  }
  // Eight digits are alpha first on the hosted lake.
  if (text.length === 8) return `#${text.slice(2)}${text.slice(0, 2)}`
  if (text.length === 4) return `#${text.slice(1)}${text.slice(0, 1)}`
  return `#${text}`
}
