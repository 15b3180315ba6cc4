import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import sharp from 'sharp'
import {afterAll, beforeAll, expect, test} from 'vitest'

import {drawImage} from './draw-image.ts'
import {readImageFacts} from './image-metadata.ts'
import {readImageRequest} from './image-request.ts'

const directory = mkdtempSync(join(tmpdir(), 'wiredesk-'))
const photo = join(directory, 'photo')
const turned = join(directory, 'turned')
const drawing = join(directory, 'drawing')

beforeAll(async () => {
  const right = await sharp({create: {width: 200, height: 200, channels: 3, background: '#0000e0'}})
    .png()
    .toBuffer()
  const both = sharp({create: {width: 400, height: 200, channels: 3, background: '#e00000'}})
    .composite([{input: right, left: 200, top: 0}])
    .png()
  const pixels = await both.toBuffer()
  await sharp(pixels).jpeg().toFile(photo)
  await sharp(pixels).withMetadata({orientation: 6}).jpeg().toFile(turned)
  writeFileSync(
    drawing,
    '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="10"><rect width="9" height="9"/></svg>',
  )
})

afterAll(() => rmSync(directory, {recursive: true}))

test.for([
  ['w=100', 'jpeg 100x50'],
  ['w=100&h=100', 'jpeg 100x50'],
  ['w=100&h=100&fit=crop', 'jpeg 100x100'],
  ['w=100&h=100&fit=fill', 'jpeg 100x100'],
  ['w=100&h=100&fit=scale', 'jpeg 100x100'],
  ['w=800', 'jpeg 800x400'],
  ['w=800&fit=max', 'jpeg 400x200'],
  ['w=800&h=800&fit=fillmax', 'jpeg 800x800'],
  ['w=1000&h=500&fit=min', 'jpeg 400x200'],
  ['rect=390,190,50,60', 'jpeg 10x10'],
  ['or=90&rect=0,300,200,100', 'jpeg 200x100'],
  ['w=100&dpr=2&pad=10', 'jpeg 240x140'],
  ['w=20&fm=webp', 'webp 20x10'],
  ['w=20&auto=format', 'webp 20x10'],
  ['w=20&flip=hv&sharp=10&blur=10&sat=-100&invert=true&bg=fff', 'jpeg 20x10'],
] as const)('%s gives %s', async ([query, expected]) => {
  expect(await draw(photo, 'jpg', query)).toBe(expected)
})

test('a photograph is turned as the camera says before anything else', async () => {
  expect(await draw(turned, 'jpg', 'w=100')).toBe('jpeg 100x200')
  expect(await draw(turned, 'jpg', 'rect=0,300,200,100')).toBe('jpeg 200x100')
})

test('the point of interest stays in view', async () => {
  expect([await colourAround('0.1'), await colourAround('0.9')]).toEqual(['red', 'blue'])
})

test('an SVG can be drawn as pixels', async () => {
  expect(await draw(drawing, 'svg', 'w=60&fm=png')).toBe('png 60x20')
})

test('a rectangle outside of the picture is refused', async () => {
  await expect(draw(photo, 'jpg', 'rect=400,0,10,10')).rejects.toThrow(
    'Cannot draw image: rect begins at 400,0, outside of 400x200',
  )
})

test('facts of a photograph are read from its bytes', async () => {
  const {lqip, palette, ...metadata} = (await readImageFacts(turned)).metadata
  expect(metadata).toEqual({
    _type: 'sanity.imageMetadata',
    dimensions: {_type: 'sanity.imageDimensions', width: 200, height: 400, aspectRatio: 0.5},
    hasAlpha: false,
    isOpaque: true,
  })
  expect(lqip).toMatch(/^data:image\/jpeg;base64,/u)
  expect(palette.vibrant?.foreground).toBe('#fff')
})

async function drawFrom(path: string, extension: string, query: string) {
  const request = readImageRequest(new URLSearchParams(query))
  if (request === undefined) throw new Error(`"${query}" asks for nothing`)
  return drawImage(path, extension, request, 'image/webp,*/*')
}

async function draw(path: string, extension: string, query: string): Promise<string> {
  const {bytes} = await drawFrom(path, extension, query)
  const {format, width, height} = await sharp(bytes).metadata()
  return `${format} ${width}x${height}`
}

async function colourAround(x: string): Promise<'red' | 'blue'> {
  const query = `w=10&h=10&fit=crop&crop=focalpoint&fp-x=${x}&fm=png`
  const {channels} = await sharp((await drawFrom(photo, 'jpg', query)).bytes).stats()
  return channels[0] !== undefined && channels[0].mean > 128 ? 'red' : 'blue'
}
