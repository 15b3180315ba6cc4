import {expect, test} from 'vitest'

import {paletteOf} from './palette.ts'

test('colours get their names, and text that can be read on them', () => {
  const red = [224, 0, 0, 255]
  const paleYellow = [240, 230, 150, 255]
  const clear = [9, 9, 9, 0]
  expect(paletteOf(Uint8Array.from([red, red, red, paleYellow, clear].flat()))).toEqual({
    _type: 'sanity.imagePalette',
    dominant: swatch('#e00000', '#fff', 75),
    vibrant: swatch('#e00000', '#fff', 75),
    darkVibrant: swatch('#e00000', '#fff', 75),
    lightVibrant: swatch('#f0e696', '#000', 25),
  })
})

test('a picture that is all clear has no colours', () => {
  expect(paletteOf(new Uint8Array(64))).toEqual({_type: 'sanity.imagePalette'})
})

function swatch(background: string, text: string, population: number) {
  return {
    _type: 'sanity.imagePaletteSwatch',
    background,
    foreground: text,
    title: text,
    population,
  }
}
