/** One colour of an image, with the colour of text that can be read on it. */
export interface Swatch {
  readonly _type: 'sanity.imagePaletteSwatch'
  readonly background: string
  readonly foreground: string
  readonly title: string
  /** Share of the picture's pixels, in percent */
  readonly population: number
}

/** The colours of an image under the hosted lake's names; a name without a fitting colour is absent. */
export type Palette = {readonly _type: 'sanity.imagePalette'} & {
  readonly [name in SwatchName]?: Swatch
}

type SwatchName = 'dominant' | (typeof TARGETS)[number]['name']

interface Colour {
  readonly rgb: readonly [red: number, green: number, blue: number]
  readonly saturation: number
  readonly lightness: number
  readonly pixels: number
}

/** What each name means, as saturation and lightness from 0 to 1. @see Android's Palette class, where the names come from */
const TARGETS = [
  {name: 'vibrant', saturation: 1, lightness: 0.5, isVivid: true, range: [0.3, 0.7]},
  {name: 'lightVibrant', saturation: 1, lightness: 0.74, isVivid: true, range: [0.55, 1]},
  {name: 'darkVibrant', saturation: 1, lightness: 0.26, isVivid: true, range: [0, 0.45]},
  {name: 'muted', saturation: 0.3, lightness: 0.5, isVivid: false, range: [0.3, 0.7]},
  {name: 'lightMuted', saturation: 0.3, lightness: 0.74, isVivid: false, range: [0.55, 1]},
  {name: 'darkMuted', saturation: 0.3, lightness: 0.26, isVivid: false, range: [0, 0.45]},
] as const

/**
 * Finds the colours of a picture.
 *
 * @param pixels - A small version of it, four bytes a pixel (red, green, blue, alpha)
 */
export function paletteOf(pixels: Uint8Array): Palette {
  const colours = countColours(pixels)
  const total = colours.reduce((sum, {pixels: count}) => sum + count, 0)
  const [dominant] = colours.toSorted((one, other) => other.pixels - one.pixels)
  const found = TARGETS.flatMap((target) => {
    const [best] = colours
      .filter(
        ({saturation, lightness}) =>
          lightness >= target.range[0] &&
          lightness <= target.range[1] &&
          saturation >= 0.35 === target.isVivid,
      )
      .map((colour) => ({colour, score: closeness(colour, target, total)}))
      .toSorted((one, other) => other.score - one.score)
    return best ? [[target.name, swatchOf(best.colour, total)] as const] : []
  })
  return {
    _type: 'sanity.imagePalette',
    ...(dominant ? {dominant: swatchOf(dominant, total)} : {}),
    ...Object.fromEntries(found),
  }
}

/** Puts pixels that look alike into one of 32,768 boxes; a box's colour is the mean of its pixels. */
function countColours(pixels: Uint8Array): readonly Colour[] {
  const boxes = new Map<number, [red: number, green: number, blue: number, count: number]>()
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4)
    if (alpha < 128) continue
    const key = ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3)
    const box = boxes.get(key) ?? [0, 0, 0, 0]
    boxes.set(key, [box[0] + red, box[1] + green, box[2] + blue, box[3] + 1])
  }
  return [...boxes.values()].map(([red, green, blue, count]) => {
    const rgb = [red / count, green / count, blue / count] as const
    const {saturation, lightness} = saturationAndLightness(rgb)
    return {rgb, saturation, lightness, pixels: count}
  })
}

function saturationAndLightness(rgb: Colour['rgb']) {
  const most = Math.max(...rgb) / 255
  const least = Math.min(...rgb) / 255
  const lightness = (most + least) / 2
  const saturation = most === least ? 0 : (most - least) / (1 - Math.abs(2 * lightness - 1))
  return {saturation, lightness}
}

function closeness(
  colour: Colour,
  target: {readonly saturation: number; readonly lightness: number},
  total: number,
): number {
  return (
    3 * (1 - Math.abs(colour.saturation - target.saturation)) +
    6 * (1 - Math.abs(colour.lightness - target.lightness)) +
    colour.pixels / total
  )
}

function swatchOf({rgb, pixels}: Colour, total: number): Swatch {
  const [red, green, blue] = rgb
  const text = 0.299 * red + 0.587 * green + 0.114 * blue < 150 ? '#fff' : '#000'
  return {
    _type: 'sanity.imagePaletteSwatch',
    background: `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`,
    foreground: text,
    title: text,
    population: Math.round((pixels / total) * 10_000) / 100,
  }
}
